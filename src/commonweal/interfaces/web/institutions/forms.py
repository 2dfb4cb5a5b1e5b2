"""What is typed to found, to invite, to join, to bring along: its shape only."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from commonweal.foundation.institutions.access import LONGEST_ORIGIN
from commonweal.foundation.institutions.actions.lists import Origin
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.language import say
from commonweal.foundation.text import clean_name
from commonweal.rules.verdict import Refused

NAME_LIMIT = 120
ADDRESS_LIMIT = 60
CODE_LIMIT = 100
FILE_LIMIT = 500_000
TEXT_LIMIT = 20_000

type Typed = Mapping[str, Any] | None
type Initial = dict[str, Any] | None


class LeaveForm(forms.Form):
    """That somebody means it: a name that is erased does not come back."""

    sure = forms.BooleanField(
        label=_(
            "I know that my name is erased here and that I would need a new invitation."
        ),
    )


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
            "You are signed out when the browser closes, or after 15 minutes without "
            "use. Give a mail address, so that you can come back."
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
        help_text=_("Small letters, digits and dashes, such as riverside-tenants."),
        max_length=ADDRESS_LIMIT,
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"}),
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


class CodeForm(forms.Form):
    """A code as somebody types it from paper."""

    typed = forms.CharField(
        label=_("The code on your slip"),
        help_text=_("Capital or small letters, with or without dashes."),
        max_length=CODE_LIMIT,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
            }
        ),
    )

    def clean_typed(self) -> str:
        """Read letters and digits, and leave out what parts the groups."""
        typed = self.cleaned_data["typed"]
        code = "".join(letter for letter in typed if letter.isalnum())
        if not code:
            raise forms.ValidationError(_("A code is made of letters and digits."))
        return code


class NameForm(forms.Form):
    """The name by which the other members know somebody."""

    name = forms.CharField(label=_("Your name here"), max_length=NAME_LIMIT)

    def clean_name(self) -> str:
        """Read the name as it will be kept, and say beside it why it cannot be."""
        return as_name(self.cleaned_data["name"])


class MembersListForm(forms.Form):
    """A members' list, pasted or as a file."""

    pasted = forms.CharField(
        label=_("The list, pasted"),
        help_text=_(
            "One person a line, the first line says what the columns are. "
            "For example: name, email"
        ),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=FILE_LIMIT,
        required=False,
    )
    file = forms.FileField(
        label=_("Or a file from a spreadsheet (CSV)"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,text/csv"}),
    )
    origin = forms.CharField(
        label=_("Where the names come from"),
        help_text=_(
            "Such as: the sheet people signed at our assembly. Whoever is on the list "
            "reads it."
        ),
        max_length=LONGEST_ORIGIN,
        error_messages={"required": _("Say where these names come from.")},
    )
    ground = forms.ChoiceField(
        label=_("Why they may stand on this list"),
        choices=[
            ("", "—"),
            ("consent", _("Each of them agreed to it")),
            ("belonging", _("They belong to our group already")),
        ],
        error_messages={"required": _("Say why they may stand on this list.")},
    )
    gathered_on = forms.DateField(
        label=_("On which day the names were gathered"),
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": _("Say on which day they were gathered.")},
    )

    def told(self) -> Origin:
        """Give what was said about where the list comes from."""
        typed = self.cleaned_data
        return Origin(typed["origin"], typed["ground"], typed["gathered_on"])

    def clean(self) -> None:
        """Read the file if there is one, else what was pasted."""
        uploaded = self.cleaned_data.get("file")
        pasted = self.cleaned_data.get("pasted") or ""
        self.cleaned_data["text"] = _text_of(uploaded) if uploaded else pasted
        if not self.cleaned_data["text"].strip():
            raise forms.ValidationError(_("Paste the list, or choose a file."))


class StatementBroughtForm(forms.Form):
    """Something decided before, brought along."""

    title = forms.CharField(label=_("What was decided"), max_length=200)
    decided_on = forms.DateField(
        label=_("On which day"), widget=forms.DateInput(attrs={"type": "date"})
    )
    text = forms.CharField(
        label=_("In which words"),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=TEXT_LIMIT,
        required=False,
    )


def as_name(typed: str) -> str:
    """Read a name without what nobody sees; say what is wrong with one of nothing."""
    try:
        return clean_name(typed, NAME_LIMIT)
    except Refused as refusal:
        raise forms.ValidationError(say(refusal.verdict.reason)) from refusal


def _text_of(uploaded: Any) -> str:
    """Read a file as people's spreadsheets write it."""
    if uploaded.size > FILE_LIMIT:
        raise forms.ValidationError(_("This file is too large for a members' list."))
    raw: bytes = uploaded.read()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


class AmendmentForm(forms.Form):
    """Why the charter should be changed."""

    title = forms.CharField(
        label=_("The question, in one sentence"),
        help_text=_("Left empty, it reads: Shall we change our charter?"),
        max_length=200,
        required=False,
    )
    text = forms.CharField(
        label=_("Why"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=TEXT_LIMIT,
        required=False,
    )
    bylaws = forms.CharField(
        label=_("Rules beside the charter, as text"),
        widget=forms.Textarea(attrs={"rows": 6}),
        required=False,
    )

    def __init__(self, data: Typed = None, *, initial: Initial = None) -> None:
        super().__init__(data, initial=initial)


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
