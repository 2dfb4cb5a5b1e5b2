"""The way back from paper while a vote is open, for whoever has had no ballot yet.

The voter asks; then two tellers say, each for themselves, that no ballot was handed out
to them, or that it came back unused. No line names the voter.
"""

from datetime import datetime

from django.db import transaction

from commonweal.capabilities.decisions import access
from commonweal.capabilities.decisions.actions.upkeep import Facts, note
from commonweal.capabilities.decisions.models import PaperVoter, Question
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.rules.verdict import require


@transaction.atomic
def ask_to_vote_here(question: Question, *, by: Member | None, at: datetime) -> None:
    """Ask for one's vote here, instead of on paper or at the table."""
    noted = _noted(question, by, at=at)
    require(access.may_ask_back(by, question, at=at))
    assert noted, "whoever votes elsewhere was noted"
    if not noted.asked_back:
        noted.asked_back = True
        noted.save(update_fields=["asked_back"])
        _note("ask_to_vote_here", question, None, at=at)


@transaction.atomic
def stay_with_paper(question: Question, *, by: Member | None, at: datetime) -> None:
    """Take back that one asked: the vote stays where it was chosen."""
    noted = _noted(question, by, at=at)
    require(access.may_stay(noted, question, at=at))
    assert noted, "who asked is noted"
    noted.asked_back, noted.unhanded_by = False, None
    noted.save(update_fields=["asked_back", "unhanded_by"])
    _note("stay_with_paper", question, None, at=at)


@transaction.atomic
def say_no_ballot_is_out(
    question: Question, *, voter: Member, by: Member | None, at: datetime
) -> None:
    """Say that a voter holds no ballot; with the second teller they vote here."""
    noted = _noted(question, voter, at=at)
    charter = charter_in_force(question.institution, at=question.opens_at)
    require(access.may_let_back(by, voter, noted, question, charter, at=at))
    assert noted, "whoever votes elsewhere was noted"
    if noted.unhanded_by_id is None:
        noted.unhanded_by = by
        noted.save(update_fields=["unhanded_by"])
        _note("say_no_ballot_is_out", question, by, at=at)
    else:
        noted.delete()
        _note("let_vote_here", question, by, at=at)


def _noted(
    question: Question, voter: Member | None, *, at: datetime
) -> PaperVoter | None:
    lock(question.institution, at=at)
    require(access.may_still_be_counted(question))
    return access.noted_on_paper(voter, question.proposal_id) if voter else None


def _note(deed: str, question: Question, by: Member | None, *, at: datetime) -> None:
    # No number: how many there are left could be one or two.
    facts: Facts = {"call": question.call}
    note(deed, question.proposal, by=by, at=at, facts=facts)
