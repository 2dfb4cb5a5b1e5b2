"""What is typed to found an institution, and how one wants to be known in it."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from commonweal.foundation.language import say
from commonweal.foundation.people.access import sends_letters
from commonweal.foundation.text import clean_name
from commonweal.rules.verdict import Refused

NAME_LIMIT = 120
ADDRESS_LIMIT = 60

type Typed = Mapping[str, Any] | None


class MeForm(forms.Form):
    """How one wants to be known in an institution, and how to come back."""

    my_name = forms.CharField(
        label=_("Your name here"),
        help_text=_("The other members see it. It need not be the one on your papers."),
        max_length=NAME_LIMIT,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("Your mail address"),
        help_text=_(
            "Only to send you a link when you want to sign in on another device. "
            "Nobody else sees it. Instead of it you can get a code for paper later."
        ),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    is_shared = forms.BooleanField(
        label=_("This is a shared phone"),
        help_text=_(
            "Tick it if others use this phone: you are signed out when the browser "
            "closes, or after 15 minutes without use. Without the tick whoever uses it "
            "next is you here, and can speak and vote as you. To come back you need a "
            "mail address, or codes on paper."
        ),
        required=False,
    )

    def clean_my_name(self) -> str:
        """Read the name as it will be kept, and say beside it why it cannot be."""
        return as_name(self.cleaned_data["my_name"])

    def __init__(self, data: Typed = None, *, is_signed_in: bool) -> None:
        super().__init__(data)
        if is_signed_in:
            # Whoever is signed in has a way to come back already.
            del self.fields["email"], self.fields["is_shared"]
        elif not sends_letters():
            del self.fields["email"]
            self.fields["is_shared"].help_text = _(
                "Tick it if others use this phone: you are signed out when the browser "
                "closes, or after 15 minutes without use. Without the tick whoever "
                "uses it next is you here, and can speak and vote as you. This server "
                "sends no letters: to come back you need codes on paper or a passkey."
            )


class FoundingForm(MeForm):
    """What a new institution is called, where it is, and who founds it."""

    name = forms.CharField(
        label=_("What it is called"),
        max_length=NAME_LIMIT,
    )
    place = forms.CharField(
        label=_("Where it is"),
        help_text=_("A street, a neighbourhood, a town."),
        max_length=NAME_LIMIT,
        required=False,
    )
    address = forms.CharField(
        label=_("Its address on this server"),
        help_text=_(
            "Small letters, digits and dashes, such as riverside-tenants. Leave it "
            "empty, and it is made from the name."
        ),
        max_length=ADDRESS_LIMIT,
        required=False,
        widget=forms.TextInput(
            attrs={
                "autocapitalize": "none",
                "spellcheck": "false",
                "data-made-from": "id_name",
            }
        ),
    )
    bylaws = forms.CharField(
        label=_("Rules you already have, as text"),
        help_text=_(
            "They stand beside the charter for everybody to read. Where the two "
            "differ, the charter holds."
        ),
        widget=forms.Textarea(attrs={"rows": 6}),
        required=False,
    )
    field_order = (
        "name",
        "place",
        "address",
        "my_name",
        "email",
        "is_shared",
        "bylaws",
    )

    def clean_address(self) -> str:
        """Read an address as it was meant."""
        return str(self.cleaned_data["address"]).strip().lower()


def as_name(typed: str) -> str:
    """Read a name without what nobody sees; say what is wrong with one of nothing."""
    try:
        return clean_name(typed, NAME_LIMIT)
    except Refused as refusal:
        raise forms.ValidationError(say(refusal.verdict.reason)) from refusal
