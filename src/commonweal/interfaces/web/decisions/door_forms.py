"""What is typed where the assembly of the node decides about its door."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from commonweal.interfaces.web.decisions.forms import Terms, Typed, WordsForm


class DoorForm(WordsForm):
    """Who may found institutions on this server from then on."""

    founding = forms.ChoiceField(
        label=_("Who may found institutions on this server"),
        widget=forms.RadioSelect,
        choices=(
            ("open", _("Anybody")),
            ("application", _("Whoever asks and whom we let in")),
            ("closed", _("Nobody")),
        ),
    )
    field_order = ("title", "founding", "text")

    def terms(self) -> Terms:
        """Name how the door is to stand."""
        return {"founding": self.cleaned_data["founding"]}


class LetInForm(WordsForm):
    """Somebody who asked to found an institution, and what they are told."""

    application = forms.ChoiceField(label=_("Who asked"), widget=forms.RadioSelect)
    admit = forms.ChoiceField(
        label=_("What we answer"),
        widget=forms.RadioSelect,
        choices=(("yes", _("They may found it here")), ("no", _("They may not"))),
    )
    field_order = ("title", "application", "admit", "text")

    def __init__(
        self, data: Typed = None, *, waiting: Sequence[tuple[Any, str]]
    ) -> None:
        super().__init__(data)
        self.fields["application"].choices = waiting  # type: ignore[attr-defined]
        self.fields["text"].label = _("Why, for them to read")

    def terms(self) -> Terms:
        """Name whose wish is answered, and how."""
        typed = self.cleaned_data
        return {"application": typed["application"], "admit": typed["admit"] == "yes"}
