"""Tables for spreadsheets, as comma-separated text: exact, and nothing is carried out.

A cell of words that a spreadsheet would take for a formula has an apostrophe put before
it: names come from strangers. Exact numbers stand as numerator and denominator, since
“1/3” would be read as a day.
"""

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction

# With their wide forms, which some programs read alike.
FORMULA_SIGNS = frozenset("=+-@＝＋－＠")
MARK = "\ufeff"
DIGITS = 12
NUMBER_HEAD = ("numerator", "denominator", "decimal")

type Number = int | Fraction
type Cell = str | int | Decimal


def as_table(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Write a table with a row for its head; words are guarded, numbers are not.

    It begins with the mark by which spreadsheets know that letters are UTF-8.
    """
    written = io.StringIO()
    csv.writer(written).writerows([head, *([_guarded(c) for c in row] for row in rows)])
    return MARK + written.getvalue()


def number_cells(value: Number | None) -> tuple[Cell, Cell, Cell]:
    """Give a number as numerator, denominator and decimal, rounded to twelve places."""
    if value is None:
        return "", "", ""
    exact = Fraction(value)
    return exact.numerator, exact.denominator, decimal_of(exact)


def decimal_of(value: Fraction) -> Decimal:
    """Give a fraction as a decimal of at most twelve places, without noughts behind.

    >>> decimal_of(Fraction(1, 3))
    Decimal('0.333333333333')
    """
    scaled = round(value * 10**DIGITS)
    context = Context(prec=len(str(abs(scaled))) + 2, rounding=ROUND_HALF_EVEN)
    found = context.scaleb(Decimal(scaled), -DIGITS)
    whole = found == found.to_integral_value(context=context)
    return Decimal(int(found)) if whole else found.normalize(context)


def _guarded(cell: Cell) -> str:
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    if isinstance(cell, int):
        return str(cell)
    return f"'{cell}" if _is_formula(cell) else cell


def _is_formula(words: str) -> bool:
    """Say if a cell begins as formulas do, once what nobody sees is passed over."""
    seen = (sign for sign in words if unicodedata.category(sign)[0] not in "CZ")
    return words[:1] in {"\t", "\r", "\n"} or next(seen, "") in FORMULA_SIGNS
