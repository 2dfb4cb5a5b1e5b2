"""The sheet keeps its promises: every pair of colours can be told apart."""

import re
from itertools import product
from pathlib import Path

import pytest

import commonweal.interfaces.web
from commonweal.rules.charters.accents import ACCENTS, Accent
from commonweal.rules.charters.charter import Charter

SHEET = (
    Path(commonweal.interfaces.web.__file__).parent / "static" / "web" / "hall.css"
).read_text()
TEXT, MARK = 4.5, 3.0

# What is written or drawn on what, and how far apart the two must be.
PAIRS = [
    *[(ink, ground, TEXT) for ink in ("ink", "quiet") for ground in ("paper", "card")],
    ("ink", "accent-wash", TEXT),
    ("ink", "warn-wash", TEXT),
    ("ink", "good-wash", TEXT),
    ("ink", "stop-wash", TEXT),
    ("quiet", "stop-wash", TEXT),
    ("no", "stop-wash", TEXT),
    ("accent", "stop-wash", MARK),
    ("quiet", "warn-wash", TEXT),
    ("quiet", "accent-wash", TEXT),
    ("ink", "gone", TEXT),
    ("ink", "new", TEXT),
    ("no", "paper", TEXT),
    ("accent-ink", "accent", TEXT),
    *[(mark, "paper", MARK) for mark in ("accent", "yes", "no", "abstain", "edge")],
    *[(mark, "card", MARK) for mark in ("accent", "yes", "no", "abstain", "edge")],
    *[(mark, "line", MARK) for mark in ("accent", "yes", "no")],
    ("focus", "paper", MARK),
    ("focus", "card", MARK),
]


def tokens(css: str) -> dict[str, str]:
    """Read the colours that a piece of the sheet sets."""
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", css))


def palette(scheme: str, accent: str) -> dict[str, str]:
    """Gather the colours of a page in a scheme with an accent."""
    light, _, rest = SHEET.partition("@media (prefers-color-scheme: dark)")
    dark = rest.partition("@media")[0]
    parts = [light] if scheme == "light" else [light, dark]
    colours: dict[str, str] = {}
    for part in parts:
        root = re.search(r":root \{(.*?)\}", part, re.DOTALL)
        own = re.search(rf"\.accent-{accent} \{{(.*?)\}}", part)
        colours |= tokens(root[1]) if root else {}
        colours |= tokens(own[1]) if own else {}
    return colours


def luminance(colour: str) -> float:
    """Give the relative luminance of WCAG 2.2."""
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    channels = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of WCAG 2.2."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("scheme", "accent"), list(product(("light", "dark"), ACCENTS))
)
def test_every_pair_of_colours_can_be_told_apart(scheme, accent):
    colours = palette(scheme, accent)

    close = [
        f"{ink} on {ground}: {contrast(colours[ink], colours[ground]):.2f}"
        for ink, ground, least in PAIRS
        if contrast(colours[ink], colours[ground]) < least
    ]

    assert close == []


@pytest.mark.parametrize("name", ACCENTS)
def test_the_sheet_paints_the_accents_a_charter_can_choose(name):
    light, dark = palette("light", name), palette("dark", name)

    assert Accent(light["accent"], dark["accent"]) == ACCENTS[name]


def test_a_charter_starts_with_an_accent_of_the_sheet():
    assert Charter.__dataclass_fields__["accent"].default in ACCENTS
