"""What is typed when something is put to a decision: its shape, not its merit."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from commonweal.capabilities.decisions.actions import Option, Wording

TITLE_LIMIT = 200
TEXT_LIMIT = 20_000
OPTION_LIMIT = 120
MOST_OPTIONS = 200

type Terms = dict[str, object]
type Typed = Mapping[str, Any] | None
type Initial = dict[str, Any] | None


class WordsForm(forms.Form):
    """A question in one sentence, and what would be done."""

    def __init__(self, data: Typed = None, *, initial: Initial = None) -> None:
        super().__init__(data, initial=initial)

    title = forms.CharField(
        label=_("The question, in one sentence"),
        help_text=_("As you would ask it aloud, so that the answer can be yes or no."),
        max_length=TITLE_LIMIT,
    )
    text = forms.CharField(
        label=_("What we would do, and why"),
        help_text=_(
            "The exact words count. Leave an empty line between paragraphs; "
            "a line that begins with - is a point in a list."
        ),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=TEXT_LIMIT,
        required=False,
    )

    def options(self) -> tuple[Option, ...]:
        """Give the options to choose between; a question of yes or no has none."""
        return ()

    def terms(self) -> Terms:
        """Give what a yes sets in motion, as data."""
        return {}

    def words(self, language: str) -> Wording:
        """Give what was written, in the language it was written in."""
        written = self.cleaned_data
        return Wording(written["title"], written["text"], self.options(), language)


class OptionsForm(WordsForm):
    """A question with options to choose between."""

    lines = forms.CharField(
        label=_("The options, one on each line"),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=TEXT_LIMIT,
    )
    field_order: tuple[str, ...] = ("title", "lines", "text")

    def __init__(self, data: Typed = None, *, initial: Initial = None) -> None:
        super().__init__(data, initial=initial)
        self.fields["title"].help_text = _("As you would ask it aloud.")

    def clean_lines(self) -> tuple[Option, ...]:
        """Read one option a line, in the order they were written."""
        lines = [line.strip() for line in self.cleaned_data["lines"].splitlines()]
        written = [line for line in lines if line]
        if len(written) < 2:
            raise forms.ValidationError(_("Write at least two options, one a line."))
        if len(written) > MOST_OPTIONS:
            raise forms.ValidationError(
                _("Write at most %(most)d options."), params={"most": MOST_OPTIONS}
            )
        options = tuple(self.option(line) for line in written)
        _refuse_twins([one.label for one in options])
        return options

    def option(self, line: str) -> Option:
        """Read one line; here the whole of it is the option."""
        return Option(_short_enough(line))

    def options(self) -> tuple[Option, ...]:
        """Give the options as they were written."""
        return tuple(self.cleaned_data["lines"])


class CostedOptionsForm(OptionsForm):
    """Options that cost money; the cost stands at the end of each line."""

    budget = forms.IntegerField(
        label=_("How much money there is to share out"),
        help_text=_("In whole units of money, as the costs below."),
        min_value=1,
        max_value=10**12,
    )
    field_order = ("title", "budget", "lines", "text")

    def __init__(self, data: Typed = None, *, initial: Initial = None) -> None:
        super().__init__(data, initial=initial)
        self.fields["lines"].help_text = _(
            "End each line with a colon and what it costs, in whole units of money. "
            "For example: A bench by the river: 400"
        )

    def terms(self) -> Terms:
        """Name the money there is."""
        return {"budget": self.cleaned_data["budget"]}

    def option(self, line: str) -> Option:
        """Read a line as an option and, after its last colon, a whole number."""
        label, colon, cost = line.rpartition(":")
        digits = cost.strip().replace(" ", "").replace("\u00a0", "")
        if not colon or not label.strip() or not digits.isascii():
            raise _no_cost(line)
        if not digits.isdigit() or not 0 < int(digits) < 10**12:
            raise _no_cost(line)
        return Option(_short_enough(label.strip()), cost=int(digits))


class StatementForm(WordsForm):
    """A text that the institution would stand by from then on."""

    statement_title = forms.CharField(
        label=_("Name of the text to adopt"), max_length=TITLE_LIMIT
    )
    statement = forms.CharField(
        label=_("The text to adopt"),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=TEXT_LIMIT,
    )
    field_order = ("title", "statement_title", "statement", "text")

    def __init__(self, data: Typed = None, *, initial: Initial = None) -> None:
        super().__init__(data, initial=initial)
        self.fields["text"].label = _("Why we would adopt it")

    def terms(self) -> Terms:
        """Name the text to adopt."""
        return {
            "title": self.cleaned_data["statement_title"],
            "text": self.cleaned_data["statement"],
        }


class AdmitForm(WordsForm):
    """People who would become members."""

    people = forms.CharField(
        label=_("Who would become a member, one name on each line"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=TEXT_LIMIT,
    )
    member_class = forms.ChoiceField(label=_("They would join as"))
    field_order = ("title", "people", "member_class", "text")

    def __init__(
        self, data: Typed = None, *, classes: Sequence[tuple[str, str]]
    ) -> None:
        super().__init__(data)
        _offer(self, "member_class", classes)

    def clean_people(self) -> tuple[str, ...]:
        """Read one name a line."""
        lines = [line.strip() for line in self.cleaned_data["people"].splitlines()]
        return tuple(line for line in lines if line)

    def terms(self) -> Terms:
        """Name who would be admitted, and as what."""
        member_class = self.cleaned_data["member_class"]
        names = self.cleaned_data["people"]
        return {
            "people": [{"name": name, "member_class": member_class} for name in names]
        }


class OfficeForm(WordsForm):
    """An office to fill, and who stands for it."""

    office = forms.ChoiceField(label=_("The office"))
    candidates = forms.MultipleChoiceField(
        label=_("Who stands for it"),
        help_text=_("Tick everybody who has agreed to stand; ask them first."),
        widget=forms.CheckboxSelectMultiple,
    )
    field_order = ("title", "office", "candidates", "text")

    def __init__(
        self,
        data: Typed = None,
        *,
        offices: Sequence[tuple[str, str]],
        members: Sequence[tuple[UUID, str]],
    ) -> None:
        super().__init__(data)
        self.fields["title"].help_text = _(
            "As you would ask it aloud, such as: Who keeps our books from May?"
        )
        self.fields["text"].label = _("What the office is for")
        self.names = {str(member): name for member, name in members}
        _offer(self, "office", offices)
        _offer(self, "candidates", list(self.names.items()))

    def options(self) -> tuple[Option, ...]:
        """Give the candidates as the options."""
        chosen = self.cleaned_data["candidates"]
        return tuple(Option(self.names[one], id=one) for one in chosen)

    def terms(self) -> Terms:
        """Name the office."""
        return {"office": self.cleaned_data["office"]}


def correction_field() -> forms.BooleanField:
    """Ask whether new words only correct the old ones."""
    return forms.BooleanField(
        label=_("Only a correction: the meaning stays the same"),
        help_text=_(
            "Support given before then stays. Any supporter can say that it is more "
            "than a correction, and then everybody is asked to confirm."
        ),
        required=False,
    )


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


def _offer(form: forms.Form, name: str, choices: Sequence[tuple[str, str]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices)


def _short_enough(label: str) -> str:
    if len(label) > OPTION_LIMIT:
        raise forms.ValidationError(
            _("An option can be at most %(most)d characters long."),
            params={"most": OPTION_LIMIT},
        )
    return label


def _refuse_twins(labels: Sequence[str]) -> None:
    alike = [label.casefold() for label in labels]
    for label in labels:
        if alike.count(label.casefold()) > 1:
            raise forms.ValidationError(
                _("“%(label)s” is there twice."), params={"label": label}
            )


def _no_cost(line: str) -> forms.ValidationError:
    return forms.ValidationError(
        _("“%(line)s” needs a colon and a cost in whole numbers at the end."),
        params={"line": line[:80]},
    )
