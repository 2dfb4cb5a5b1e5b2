"""What is asked when a key for a program is made."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from commonweal.foundation.language import say
from commonweal.foundation.text import clean_name
from commonweal.foundation.tokens.access import LONGEST_NAME, SCOPES
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import Refused

DAYS = (7, 30, 90, 365)


class TokenForm(forms.Form):
    """What a program may do, for how long, and what its owner calls it."""

    name = forms.CharField(
        label=_("Which program is it for?"),
        help_text=_("So that you know later which key this is."),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    scopes = forms.MultipleChoiceField(
        label=_("What may it do?"),
        help_text=_("Tick no more than it needs. It never may do what you may not."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Please tick at least one thing the program may do.")
        },
    )
    days = forms.TypedChoiceField(
        label=_("For how long?"),
        coerce=int,
        initial=30,
        choices=[
            (days, ngettext_lazy("%(n)d day", "%(n)d days", "n") % {"n": days})
            for days in DAYS
        ],
    )

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        field = self.fields["scopes"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(one, _in_words(one)) for one in SCOPES]

    def clean_name(self) -> str:
        """Read the name as it will be kept, and say beside it why it cannot be."""
        try:
            return clean_name(self.cleaned_data["name"], LONGEST_NAME)
        except Refused as refusal:
            raise forms.ValidationError(say(refusal.verdict.reason)) from refusal


def _in_words(scope: str) -> str:
    what, more = Sentence(f"scope_{scope}"), Sentence(f"scope_{scope}_more")
    words = say(what)
    return f"{words[:1].upper()}{words[1:]}. {say(more)}"
