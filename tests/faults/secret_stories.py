"""Secret votes that end badly, and one that somebody with the machine looks into.

`python -m tests.faults.secret_stories NAME` plays one and prints what it found.
"""

import random
from collections.abc import Callable
from contextlib import suppress
from itertools import permutations

from commonweal.rules.secrecy.sealed_words import keyed_digest
from tests.faults.stories import Report, Vote, play

# `stories` has set Django up.
from commonweal.capabilities.decisions import actions  # isort: skip
from commonweal.capabilities.decisions.models import (  # isort: skip
    Envelope,
    SecretBallot,
    TurnoutMark,
)
from commonweal.foundation import duties  # isort: skip
from commonweal.foundation.institutions.models import Member  # isort: skip
from commonweal.foundation.journal.models import Line  # isort: skip
from commonweal.foundation.keys import queries as keys  # isort: skip
from commonweal.foundation.keys import store  # isort: skip
from commonweal.rules.charters.controls import adjusted  # isort: skip
from commonweal.rules.verdict import Refused  # isort: skip
from tests.builders import a_charter, a_member, an_institution, day  # isort: skip
from tests.capabilities.decisions import given  # isort: skip
from tests.faults import operator  # isort: skip
from tests.faults.mortal import deaths  # isort: skip

VOTERS = 12
SECRET = {"rules.ordinary.ballot": "secret", "rules.options.ballot": "secret"}


class SecretVote(Vote):
    """A union whose secret vote has just opened."""

    def __init__(self, size: int) -> None:
        super().__init__(size, adjusted(a_charter(), SECRET))

    def cast_once(self, voter: Member) -> None:
        """Cast; whoever died after it was kept is told that it is in."""
        with suppress(Refused):
            self.cast(voter)

    def close(self) -> None:
        """Write down that the vote is over, and destroy its key."""
        duties.settle_all(at=self.question.closes_at)

    def state(self) -> Report:
        """Say what stands in the tables, and whether the key is there."""
        return super().state() | {
            "envelopes": Envelope.objects.count(),
            "marks": TurnoutMark.objects.count(),
            "secret_ballots": SecretBallot.objects.count(),
            "keys": len(store.names("ballots")),
        }


def killed_while_casting_in_secret() -> Report:
    """Kill the process at every step of casting one secret ballot."""
    vote = SecretVote(3)
    states = [vote.state() for _ in deaths(lambda: vote.cast_once(vote.members[0]))]
    return {"after_deaths": states, "in_the_end": vote.state()}


def killed_while_closing_in_secret() -> Report:
    """Kill the process at every step of closing a secret vote that carries."""
    vote = SecretVote(6)
    for member in vote.members:
        vote.cast(member)
    states = [vote.state() for _ in deaths(vote.close)]
    vote.close()
    vote.question.refresh_from_db()
    return {
        "after_deaths": states,
        "in_the_end": vote.state(),
        "turnout": vote.question.turnout,
    }


def operator_looks() -> Report:
    """Play somebody who holds the machine and tries to find out who said what.

    Twelve voters rank four options, each in another way, in an order nobody chose;
    then the same is done with two plain tables, to see that the attack works.
    """
    union = an_institution(charter=adjusted(a_charter(), SECRET))
    voters = [a_member(union, f"Member {n}") for n in range(VOTERS)]
    options = tuple(map(actions.Option, ("Tea", "Coffee", "Water", "Nothing")))
    aim = actions.Aim(rule_id="options")
    proposal = given.a_proposal(union, voters, at=day(1), options=options, aim=aim)
    question = given.voting(proposal)
    ids = [one["id"] for one in question.options]
    ways = [{one: at for at, one in enumerate(p, 1)} for p in permutations(ids)]
    said = {voter.pk: {"ranks": ways[n]} for n, voter in enumerate(voters)}
    random.SystemRandom().shuffle(voters)
    machine = operator.machine()
    machine.make_naive_tables()
    lines_before = Line.objects.count()

    watch = machine.begin_to_watch()
    for voter in voters:
        marks = said[voter.pk]
        actions.cast_ballot(question, by=voter, marks=marks, at=question.opens_at)
    cast_lines = list(Line.objects.order_by("number")[lines_before:].values_list("by"))
    sealed = list(question.envelopes.values_list("sealed", flat=True))
    key = store.kept(f"ballots/{question.pk}")
    # While it is open whoever has the key can tell whose mark is whose.
    whose = {keyed_digest(key, "voter", str(one.pk)): str(one.pk) for one in voters}
    marked = [
        row._replace(value=whose[row.value])
        for row in machine.rows(TurnoutMark._meta.db_table, "mark")
    ]
    copy = machine.bytes_of_all()
    duties.settle_all(at=question.closes_at)
    ballots = machine.rows(SecretBallot._meta.db_table, "marks")
    found = machine.attacks(said, marked, ballots, watch)
    after = machine.bytes_of_all()

    naive_watch = machine.begin_to_watch()
    for voter in voters:
        machine.cast_naively(voter.pk, said[voter.pk])
    naive_marks = machine.rows("naive_mark", "voter_id")
    naive_ballots = machine.rows("naive_ballot", "marks")
    return {
        "voters": VOTERS,
        "found": found,
        "naive": machine.attacks(said, naive_marks, naive_ballots, naive_watch),
        "cast_lines": len(cast_lines),
        "lengths": len({len(one) for one in sealed}),
        "key_in_copy": _holds(copy, key),
        "key_afterwards": _holds(after, key) or store.is_kept(f"ballots/{question.pk}"),
        "opened_afterwards": _opened(bytes(sealed[0]), str(question.pk)),
        "left": [TurnoutMark.objects.count(), Envelope.objects.count()],
        "sequences": machine.sequences_of(
            [one._meta.db_table for one in (TurnoutMark, Envelope, SecretBallot)]
        ),
        "naive_sequences": machine.sequences_of(["naive_mark", "naive_ballot"]),
        "days": sorted(
            {
                str(day)
                for day in Member.objects.filter(pk__in=said).values_list(
                    "last_active_on", flat=True
                )
            }
        ),
    }


def _holds(blob: bytes, key: bytes) -> bool:
    return key in blob or key.hex().encode() in blob


def _opened(sealed: bytes, about: str) -> bool:
    try:
        keys.opened(sealed, about=about)
    except Refused:
        return False
    return True


STORIES: dict[str, Callable[[], Report]] = {
    story.__name__: story
    for story in (
        killed_while_casting_in_secret,
        killed_while_closing_in_secret,
        operator_looks,
    )
}

if __name__ == "__main__":
    play(STORIES)
