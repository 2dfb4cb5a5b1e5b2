"""Cast a ballot."""

import secrets
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from commonweal.capabilities.decisions import access
from commonweal.capabilities.decisions.actions.secret_voting import cast_in_secret
from commonweal.capabilities.decisions.actions.upkeep import Facts, note
from commonweal.capabilities.decisions.models import Ballot, Question
from commonweal.capabilities.decisions.queries.ballot_box import is_secret
from commonweal.capabilities.decisions.queries.tally import METHODS
from commonweal.capabilities.decisions.queries.witness import seal_of
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.prepared import Keeping
from commonweal.rules.verdict import require
from commonweal.rules.voting.marks import ANSWERS, may_stand

SALT_LENGTH = 16
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
    options = [option["id"] for option in question.options] or ANSWERS
    form = METHODS[question.method].ballot
    require(may_stand(marks, form=form, options=options))
    return _keep(question, by, marks, at)


@transaction.atomic
def _keep(
    question: Question, by: Member, marks: Mapping[str, object], at: datetime
) -> Ballot:
    # Locked so that closing the vote waits for this ballot, or refuses it.
    institution = lock(question.institution, at=at)
    require(access.may_still_be_counted(question))
    ballot = _kept(institution, question, by, marks, at)
    facts: Facts = {"call": question.call, "seal": seal_of(ballot)}
    note("cast_ballot", question.proposal, by=by, at=at, facts=facts)
    return ballot


def _kept(
    institution: Institution,
    question: Question,
    by: Member,
    marks: Mapping[str, object],
    at: datetime,
) -> Ballot:
    """Keep one ballot a voter, in one statement whatever was there before."""
    ballot = Ballot(
        institution=institution,
        question=question,
        voter=by,
        marks=dict(marks),
        salt=secrets.token_bytes(SALT_LENGTH),
        cast_at=at,
    )
    BALLOT.keep(ballot)
    return ballot
