"""Given a proposal put, supported, frozen, voted on: each through the actions alone."""

from datetime import datetime, timedelta
from uuid import UUID

from commonweal.capabilities.decisions import actions, queries
from commonweal.capabilities.decisions.models import Proposal, Question
from commonweal.foundation import duties
from commonweal.foundation.institutions.models import (
    Institution,
    Member,
    OfficeHolding,
)
from tests.builders import day

A_MOMENT = timedelta(microseconds=1)


def a_draft(
    institution: Institution,
    author: Member,
    title: str = "Shall we ask for a new boiler?",
    *,
    at: datetime,
    options: tuple[actions.Option, ...] = (),
    aim: actions.Aim | None = None,
) -> Proposal:
    words = actions.Wording(title, "Because it is cold.", options)
    return actions.draft_proposal(
        institution, by=author, words=words, aim=aim or actions.Aim(), at=at
    )


def a_proposal(
    institution: Institution,
    supporters: list[Member],
    title: str = "Shall we ask for a new boiler?",
    *,
    at: datetime,
    options: tuple[actions.Option, ...] = (),
    aim: actions.Aim | None = None,
) -> Proposal:
    """Give a proposal that its first supporter wrote and all of them support."""
    author, *others = supporters
    proposal = a_draft(institution, author, title, at=at, options=options, aim=aim)
    actions.put_proposal(proposal, by=author, at=at)
    for member in others:
        actions.support(proposal, by=member, at=at)
    return proposal


def newest_words(proposal: Proposal) -> UUID:
    """Name the newest words of a proposal, as whoever changes them has seen them."""
    return proposal.versions.order_by("-number")[0].pk


def in_office(*members: Member, office: str = "steward") -> None:
    """Let members hold an office: the stewards are the tellers of `a_charter`."""
    for member in members:
        OfficeHolding.objects.create(
            institution=member.institution,
            office=office,
            holder=member,
            from_at=day(0),
            until_at=day(300),
        )


def seen(proposal: Proposal, *, at: datetime, by: Member | None = None):
    """Give the proposal as a reader sees it, all that is due being written down."""
    institution = proposal.institution
    duties.settle(institution, at=at)
    view = queries.proposal_view(institution, proposal.number, at=at, member=by)
    assert view is not None
    return view


def voting(proposal: Proposal) -> Question:
    """Give the question of a proposal at the moment its vote opens."""
    opens = seen(proposal, at=proposal.put_at or proposal.drafted_at).moments.opens_at
    assert opens is not None
    view = seen(proposal, at=opens)
    assert view.question is not None
    return view.question.question


def answered(question: Question, **answers: list[Member]) -> datetime:
    """Cast these answers as the vote opens; give the moment it closes."""
    for answer, voters in answers.items():
        for voter in voters:
            marks = {"answer": answer}
            actions.cast_ballot(question, by=voter, marks=marks, at=question.opens_at)
    return question.closes_at
