"""What is before one body: the matters on which it can tell its delegates something."""

from datetime import datetime
from typing import NamedTuple

from commonweal.capabilities.confederation.queries.choices import (
    Belonging,
    belongings,
    matter_named,
)
from commonweal.capabilities.confederation.queries.matters import Read
from commonweal.capabilities.confederation.queries.veils import matters_shown
from commonweal.foundation.institutions.models import Institution
from commonweal.rules.confederation.gaps import has_gap, ways_in
from commonweal.rules.verdict import ALLOWED, Verdict, refused

# The sorts as a body is asked for them, the plainest first.
SORTS = (
    *("fixed", "conditional", "ranked", "range"),
    *("split", "negotiate", "report", "urgent"),
)
OPEN = ("deliberating", "before_congress")


class Before(NamedTuple):
    """A matter that a body can give a mandate on, and in which confederation."""

    one: Belonging
    read: Read


def before(body: Institution, *, at: datetime) -> tuple[Before, ...]:
    """List the matters on which a congress has not found words yet."""
    return tuple(
        Before(one, read)
        for one in belongings(body, at=at)
        for read in matters_shown(one.whole, at=at)
        if read.now.stage in OPEN
    )


def matter_before(body: Institution, named: object, *, at: datetime) -> Read | None:
    """Find a matter that a body belongs to those asked about, by its id."""
    read = matter_named(named, at=at)
    wholes = {one.whole.pk for one in belongings(body, at=at)}
    is_theirs = read is not None and read.matter.institution_id in wholes
    return read if is_theirs else None


def may_ask_for(sort: str, read: Read) -> Verdict:
    """Let a body choose a sort of mandate that the words ask for.

    A change of the pact leaves nothing open, and is never urgent.
    """
    words = "" if read.matter.change else read.words
    if sort == "urgent" and read.matter.change:
        return refused("pact_is_never_urgent")
    if sort == "ranked" and not ways_in(words):
        return refused("words_list_no_ways")
    if sort == "range" and not has_gap(words):
        return refused("words_have_no_gap")
    return ALLOWED
