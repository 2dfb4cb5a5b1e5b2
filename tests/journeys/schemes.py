"""Light and dark: a story in the room is played in one, and with `--long` in both.

The pages are the same and only their colours differ, and in these stories some are
played in either: so each sort of page is still looked at in both.
"""

import pytest

FIRST_IN_LIGHT = pytest.mark.parametrize(
    "scheme", ["light", pytest.param("dark", marks=pytest.mark.long)]
)
FIRST_IN_DARK = pytest.mark.parametrize(
    "scheme", ["dark", pytest.param("light", marks=pytest.mark.long)]
)
