"""How far the opening of a closed count has come, for one reader."""

from dataclasses import dataclass
from datetime import datetime

from commonweal.capabilities.decisions import access
from commonweal.capabilities.decisions.models import Question
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.rules.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Opening:
    """Who asked that a closed count be opened, and what the reader may do."""

    asked_by: tuple[str, ...]
    may_ever_open: Verdict
    may_ask: Verdict
    may_open: Verdict


def opening_of(question: Question, member: Member | None, *, at: datetime) -> Opening:
    """Say who of the tellers of then asked in the last days, by name."""
    charter = charter_in_force(question.institution, at=question.opens_at)
    there = access.tellers_of_then(question, charter, at=at)
    asked = there & access.who_asked(question, at=at)
    names = Member.objects.filter(pk__in=asked).order_by("name", "id")
    return Opening(
        asked_by=tuple(names.values_list("name", flat=True)),
        may_ever_open=access.may_ever_open(question, charter, at=at),
        may_ask=access.may_ask_to_open(member, question, charter, at=at),
        may_open=access.may_open_count(member, question, charter, at=at),
    )
