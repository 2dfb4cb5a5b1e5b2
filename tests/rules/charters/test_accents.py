import pytest

from commonweal.rules.charters.accents import (
    ACCENTS,
    DARK_CARD,
    DARK_INK,
    DARK_PAPER,
    LIGHT_CARD,
    LIGHT_INK,
    LIGHT_PAPER,
)


def luminance(colour: str) -> float:
    """Measure brightness as WCAG 2.2 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", ACCENTS)
def test_every_accent_can_be_read_in_light_and_dark(name):
    accent = ACCENTS[name]

    for ground in (LIGHT_PAPER, LIGHT_CARD, LIGHT_INK):
        assert contrast(accent.light, ground) >= 4.5
    for ground in (DARK_PAPER, DARK_CARD, DARK_INK):
        assert contrast(accent.dark, ground) >= 4.5
