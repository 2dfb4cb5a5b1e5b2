"""What stands where words were hidden: when, why, by whom, and what can be done."""

from collections.abc import Iterator
from datetime import datetime

from commonweal.foundation.threads.access import stewards
from commonweal.foundation.threads.models import Appeal, Hiding, LastResort
from commonweal.foundation.threads.queries.last_resort import last_resort_told
from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import Fact, Sentence


def told(hiding: Hiding, charter: Charter, *, at: datetime) -> tuple[Sentence, ...]:
    """Say what stands in the place of hidden words."""
    return tuple(_told(hiding, charter, at))


def _told(hiding: Hiding, charter: Charter, at: datetime) -> Iterator[Sentence]:
    by_operator: LastResort | None = getattr(hiding, "last_resort", None)
    if by_operator is not None:
        yield from last_resort_told(by_operator, at=at)
        return
    office = charter.office(hiding.office)
    person = hiding.hidden_by.name if hiding.is_named and hiding.hidden_by else ""
    facts: dict[str, Fact] = {
        "when": hiding.hidden_at,
        "wrong": Sentence(f"wrong_{hiding.wrong}"),
        "office": office.name if office else hiding.office,
        "person": person,
        "reason": hiding.reason,
    }
    yield Sentence(_by_whom(hiding) if person else "hidden_by_office", facts)
    appeal: Appeal | None = getattr(hiding, "appeal", None)
    if appeal is None and hiding.shown_at is not None and hiding.shown_at <= at:
        return
    if appeal is None:
        until = "open" if at < hiding.appeal_until else "over"
        yield Sentence(f"hidden_appeal_{until}", {"until": hiding.appeal_until})
    elif appeal.answered_at is None:
        yield Sentence("hidden_appeal_waits", {"until": appeal.answer_until})
    elif appeal.stays_hidden:
        yield Sentence("hidden_appeal_lost", {"answer": appeal.answer})


def _by_whom(hiding: Hiding) -> str:
    """Tell whoever held the office that day from whoever stood in for it."""
    holders = stewards(hiding.institution, hiding.office, at=hiding.hidden_at)
    if hiding.hidden_by_id in holders:
        return "hidden_by_person"
    return "hidden_by_stand_in" if holders else "hidden_in_empty_office"
