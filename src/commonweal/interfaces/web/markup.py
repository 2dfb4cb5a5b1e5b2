"""Pieces of a page put together in Python, for lists whose rows a template slows down.

Fifty rows of four values take a template, or Django's `format_html`, as long as all
the rest of a page: both ask of every value whether it is to be said later in another
language. Here values are words already.
"""

from collections.abc import Iterable
from html import escape
from uuid import UUID

from django.utils.safestring import SafeString

type Value = str | int | UUID


def filled(pattern: str, *values: Value) -> SafeString:
    """Fill the places of `pattern`, which is ours; what is no markup is escaped."""
    safe = (one if isinstance(one, SafeString) else escape(str(one)) for one in values)
    return SafeString(pattern.format(*safe))


def joined(pieces: Iterable[SafeString]) -> SafeString:
    """Put pieces one after another."""
    return SafeString("".join(pieces))
