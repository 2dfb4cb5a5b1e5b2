"""Drawings put together from pieces, with no framework: a page or a file takes them."""

from collections.abc import Iterable
from html import escape


class Svg(str):
    """A piece of a drawing that is markup already; a page's template lets it stand."""

    __slots__ = ()

    def __html__(self) -> str:
        """Give it to templates as what need not be escaped any more."""
        return str(self)


def filled(pattern: str, *values: str | int) -> Svg:
    """Fill the places of `pattern`, which is ours; what is no drawing is escaped."""
    safe = (one if isinstance(one, Svg) else escape(str(one)) for one in values)
    return Svg(pattern.format(*safe))


def joined(pieces: Iterable[Svg]) -> Svg:
    """Put pieces one after another."""
    return Svg("".join(pieces))
