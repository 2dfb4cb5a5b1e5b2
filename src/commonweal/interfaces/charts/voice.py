"""Whose words and numbers a picture is told in: a page's language, or plain English."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from commonweal.rules.sentence import Sentence, Words
from commonweal.rules.wording import render

MOST_DIGITS = 5
type Count = int | Fraction


@dataclass(frozen=True, slots=True)
class Voice:
    """How to say what stands on a picture.

    `gettext` puts English of our own into the language, `say` says a sentence and
    `number` writes a whole number or a decimal one.
    """

    gettext: Callable[[str], str]
    say: Callable[[Sentence], str]
    number: Callable[[int | Decimal], str]

    def count(self, value: Count) -> str:
        """Write a count whole as the reader's language does, a fraction behind it."""
        if isinstance(value, int):
            return self.number(value)
        digits = value * 10**MOST_DIGITS
        if digits.denominator == 1:
            whole = Decimal(digits.numerator) / 10**MOST_DIGITS
            return self.number(whole.normalize())
        return f"{self.short(value)} ({value.numerator}/{value.denominator})"

    def short(self, value: Count) -> str:
        """Write a count to two decimals, or as many as its first two digits need."""
        if isinstance(value, int):
            return self.number(value)
        digits = 2
        while digits < MOST_DIGITS and 0 < abs(value) * 10**digits < 10:
            digits += 1
        rounded = Decimal(round(value * 10**digits)).scaleb(-digits)
        return self.number(
            rounded.normalize() if rounded % 1 else Decimal(int(rounded))
        )


def english(words: Mapping[str, Words]) -> Voice:
    """Give the voice of the terminal, where nothing need be installed."""
    return Voice(
        gettext=str,
        say=lambda sentence: render(sentence, words),
        number=lambda value: (
            f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
        ),
    )
