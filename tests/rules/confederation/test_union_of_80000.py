"""A year in a union of 80,000 members, 1,200 branches and four levels, all by rule.

Branches belong to towns, towns to regions, regions to the union, as large as the CGT
with its 1,200 branches. Each matter is answered by branches that vote, stay silent,
answer late, answer twice, part and merge. Held against each is a count by hand out of
the ballots of the members themselves.
"""

import random
from collections import Counter
from datetime import timedelta
from fractions import Fraction

import pytest
from tests.rules.confederation.by_hand import slowly_ratified
from tests.rules.confederation.valley import NOON, on

from commonweal.rules.confederation.answers import Answer, Counts
from commonweal.rules.confederation.binding import is_bound
from commonweal.rules.confederation.bodies import Base, Union
from commonweal.rules.confederation.deeds import Composed, Raised
from commonweal.rules.confederation.matter import matter
from commonweal.rules.confederation.state import Case
from commonweal.rules.confederation.terms import Pact, Raising, Ratifying
from commonweal.rules.verdict import ALLOWED

PACT = Pact(
    raising=Raising(notice_days=10),
    ratifying=Ratifying(window_days=10, answering=Fraction(1, 3)),
)
REGIONS, TOWNS, BRANCHES = 12, 10, 10


def grown(chance, *, regions, members):
    """Give a union of so many regions, of as unequal branches as there are."""
    number = regions * TOWNS * BRANCHES
    marks = sorted(chance.sample(range(1, members), number - 1))
    sizes = [b - a for a, b in zip([0, *marks], [*marks, members], strict=True)]
    chance.shuffle(sizes)
    branches = [Base(f"b{one}", size) for one, size in enumerate(sizes)]
    towns = [
        Union(f"t{one}", PACT.ratifying, tuple(branches[one * BRANCHES :][:BRANCHES]))
        for one in range(regions * TOWNS)
    ]
    return Union(
        "union",
        PACT.ratifying,
        tuple(
            Union(f"r{one}", PACT.ratifying, tuple(towns[one * TOWNS :][:TOWNS]))
            for one in range(regions)
        ),
    )


def answered(chance, branch, mood):
    """Let the members of a branch vote, or be silent, or be late, or vote twice."""
    day = chance.choice((13, 15, 19, 23))
    for _again in range(chance.choice((0, 1, 1, 1, 2))):
        present = chance.randint(0, branch.members)
        ballots = Counter(
            chance.choices(("yes", "no", "abstain"), (mood, 10 - mood, 1), k=present)
        )
        yes, no, away = ballots["yes"], ballots["no"], ballots["abstain"]
        counts = Counts(yes, no, away, present, branch.members)
        yield Answer(branch.id, "words", "yes" if yes > no else "no", counts, on(day))
        day += 1


def year(chance, union, matters):
    """Live through so many matters, and give what became of each."""
    case = Case(PACT, "dues", frozenset({"dues"}), "Europe/Madrid")
    ends = Counter()
    for _one in range(matters):
        mood = chance.choice((4, 5, 6, 7))
        deeds = [Raised("b0", on(1)), Composed("words", ALLOWED, union, on(12))]
        for branch in union.bases.values():
            deeds += answered(chance, branch, mood)
        now = matter(case, deeds, at=NOON + timedelta(days=100))
        ends[now.stage] += 1
        held_by_hand(case, union, now, deeds)
    return ends


def held_by_hand(case, union, now, deeds):
    in_time = [d for d in deeds if isinstance(d, Answer) and d.at < on(22)]
    answers = {one.body: one for one in sorted(in_time, key=lambda one: one.at)}
    is_yes, _enough, _stands = slowly_ratified(union, answers)
    assert is_yes == (now.stage == "ratified")
    # Counted once, and never more than there are.
    assert now.said.total.yes == sum(one.counts.yes for one in answers.values())
    assert now.said.members == union.members
    assert now.said.total.present <= union.members
    bound = {bool(is_bound(case, now, one, at=on(90))) for one in ("r0", "t3", "b7")}
    assert bound == {is_yes}


def test_a_small_union_lives_through_a_month():
    chance = random.Random(1)

    ends = year(chance, grown(chance, regions=1, members=3_000), 4)

    assert sum(ends.values()) == 4


@pytest.mark.long
def test_the_union_lives_through_a_year():
    chance = random.Random(2)
    union = grown(chance, regions=REGIONS, members=80_000)

    ends = year(chance, union, 52)

    assert len(union.bases) == 1_200
    assert union.members == 80_000
    assert ends["ratified"]
    assert ends["failed"]
