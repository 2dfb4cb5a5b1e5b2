"""What is typed to bring along a members' list or what was decided before."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from commonweal.foundation.institutions.access import LONGEST_ORIGIN
from commonweal.foundation.institutions.actions.lists import Origin

FILE_LIMIT = 500_000
TEXT_LIMIT = 20_000


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
        """Read the file if there is one, else what was pasted.

        No browser sends a chosen file a second time, so its words stand among what was
        pasted where something else is wrong.
        """
        uploaded = self.cleaned_data.get("file")
        pasted = self.cleaned_data.get("pasted") or ""
        self.cleaned_data["text"] = _text_of(uploaded) if uploaded else pasted
        if uploaded:
            self.data = {**dict(self.data.items()), "pasted": self.cleaned_data["text"]}
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


def _text_of(uploaded: Any) -> str:
    """Read a file as people's spreadsheets write it."""
    if uploaded.size > FILE_LIMIT:
        raise forms.ValidationError(_("This file is too large for a members' list."))
    raw: bytes = uploaded.read()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")
