"""The controls of a charter as a form: numbers, shares, choices and texts.

The charter says which controls there are; the same form serves founders and members
who propose to change it.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from commonweal.foundation.language import say
from commonweal.rules.charters.controls import Control
from commonweal.rules.sentence import Sentence

PREFIX = "set-"
LONG_TEXT = 80
TEXT_LIMIT = 2_000
FRACTION = re.compile(r"[0-9]{1,6}(/[0-9]{1,6})?")
PERCENT = re.compile(r"[0-9]{1,3}([.,][0-9]{1,3})?%")


class ControlsForm(forms.Form):
    """One field a control, named by the control's path."""

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        controls: Sequence[Control],
        apart: Collection[str] = (),
    ) -> None:
        """Take the controls, and the paths of those that a page shows by itself."""
        super().__init__(data)
        self.controls, self.apart = controls, apart
        for control in controls:
            self.fields[PREFIX + control.path] = _field(control)

    def begin_with(self, changes: Mapping[str, Any]) -> None:
        """Show these values by path, where there is such a control."""
        for path, value in changes.items():
            if PREFIX + path in self.fields:
                self.fields[PREFIX + path].initial = value

    def changes(self) -> dict[str, object]:
        """Give by path what is not as it was."""
        typed = {
            one.path: self.cleaned_data[PREFIX + one.path] for one in self.controls
        }
        return {
            one.path: _as_text(typed[one.path])
            for one in self.controls
            if not _same(one, _as_text(typed[one.path]))
        }

    def take(self, objections: Sequence[Sentence]) -> tuple[Sentence, ...]:
        """Put each objection beside the field it is about; give back the others."""
        labels = {one.path: one.label for one in self.controls}
        for one in objections:
            path = str(one.facts.get("where", ""))
            if path in labels:
                told = Sentence(one.id, {**one.facts, "where": labels[path]})
                self.add_error(PREFIX + path, say(told))
        return tuple(one for one in objections if one.facts.get("where") not in labels)

    def wrong(self) -> list[forms.BoundField]:
        """List the fields with which something is wrong, for links that lead there."""
        return [field for field in self if field.errors]

    def sections(self) -> Iterator[tuple[str, list[forms.BoundField]]]:
        """Give the fields under the headings of the charter, in its order."""
        gathered: dict[str, list[forms.BoundField]] = {}
        for control in self.controls:
            if control.path in self.apart:
                continue
            fields = gathered.setdefault(say(control.section), [])
            fields.append(self[PREFIX + control.path])
        return iter(gathered.items())

    def wrong_sections(self) -> frozenset[str]:
        """Name the headings under which something is wrong, so that they stand open."""
        return frozenset(
            heading
            for heading, fields in self.sections()
            if any(field.errors for field in fields)
        )


class ShareField(forms.CharField):
    """A share from 0 to 1, kept as it was written: 2/3, or 50 % read exactly as 1/2."""

    def clean(self, value: object) -> str:
        """Read a fraction or a percentage, and say what is wrong with any other."""
        written = "".join(str(super().clean(value)).split())
        if PERCENT.fullmatch(written):
            written = str(Fraction(written[:-1].replace(",", ".")) / 100)
        if not FRACTION.fullmatch(written):
            raise forms.ValidationError(_("Write a fraction, such as 1/2 or 2/3."))
        over, _slash, under = written.partition("/")
        if int(over) > int(under or 1) or int(under or 1) == 0:
            raise forms.ValidationError(_("Write a share from 0 to 1, such as 2/3."))
        return written


def _field(control: Control) -> forms.Field:
    made = {
        "number": _number,
        "share": _share,
        "choice": _choice,
        "several": _several,
        "flag": _flag,
        "text": _text,
    }[control.kind](control)
    made.label = say(control.label)
    made.initial = control.value
    return made


def _number(control: Control) -> forms.Field:
    return forms.IntegerField(min_value=control.least, max_value=control.most or None)


def _share(control: Control) -> forms.Field:
    return ShareField(
        help_text=_("As a fraction, such as 1/2 or 2/3."),
        widget=forms.TextInput(attrs={"inputmode": "text", "size": 8}),
    )


def _choice(control: Control) -> forms.Field:
    values = {one.value for one in control.choices}
    return forms.ChoiceField(choices=_choices(control), required="" not in values)


def _several(control: Control) -> forms.Field:
    return forms.MultipleChoiceField(
        choices=_choices(control), widget=forms.CheckboxSelectMultiple, required=False
    )


def _flag(control: Control) -> forms.Field:
    return forms.ChoiceField(choices=[("true", _("Yes")), ("false", _("No"))])


def _text(control: Control) -> forms.Field:
    is_long = len(str(control.value)) > LONG_TEXT
    widget = forms.Textarea(attrs={"rows": 3}) if is_long else forms.TextInput()
    if control.language:
        widget.attrs["lang"] = control.language
    return forms.CharField(required=False, max_length=TEXT_LIMIT, widget=widget)


def _choices(control: Control) -> list[tuple[str, str]]:
    return [(one.value, say(one.label)) for one in control.choices]


def _as_text(value: object) -> object:
    if isinstance(value, list):
        return tuple(value)
    return str(value).replace(" ", "") if _is_share(value) else str(value)


def _is_share(value: object) -> bool:
    return isinstance(value, str) and value.replace(" ", "").replace("/", "").isdigit()


def _same(control: Control, value: object) -> bool:
    if isinstance(control.value, tuple):
        assert isinstance(value, tuple), "several values come as several"
        return set(control.value) == set(value)
    return str(control.value).strip() == str(value).strip()
