"""Unions to look at: `python -m benchmarks.halls ROWS BALLOTS`.

One with as many members and proposals as ROWS says, and one whose vote has as many
ballots as BALLOTS says. Prints a member's sign-in and where the pages are.
"""

import json
import sys
from datetime import datetime, timedelta

from benchmarks.crowd import (  # isort: skip -- it sets Django up
    crowd,
    founded,
    open_vote,
)

from benchmarks.sign_ins import sign_ins_of
from django.core.management import call_command
from django.utils import timezone

from commonweal.capabilities.decisions import actions
from commonweal.capabilities.decisions.models import (
    Ballot,
    Proposal,
    Question,
    Support,
)
from commonweal.foundation import duties
from commonweal.foundation.institutions.models import Institution, Member

A_MONTH = timedelta(days=30)


def main(rows: int, ballots: int) -> None:
    """Make both and say where they are."""
    call_command("migrate", verbosity=0)
    now = timezone.now()
    members, small = a_hall("rows", rows - 1, now)
    for number in range(rows - 1):
        put(small, members[number % len(members)], f"Shall we do {number}?", at=now)
    voters, large = a_hall("ballots", ballots, now)
    proposal = open_vote(large, voters[:1], "Shall we ask for heat?")
    support(proposal, voters, now)
    duties.settle_all(at=now)
    cast_all(proposal, voters)
    reader = [members[0].person, voters[0].person]
    tokens = sign_ins_of(reader)
    print(json.dumps({"rows": tokens[0], "ballots": tokens[1]}))


def a_hall(address: str, count: int, now: datetime) -> tuple[list[Member], Institution]:
    """Give a union and all its members but the founder."""
    union = founded(address, at=now - A_MONTH)
    return crowd(union, count), union


def put(union: Institution, author: Member, title: str, *, at: datetime) -> None:
    """Put a proposal that is seeking support."""
    words = actions.Wording(title, "Because it is cold, and has been since October.")
    draft = actions.draft_proposal(
        union, by=author, words=words, aim=actions.Aim(), at=at
    )
    actions.put_proposal(draft, by=author, at=at)


def support(proposal: Proposal, voters: list[Member], now: datetime) -> None:
    """Give a proposal the support it needs, as of when it was put."""
    put_at = proposal.put_at
    assert put_at is not None
    # The author stands behind it already; the last one's deed sees that it is enough.
    *others, last = voters[1 : proposal.support_needed]
    Support.objects.bulk_create(
        Support(
            institution=proposal.institution,
            proposal=proposal,
            member=voter,
            version_number=1,
            given_at=put_at,
        )
        for voter in others
    )
    actions.support(proposal, by=last, at=put_at)


def cast_all(proposal: Proposal, voters: list[Member]) -> None:
    """Put everybody's ballot into the table."""
    question = Question.objects.get(proposal=proposal)
    Ballot.objects.bulk_create(
        Ballot(
            institution=question.institution,
            question=question,
            voter=voter,
            marks={"answer": "yes"},
            cast_at=question.opens_at,
        )
        for voter in voters
    )


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
