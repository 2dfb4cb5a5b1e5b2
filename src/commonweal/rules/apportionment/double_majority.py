"""Both must agree: enough of the bodies, and enough of all their members together.

So the many small bodies cannot outvote most members, nor one large body most bodies.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused

HALF = Fraction(1, 2)


class Answers(NamedTuple):
    """How many members of a body said yes and how many no."""

    yes: int
    no: int


def carried(
    answers: Mapping[str, Answers],
    *,
    bodies: int,
    bodies_over: Fraction = HALF,
    members_over: Fraction = HALF,
) -> Verdict:
    """Carry a motion if more than a share of bodies and of ballots say yes.

    `bodies` is how many there are in all; one that did not answer is counted among
    them, so silence is no yes. A body says yes if more of its members do than not.
    Ballots are counted over all bodies that answered. Refuses with the first majority
    that is missing.
    """
    assert len(answers) <= bodies
    for_it = sum(1 for answer in answers.values() if answer.yes > answer.no)
    yes = sum(answer.yes for answer in answers.values())
    cast = yes + sum(answer.no for answer in answers.values())
    return first_refusal(
        ALLOWED
        if for_it > bodies_over * bodies
        else refused(
            "double_majority_bodies", yes=for_it, bodies=bodies, needed=bodies_over
        ),
        ALLOWED
        if yes > members_over * cast
        else refused(
            "double_majority_members", yes=yes, cast=cast, needed=members_over
        ),
    )
