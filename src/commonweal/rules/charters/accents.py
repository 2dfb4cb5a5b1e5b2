"""The colours an institution can choose its accent from, readable in light and dark.

Each stands on light paper with white on it, and on dark paper with dark ink on it;
a test holds every pair to a contrast of at least 4.5 to 1.

Source: Web Content Accessibility Guidelines 2.2, success criterion 1.4.3.
"""

from typing import NamedTuple

LIGHT_PAPER, LIGHT_CARD, LIGHT_INK = "#fbf8f2", "#ffffff", "#ffffff"
DARK_PAPER, DARK_CARD, DARK_INK = "#171613", "#201e1a", "#1a1614"


class Accent(NamedTuple):
    """A colour as it is on light paper and on dark."""

    light: str
    dark: str


ACCENTS: dict[str, Accent] = {
    "brick": Accent("#9c2a1f", "#f0968a"),
    "moss": Accent("#3f6212", "#a9cf73"),
    "harbour": Accent("#1a5a85", "#86c0ea"),
    "plum": Accent("#7a2d6b", "#e2a1d6"),
    "slate": Accent("#46525f", "#b3c0cd"),
    "ochre": Accent("#7f5300", "#e3b75c"),
    "rose": Accent("#a3245a", "#f497bb"),
    "pine": Accent("#116049", "#79cfae"),
}
