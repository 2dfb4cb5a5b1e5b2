"""What words leave open: a gap for a number, or several ways to choose between.

A gap is three underscores or more, as on paper. Ways are the points of a list, each on
a line of its own that begins with "- ". A congress fills the gap or chooses the way;
the words as they then are go to the bases.
"""

import re
from fractions import Fraction

_GAP = re.compile(r"_{3,}")
_POINT = re.compile(r"^\s*[-*] +(\S.*?)\s*$")
# An exact number as people write it: 3, 3.50 or 3,50.
_NUMBER = re.compile(r"\d{1,12}(?:[.,]\d{1,6})?")


def has_gap(words: str) -> bool:
    """Say whether words leave a number open, once and no more."""
    return len(_GAP.findall(words)) == 1


def filled(words: str, number: Fraction) -> str:
    """Give the words with the number in the gap.

    >>> filled("Each pays ___ cents.", Fraction(7, 2))
    'Each pays 3.5 cents.'
    """
    assert has_gap(words), "there is one gap to fill"
    return _GAP.sub(number_text(number), words)


def number_in(typed: str) -> Fraction | None:
    """Read a number that somebody typed, with a point or a comma; None if it is none.

    >>> number_in("3,50")
    Fraction(7, 2)
    """
    written = typed.strip()
    return Fraction(written.replace(",", ".")) if _NUMBER.fullmatch(written) else None


def number_text(number: Fraction) -> str:
    """Write a number as it would be typed: whole, with a point, or as a fraction."""
    if number.denominator == 1:
        return str(number.numerator)
    places = 6
    scaled = number * 10**places
    if scaled.denominator != 1:
        return str(number)
    text = f"{scaled.numerator:0{places + 1}d}"
    return f"{text[:-places]}.{text[-places:]}".rstrip("0")


def ways_in(words: str) -> tuple[str, ...]:
    """Give the ways that words list, each once, in their order; none if it is only one.

    >>> ways_in("The market moves." + chr(10) + "- to the mill" + chr(10) + "- to us")
    ('to the mill', 'to us')
    """
    points = (_POINT.match(line) for line in words.splitlines())
    ways = tuple(dict.fromkeys(point[1] for point in points if point))
    return ways if len(ways) > 1 else ()


def chosen(words: str, way: str) -> str:
    """Give the words with one of their ways, and without the others."""
    assert way in ways_in(words), "it is one of the ways"
    lines = words.splitlines()
    points = [_POINT.match(line) for line in lines]
    kept = next(n for n, point in enumerate(points) if point and point[1] == way)
    return "\n".join(
        line
        for n, (line, point) in enumerate(zip(lines, points, strict=True))
        if point is None or n == kept
    )
