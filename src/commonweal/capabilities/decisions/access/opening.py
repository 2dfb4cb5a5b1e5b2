"""Who may open a count that is told in short: two together, of the tellers of then.

Who has asked stands in the journal and nowhere else, so that nobody can ask unseen.
"""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from commonweal.capabilities.decisions.models import Question
from commonweal.foundation.institutions.access import offices
from commonweal.foundation.institutions.models import Member, OfficeHolding
from commonweal.foundation.journal.models import Line
from commonweal.rules.charters.charter import Charter
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused
from commonweal.rules.voting.secret_ballots import ASKED_STANDS, TO_OPEN, may_be_opened

ASKED = "ask_to_open_count"


def may_ask_to_open(
    member: Member | None, question: Question, charter: Charter, *, at: datetime
) -> Verdict:
    """Let a teller of then ask that a closed count be opened, once in some days."""
    asked = who_asked(question, at=at)
    already = member is not None and member.pk in asked
    return first_refusal(
        _is_closed(question),
        may_ever_open(question, charter, at=at),
        _was_teller(member, question, charter, at=at),
        refused("asked_to_open_already") if already else ALLOWED,
    )


def may_open_count(
    member: Member | None, question: Question, charter: Charter, *, at: datetime
) -> Verdict:
    """Let a teller of then see the whole count who has asked, and another with them."""
    there = tellers_of_then(question, charter, at=at)
    asked = there & who_asked(question, at=at)
    own = member is not None and member.pk in asked
    return first_refusal(
        _is_closed(question),
        may_ever_open(question, charter, at=at),
        _was_teller(member, question, charter, at=at),
        may_be_opened(tellers=len(there), asked=len(asked)),
        ALLOWED if own else refused("ask_to_open_first"),
    )


def may_ever_open(question: Question, charter: Charter, *, at: datetime) -> Verdict:
    """Say whether two are left who could open a closed count, whoever they are."""
    if not _held_then(question, charter).exists():
        return refused("no_tellers_then")
    there = tellers_of_then(question, charter, at=at)
    # As though all had asked: it is of use only if two are left who can.
    return may_be_opened(tellers=len(there), asked=TO_OPEN)


def tellers_of_then(
    question: Question, charter: Charter, *, at: datetime
) -> frozenset[UUID]:
    """Give those who held the tellers' office when a vote ended and are still members.

    `charter` is the one under which it opened.
    """
    still = Q(holder__left_at=None) | Q(holder__left_at__gt=at)
    held = _held_then(question, charter).filter(still)
    return frozenset(held.values_list("holder_id", flat=True))


def who_asked(question: Question, *, at: datetime) -> frozenset[UUID]:
    """Give those who asked in the last days that this count be opened."""
    lines = Line.objects.filter(
        institution=question.institution_id,
        deed=ASKED,
        about_id=question.proposal_id,
        at__lte=at,
        at__gt=at - ASKED_STANDS,
    )
    return frozenset(
        line.by for line in lines if line.by and line.facts["call"] == question.call
    )


def _held_then(question: Question, charter: Charter) -> QuerySet[OfficeHolding]:
    whose, ended = question.institution_id, question.closes_at
    return offices.held_at_the_end(whose, charter.tellers, ended)


def _was_teller(
    member: Member | None, question: Question, charter: Charter, *, at: datetime
) -> Verdict:
    office = charter.office(charter.tellers)
    if office is None:
        return refused("no_tellers_then")
    there = tellers_of_then(question, charter, at=at)
    was = member is not None and member.pk in there
    return ALLOWED if was else refused("only_tellers_of_then", office=office.name)


def _is_closed(question: Question) -> Verdict:
    over = question.settled_at is not None
    return first_refusal(
        ALLOWED if over else refused("vote_not_over", closes=question.closes_at),
        refused("count_not_closed") if question.is_shown else ALLOWED,
    )
