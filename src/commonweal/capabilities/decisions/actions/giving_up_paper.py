"""Give up paper in a vote for which no two tellers are left: all vote here instead.

What no two find alike is not counted, so that whoever chose paper would lose their
vote. With the first who comes back paper is over for everybody in that vote, since
what lies in the box could be theirs, and nobody is to vote twice.
"""

from datetime import datetime

from django.db import transaction

from commonweal.capabilities.decisions import access
from commonweal.capabilities.decisions.actions.upkeep import Facts, note
from commonweal.capabilities.decisions.models import Question
from commonweal.capabilities.decisions.queries.ballot_box import paper_agreed
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.rules.charters.charter import Charter
from commonweal.rules.verdict import require


@transaction.atomic
def come_back_from_paper(
    question: Question, *, by: Member | None, at: datetime
) -> None:
    """Let a member vote here who was to vote elsewhere, and all others like them."""
    institution = lock(question.institution, at=at)
    require(access.may_still_be_counted(question))
    charter = charter_in_force(institution, at=question.opens_at)
    counted = paper_agreed(question) is not None
    require(access.may_come_back(by, question, charter, counted=counted, at=at))
    give_up_paper(question, at=at)


def open_without_paper(question: Question, charter: Charter, *, at: datetime) -> None:
    """Give paper up as a vote opens for which no two tellers are in office.

    The institution is locked.
    """
    if not access.may_be_counted(question.proposal, charter, at=at):
        give_up_paper(question, at=at)


def give_up_paper(question: Question, *, at: datetime) -> None:
    """Take off the notes of who votes elsewhere, and what was entered of the box."""
    noted = question.proposal.paper_voters.all()
    voters = noted.filter(counts=True).count()
    noted.delete()
    question.paper_entries.all().delete()
    if voters:
        question.paper = {"voters": voters, "given_up": 1}
        question.save(update_fields=["paper"])
        facts: Facts = {"call": question.call, "out": voters}
        note("give_up_paper", question.proposal, by=None, at=at, facts=facts)
