"""What becomes of a question when a body ends, goes, merges or parts while it is asked.

Whoever was asked at the opening is asked to the end, and what they said stands. A body
that is dissolved or has left before it answered is no longer waited for. Bodies that
merge become one body, those that part stay one here: nobody wins a vote by being cut in
pieces. Who joins meanwhile is asked the next time; who is put out is still heard.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import reduce

from commonweal.rules.confederation.answers import Answer
from commonweal.rules.confederation.bodies import Base, Body, Union
from commonweal.rules.confederation.voices import Voices


def waited_for(union: Union, by: Voices, answers: Mapping[str, Answer]) -> Union:
    """Give who is still asked, out of those asked at the opening.

    A body all of whose heirs are gone is dropped, unless somebody had answered for it.
    """
    found: list[Body] = []
    for body in union.bodies:
        if isinstance(body, Union):
            below = waited_for(body, by, answers)
            if below.bodies and (body.id not in by.gone or _spoke(below, by, answers)):
                found.append(below)
        elif speaking(by, body.id, answers) or not by.heirs(body.id) <= by.gone:
            found.append(body)
    return replace(union, bodies=_merged(found, by))


def _spoke(union: Union, by: Voices, answers: Mapping[str, Answer]) -> bool:
    return any(speaking(by, base, answers) for base in union.bases)


def _merged(bodies: list[Body], by: Voices) -> tuple[Body, ...]:
    """Make one body of bases that somebody speaks for together."""
    if not by.followed_by:
        return tuple(bodies)
    kept: list[Body] = []
    for body in bodies:
        same = [one for one in kept if _are_one(one, body, by)]
        kept = [one for one in kept if one not in same]
        kept.append(reduce(_one, [*same, body]))
    return tuple(kept)


def _are_one(one: Body, other: Body, by: Voices) -> bool:
    if isinstance(one, Union) or isinstance(other, Union):
        return False
    return not _heirs(one, by).isdisjoint(_heirs(other, by))


def _heirs(base: Base, by: Voices) -> frozenset[str]:
    every = (by.heirs(one) for one in base.bases)
    return frozenset[str]().union(*every)


def _one(one: Body, other: Body) -> Body:
    assert isinstance(one, Base)
    assert isinstance(other, Base)
    return replace(one, one_with=(*one.one_with, other, *other.one_with))


def speaking(by: Voices, body: str, answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """Give whose answers are taken for a body, by who gave them.

    Those who follow speak once all of them have; until then what the body itself
    said stands, so that a part of it silences nobody.
    """
    below = [
        speaking(by, one, answers)
        for one in by.followed_by.get(body, ())
        if one not in by.gone or one in answers
    ]
    later = {name: given for found in below for name, given in found.items()}
    if later and all(below):
        return later
    return {body: answers[body]} if body in answers else later
