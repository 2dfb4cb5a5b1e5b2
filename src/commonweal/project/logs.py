"""What a log may hold: what kind of thing went wrong and where in the code.

A path can be a key to a door, and what somebody typed can name them. So a line of the
log never holds a path, a code, an address, a browser or the words of an error: of what
others' code says, only the words that stand in that code, and of an error, its kind.
"""

import logging
from collections.abc import Iterator
from traceback import extract_tb, format_list

OURS = "commonweal"
# Errors are told without paths, addresses, browsers or what was typed; nobody's reading
# is told at all.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"tells_nobody": {"()": "commonweal.project.logs.TellsNobody"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "tells_nobody"}
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        # Django's own ways of telling are taken away from it: they tell paths.
        "django": {"handlers": [], "level": "WARNING"},
        "django.request": {"level": "ERROR"},
        "django.security": {"level": "CRITICAL"},
        "django.security.csrf": {"level": "CRITICAL"},
        "django.server": {"handlers": [], "level": "ERROR", "propagate": True},
    },
}


class TellsNobody(logging.Formatter):
    """Write a record without anything that came from outside."""

    def format(self, record: logging.LogRecord) -> str:
        """Give the level, who says it, what it says of itself, and where it broke."""
        error = record.exc_info[1] if record.exc_info else None
        line = f"{record.levelname} {record.name}: {_said(record)}\n"
        return "".join([line, *_course_of(error)]).rstrip("\n")


def _said(record: logging.LogRecord) -> str:
    """Give the words that stand in the code, with the gaps left open.

    A message without gaps may have been filled before it was handed over; only of our
    own code is it known that it never is.
    """
    ours = record.name.partition(".")[0] == OURS
    return str(record.msg) if ours or record.args else ""


def _course_of(error: BaseException | None) -> Iterator[str]:
    """Give the places an error and what brought it about passed through."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield from format_list(extract_tb(error.__traceback__))
        yield f"{type(error).__module__}.{type(error).__qualname__}\n"
        error = error.__cause__ or error.__context__
