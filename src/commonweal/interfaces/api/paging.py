"""Long lists, a page at a time: a cursor says after which one the next page begins."""

from collections.abc import Callable, Sequence

from commonweal.rules.verdict import Refused, refused

MOST_AT_ONCE = 200
USUALLY = 50


def page_of[Row](
    rows: Sequence[Row], key: Callable[[Row], object], *, after: str, limit: int
) -> tuple[Sequence[Row], str | None]:
    """Cut a page out of a list whose order holds, and name the last one if more come.

    `key` tells each row from every other.
    """
    start = 0
    if after:
        keys = [str(key(one)) for one in rows]
        if after not in keys:
            raise Refused(refused("cursor_unknown"))
        start = keys.index(after) + 1
    shown = rows[start : start + limit]
    more = len(rows) > start + limit
    return shown, str(key(shown[-1])) if more and shown else None


def number_after(after: str) -> int | None:
    """Read a cursor that is a number in order; none where the list begins."""
    if not after:
        return None
    if not (after.isascii() and after.isdecimal() and len(after) < 10):
        raise Refused(refused("cursor_unknown"))
    return int(after)
