"""Cast a ballot."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from commonweal.capabilities.decisions import access
from commonweal.capabilities.decisions.actions.secret_voting import cast_in_secret
from commonweal.capabilities.decisions.actions.upkeep import Facts, note
from commonweal.capabilities.decisions.models import Ballot, Question
from commonweal.capabilities.decisions.queries.ballot_box import is_secret
from commonweal.capabilities.decisions.queries.witness import seal_of
from commonweal.foundation.institutions.locking import hold
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.prepared import Keeping
from commonweal.foundation.rows import new_salt
from commonweal.rules.verdict import require

BALLOT = Keeping(
    Ballot,
    over=("institution", "question", "voter"),
    anew=("marks", "salt", "cast_at"),
)


def cast_ballot(
    question: Question,
    *,
    by: Member | None,
    marks: Mapping[str, object],
    at: datetime,
) -> Ballot | None:
    """Take a member's ballot, replacing any they cast before.

    An open question's ballots are seen by the members; the journal says who voted. A
    secret question's is detached from its voter, and nothing of it comes back.
    """
    if is_secret(question):
        cast_in_secret(question, by=by, marks=marks, at=at)
        return None
    # Roll, options and both ends were fixed at the opening: nobody has to wait for it.
    on_roll = access.is_on_roll(by, question)
    require(access.may_vote(by, question, on_roll=on_roll, at=at))
    assert by is not None
    require(access.may_say(question, marks))
    ballot = BALLOT.new(
        {
            "institution_id": question.institution_id,
            "question_id": question.id,
            "voter_id": by.id,
            "marks": dict(marks),
            "salt": new_salt(),
            "cast_at": at,
        }
    )
    facts: Facts = {"call": question.call, "seal": seal_of(ballot)}
    _keep(ballot, question, by, at, facts)
    return ballot


@transaction.atomic
def _keep(
    ballot: Ballot, question: Question, by: Member, at: datetime, facts: Facts
) -> None:
    # Held so that closing the vote waits for this ballot, or refuses it.
    hold(question.institution)
    require(access.may_still_be_counted(question))
    BALLOT.keep(ballot)
    note("cast_ballot", question.proposal, by=by, at=at, facts=facts)
