"""Given a small world with something on every page: drafts, votes, outcomes."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import cycle

from django.test import Client

from commonweal.capabilities.decisions import actions, queries
from commonweal.capabilities.decisions.models import Proposal
from commonweal.foundation import duties
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.threads import actions as threads
from tests.builders import a_member, an_institution, day, founder_of
from tests.capabilities.assemblies.given import an_assembly, did
from tests.signing_in import sign_in

NAMES = ("Ben", "Chidi", "Dolores", "Emre", "Farah")
LONG = timedelta(days=60)


@dataclass(frozen=True)
class World:
    """One union, its founder, all its members, and the moment at which we look."""

    union: Institution
    asha: Member
    members: list[Member]
    now: datetime


def a_world() -> World:
    """Play half a year of a union, and stop while a vote is open."""
    union = an_institution(founder="Asha")
    asha = founder_of(union)
    everybody = [asha, *(a_member(union, name, at=day(0)) for name in NAMES)]
    decided(union, everybody, "Shall we paint the stairs?", at=day(40))
    decided(union, everybody, "Shall we buy a ladder?", yes=1, at=day(50))
    options = tuple(actions.Option(one) for one in ("A bench", "A tree", "A swing"))
    aim = actions.Aim(rule_id="options")
    chosen = a_put(union, everybody, "What for the yard?", day(60), options, aim)
    ranked(chosen, everybody)
    now = day(130)
    voted = a_put(union, everybody, "Shall we withhold the rent?", now - timedelta(8))
    view = seen(voted, now)
    for member in everybody[1:3]:
        actions.cast_ballot(
            view.question.question, by=member, marks={"answer": "yes"}, at=now
        )
    threads.say_in_thread(
        voted.pk, institution=union, by=everybody[1], text="It is **cold**.", at=now
    )
    a_put(union, everybody[:1], "Shall we plant beans?", now)
    words = actions.Wording("Shall we sing?", "On Sundays.", ())
    actions.draft_proposal(union, by=asha, words=words, aim=actions.Aim(), at=now)
    meeting(asha, everybody[1:4], now)
    return World(union, asha, everybody, now)


def meeting(asha: Member, others: list[Member], now: datetime) -> None:
    """Let an assembly be open, with one who speaks and one who waits."""
    row = an_assembly(asha, at=now - timedelta(days=7, minutes=30))
    for one in (asha, *others):
        did(row, "come_in", asha, about=one)
    did(row, "hand_on", asha, about=asha, what="minute_taker")
    did(row, "open", asha)
    did(row, "turn_to", asha, minute=1, item="1")
    for minute, one in enumerate(others, 2):
        did(row, "ask", one, minute=minute)
    did(row, "call", asha, minute=9)


def a_put(
    union: Institution,
    supporters: list[Member],
    title: str,
    at: datetime,
    options: tuple[actions.Option, ...] = (),
    aim: actions.Aim | None = None,
) -> Proposal:
    """Give a proposal that its first supporter put and the others support."""
    author, *others = supporters
    words = actions.Wording(title, "So that it is **better** than before.", options)
    proposal = actions.draft_proposal(
        union, by=author, words=words, aim=aim or actions.Aim(), at=at
    )
    actions.put_proposal(proposal, by=author, at=at)
    for member in others[:2]:
        actions.support(proposal, by=member, at=at)
    return proposal


def decided(
    union: Institution, members: list[Member], title: str, *, at: datetime, yes: int = 4
) -> None:
    """Put a motion and let everybody answer it: so many yes, the others no."""
    proposal = a_put(union, members, title, at)
    question = seen(proposal, opening(proposal)).question.question
    for place, member in enumerate(members):
        marks = {"answer": "yes" if place < yes else "no"}
        actions.cast_ballot(question, by=member, marks=marks, at=question.opens_at)
    duties.settle(union, at=at + LONG)


def ranked(proposal: Proposal, members: list[Member]) -> None:
    """Let everybody rank the options, each beginning with another."""
    question = seen(proposal, opening(proposal)).question.question
    ids = [one["id"] for one in question.options]
    for start, member in zip(cycle(range(len(ids))), members, strict=False):
        order = ids[start:] + ids[:start]
        marks = {"ranks": {one: place for place, one in enumerate(order, 1)}}
        actions.cast_ballot(question, by=member, marks=marks, at=question.opens_at)
    duties.settle(proposal.institution, at=question.closes_at + LONG)


def opening(proposal: Proposal) -> datetime:
    """Say when the vote on a proposal opens."""
    return seen(proposal, proposal.put_at or proposal.drafted_at).moments.opens_at


def seen(proposal: Proposal, at: datetime) -> queries.ProposalView:
    """Give a proposal as it is seen at a moment, all that is due being written down."""
    duties.settle(proposal.institution, at=at)
    view = queries.proposal_view(proposal.institution, proposal.number, at=at)
    assert view is not None
    return view


def browser_of(member: Member | None) -> Client:
    """Give a browser of plain requests, in which a member is signed in, or nobody."""
    client = Client()
    if member is not None:
        sign_in(client, member.person)
    return client
