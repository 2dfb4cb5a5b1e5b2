"""What is typed to ask whether one may found an institution here."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class ApplicationForm(forms.Form):
    """Who asks to found an institution, of what kind, and why."""

    called = forms.CharField(
        label=_("Who you are"),
        help_text=_("A name by which those who guard the door know you."),
        max_length=120,
    )
    kind = forms.ChoiceField(label=_("What you want to found"))
    why = forms.CharField(
        label=_("Why here, and with whom"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=1_000,
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        kinds: Sequence[tuple[str, str]],
    ) -> None:
        super().__init__(data)
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]
