"""What can be read of how people are reached."""

from commonweal.capabilities.reaching.queries.calendars import (
    entries_of,
    feed_of,
    read_by,
    title_for,
)
from commonweal.capabilities.reaching.queries.choices import (
    Chosen,
    choices_of,
    is_bare,
    shares_mailbox,
    stopped_by,
)
from commonweal.capabilities.reaching.queries.searching import Found, found_in
from commonweal.capabilities.reaching.queries.waiting import Everything, waiting_for
from commonweal.capabilities.reaching.queries.waits import Waiting

__all__ = [
    "Chosen",
    "Everything",
    "Found",
    "Waiting",
    "choices_of",
    "entries_of",
    "feed_of",
    "found_in",
    "is_bare",
    "read_by",
    "shares_mailbox",
    "stopped_by",
    "title_for",
    "waiting_for",
]
