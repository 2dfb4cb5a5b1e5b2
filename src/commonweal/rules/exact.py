"""Numbers that stand in a text, read exactly, and none that only a machine would write.

A handful of letters can ask for a number with a thousand million digits: `1e999999999`.
Whoever sends that wants whoever reads it to stand still.
"""

import re
from fractions import Fraction

# The numerators and denominators of a count may be long, but are written out in full.
LONGEST = 9_000
HIGHEST_POWER = 99
POWER = re.compile(r"[eE]([+-]?[0-9]{1,4})\s*$")


def exact(written: object) -> Fraction:
    """Read a whole number, a fraction or a decimal as it is written.

    Raises `ValueError` where it is none, is divided by nothing, or is written shorter
    than it is by a power of ten beyond 99.
    """
    text = str(written)
    if len(text) > LONGEST:
        raise ValueError("a number is longer than any of ours")
    if "e" in text.lower():
        power = POWER.search(text)
        if power is None or abs(int(power[1])) > HIGHEST_POWER:
            raise ValueError("a power of ten is higher than any of ours")
    try:
        return Fraction(text)
    except ZeroDivisionError:
        raise ValueError("a number is divided by nothing") from None
