"""Where somebody stands on what a room found while they were away."""

from django import forms
from django.utils.translation import gettext_lazy as _

from commonweal.capabilities.assemblies.actions import Deed
from commonweal.capabilities.assemblies.queries import SAID_LATER
from commonweal.rules.assemblies.deed_names import WILL_MEET


class PositionForm(forms.Form):
    """A position, with what an objection or a block asks for."""

    what = forms.ChoiceField(
        label=_("Where do you stand?"),
        choices=[
            ("agree", _("I agree")),
            ("reservations", _("I have reservations")),
            ("stand_aside", _("I stand aside")),
            ("object", _("I object")),
            ("block", _("I block")),
        ],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Why"),
        help_text=_("Whoever objects or blocks says why."),
        max_length=500,
        required=False,
    )
    words = forms.CharField(
        label=_("For a block: which principle of ours, or which harm, it is about"),
        max_length=500,
        required=False,
    )
    meets = forms.BooleanField(
        label=_("For a block: I will come to talk about it"), required=False
    )

    def position(self, item: str) -> Deed:
        """Give the position on a matter, as what is done."""
        given = self.cleaned_data
        meets = given["what"] == "block" and given["meets"]
        return Deed(
            SAID_LATER,
            item=item,
            what=given["what"] + (WILL_MEET if meets else ""),
            reason=given["reason"],
            words=given["words"],
        )
