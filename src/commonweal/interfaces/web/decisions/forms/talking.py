"""What is typed beside a proposal, and which of its words were on the page."""

from django import forms
from django.utils.translation import gettext_lazy as _

from commonweal.interfaces.web.decisions.forms.proposing import TEXT_LIMIT


class SayForm(forms.Form):
    """Something said in a thread, perhaps in answer to somebody."""

    text = forms.CharField(
        label=_("Say something"),
        widget=forms.Textarea(attrs={"rows": 4, "form": "all"}),
        max_length=TEXT_LIMIT,
    )
    answers = forms.UUIDField(required=False, widget=forms.HiddenInput)


class SeenForm(forms.Form):
    """Which version of the words was on the page that was sent from."""

    seen = forms.IntegerField(min_value=1, required=False)

    def version(self) -> int | None:
        """Give its number, if the page said one."""
        return self.cleaned_data.get("seen") if self.is_valid() else None
