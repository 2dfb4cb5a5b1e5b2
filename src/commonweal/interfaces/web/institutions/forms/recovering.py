"""What is typed when somebody has lost every way to sign in."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from commonweal.foundation.institutions.actions.recovering import LONGEST_REASON
from commonweal.foundation.institutions.models import Member
from commonweal.interfaces.web.institutions.forms.founding import Typed
from commonweal.interfaces.web.institutions.forms.joining import CODE_LIMIT


class LostForm(forms.Form):
    """Who has lost every way in, as a member says who knows them."""

    def __init__(self, data: Typed = None, *, members: Mapping[str, Member]) -> None:
        super().__init__(data)
        self.members = members
        choices = [(key, one.name) for key, one in members.items()]
        self.fields["lost"] = forms.ChoiceField(
            label=_("Who is it?"),
            choices=[("", ""), *choices],
            error_messages={"required": _("Choose who it is.")},
        )

    def chosen(self) -> Member:
        """Give the member that was chosen."""
        return self.members[self.cleaned_data["lost"]]


class PauseForm(forms.Form):
    """Why a member doubts that it is the one they take it for."""

    reason = forms.CharField(
        label=_("Why"),
        help_text=_("Everybody here reads it, and it stays in the journal."),
        max_length=LONGEST_REASON,
        error_messages={
            "required": _("Say why you doubt it, so that the others can ask about it.")
        },
    )


class HalvesForm(forms.Form):
    """Two halves of a code, printed by two members who vouched."""

    first = forms.CharField(
        label=_("One half"),
        max_length=CODE_LIMIT,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    second = forms.CharField(
        label=_("The other half"),
        help_text=_("In any order. Capitals, spaces and dashes do not matter."),
        max_length=CODE_LIMIT,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    is_shared = forms.BooleanField(label=_("This is a shared phone"), required=False)
