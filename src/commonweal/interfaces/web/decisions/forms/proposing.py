"""What is typed when a question is put: its words, and what to choose between."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from commonweal.capabilities.decisions.actions import Option, Wording
from commonweal.foundation.language import say
from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.bearings import LONGEST_BEARING, Bearings

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

    def ask_for(self, asked: Bearings, said: Mapping[str, str]) -> None:
        """Ask for what a proposal has to say besides; a draft may still lack it."""
        for one in asked.in_order():
            self.fields[f"bearing_{one}"] = forms.CharField(
                label=say(Sentence(f"bearing_{one}")),
                help_text=say(Sentence(f"bearing_{one}_help")),
                widget=forms.Textarea(attrs={"rows": 3}),
                max_length=LONGEST_BEARING,
                required=False,
                initial=said.get(one, ""),
            )

    def bearings(self) -> dict[str, str]:
        """Give what was said besides."""
        return {
            name.removeprefix("bearing_"): written
            for name, written in self.cleaned_data.items()
            if name.startswith("bearing_")
        }

    def options(self) -> tuple[Option, ...]:
        """Give the options to choose between; a question of yes or no has none."""
        return ()

    def terms(self) -> Terms:
        """Give what a yes sets in motion, as data."""
        return {}

    def words(self, language: str) -> Wording:
        """Give what was written, in the language it was written in."""
        written = self.cleaned_data
        return Wording(
            written["title"], written["text"], self.options(), language, self.bearings()
        )


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


def seen_field() -> forms.UUIDField:
    """Carry which version of the words is being changed."""
    return forms.UUIDField(widget=forms.HiddenInput, required=False)


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
