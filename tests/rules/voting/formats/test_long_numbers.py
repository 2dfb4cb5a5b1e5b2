"""A number of thousands of digits in a file is refused in words, and not converted."""

import pytest

from commonweal.rules.voting.formats.blt import read_blt
from commonweal.rules.voting.formats.errors import FormatError
from commonweal.rules.voting.formats.preflib import read_preflib

LONG = "9" * 5_000
NAMES = '"Asha"\n"Ben"\n"Who?"\n'
HEAD = "# NUMBER ALTERNATIVES: 1\n# ALTERNATIVE NAME 1: Asha\n"


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (read_blt, f"2 1\n{LONG} 1 0\n0\n{NAMES}"),
        (read_blt, f"{LONG} 1\n1 1 0\n0\n{NAMES}"),
        (read_blt, f"2 1\n1 {LONG} 0\n0\n{NAMES}"),
        (read_blt, f"2 1\n-{LONG}\n1 1 0\n0\n{NAMES}"),
        (read_preflib, f"{HEAD}{LONG}: 1\n"),
        (read_preflib, f"{HEAD}1: {LONG}\n"),
    ],
)
def test_it_is_refused_at_its_line(read, text):
    with pytest.raises(FormatError) as refusal:
        read(text)

    assert len(str(refusal.value)) < 1_000
