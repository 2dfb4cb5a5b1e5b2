"""What of confederations waits for somebody, and the page on which they act on it."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from commonweal.capabilities.confederation.queries import needs_together
from commonweal.capabilities.confederation.queries.needs_to_keep import (
    needs_to_keep,
)
from commonweal.capabilities.reaching.queries.waits import Page, Waiting
from commonweal.foundation.institutions.queries import Membership

MY_SEAT = Page("confederation:my_seat")
PAGES = {
    "together_mandate": Page("confederation:sorts"),
    "together_answer": Page("decisions:propose_aim", ("answer_matter",)),
    "together_say_kept": Page("decisions:propose_aim", ("say_kept",)),
    "together_plan": Page("decisions:propose_aim", ("plan_to_keep",)),
    "together_discharge": Page("decisions:propose_aim", ("discharge_delegates",)),
    "together_stay_out": Page("decisions:propose_aim", ("stay_out",)),
}


def together(memberships: Sequence[Membership], *, at: datetime) -> Iterator[Waiting]:
    """Give mandates to give, votes to cast from a seat, answers, reports."""
    found = (*needs_together(memberships, at=at), *needs_to_keep(memberships, at=at))
    for need in found:
        yield Waiting(
            kind=need.kind,
            membership=need.membership,
            page=PAGES.get(need.kind, MY_SEAT),
            title=need.title,
            act=need.act,
            due_at=need.due_at,
            if_nothing=need.if_nothing,
        )
