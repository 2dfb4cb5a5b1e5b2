"""One thing that waits for somebody, and the page on which they act on it."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from commonweal.foundation.institutions.queries import Membership
from commonweal.rules.sentence import LocalText, Sentence


class Page(NamedTuple):
    """A page of an institution by its name, and what its address says besides."""

    name: str
    args: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Waiting:
    """One act that waits for somebody, where they do it, and what if they do not."""

    kind: str
    membership: Membership
    page: Page
    title: Sentence | LocalText | str
    act: Sentence
    if_nothing: Sentence
    due_at: datetime | None = None
    # What goes on has no deadline that a line could tell; what can wait has none that
    # anything ends on.
    goes_on: bool = False
    can_wait: bool = False
    # It is told to all whom it concerns, so that no letter tells who has acted.
    to_all: bool = False

    @property
    def zone(self) -> ZoneInfo:
        """The clock by which it is due."""
        return ZoneInfo(self.membership.charter.time_zone)

    @property
    def args(self) -> tuple[object, ...]:
        """What its page's address says, the institution first."""
        return (self.membership.institution.address, *self.page.args)
