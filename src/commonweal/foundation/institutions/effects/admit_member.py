"""Admitting people as members."""

from collections.abc import Mapping
from typing import Any

from commonweal.foundation.institutions.access import may_be_admitted
from commonweal.foundation.institutions.actions import by_decision
from commonweal.foundation.institutions.effect import Effect, Terms
from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import N_, Fact, Sentence


def told(charter: Charter, terms: Terms) -> Sentence:
    """Name who is admitted, and as what."""
    people = _people(terms)
    gone: Fact = Sentence("effect_admit_member_gone")
    names = tuple(str(one["name"]) or gone for one in people)
    classes = sorted({str(one["member_class"]) for one in people})
    found = [charter.member_class(one) for one in classes]
    as_what: Fact = tuple(one.name for one in found if one)
    return Sentence(
        "effect_admit_member_told", {"names": names, "member_class": as_what}
    )


def letters(terms: Terms) -> int:
    """Count those who have an address and are written to."""
    return sum(bool(one.get("email")) for one in _people(terms))


def _people(terms: Terms) -> list[Mapping[str, Any]]:
    listed = terms.get("people")
    return [
        one
        for one in (listed if isinstance(listed, list | tuple) else ())
        if isinstance(one, Mapping)
    ]


EFFECT = Effect(
    carry_out=by_decision.admit_member,
    check=may_be_admitted,
    words={
        "effect_admit_member": N_("admitting members"),
        "effect_admit_member_title": N_("Admit somebody as a member"),
        "effect_admit_member_more": N_(
            "They are on the members' list from the day it is in force."
        ),
        "effect_admit_member_told": N_("{names}: admitted as {member_class}."),
        "effect_admit_member_gone": N_("Somebody who has left"),
    },
    told=told,
    names_people=True,
    letters=letters,
)
