"""Admitting people as members."""

from collections.abc import Sequence

from commonweal.foundation.institutions.access import is_of_member, may_be_admitted
from commonweal.foundation.institutions.actions import by_decision
from commonweal.foundation.institutions.effect import Effect, Terms
from commonweal.foundation.institutions.queries import as_they_belong
from commonweal.rules.belonging.named import Named, people_in
from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import N_, NP_, Fact, Sentence


def told(charter: Charter, terms: Terms) -> Sentence | None:
    """Name who is admitted, and as what; and which members become something else."""
    people = people_in(terms)
    come = [one for one in people if not is_of_member(one)]
    stay = [one for one in people if is_of_member(one)]
    admitted = _admitted(charter, come) if come else None
    changed = _changed(charter, stay) if stay else None
    if admitted and changed:
        both: dict[str, Fact] = {"admitted": admitted, "changed": changed}
        return Sentence("effect_admit_member_both", both)
    return admitted or changed


def _admitted(charter: Charter, people: Sequence[Named]) -> Sentence:
    return Sentence(
        "effect_admit_member_told",
        {
            "names": _names(people),
            "member_class": _classes(charter, people, "member_class"),
        },
    )


def _changed(charter: Charter, people: Sequence[Named]) -> Sentence:
    return Sentence(
        "effect_admit_member_changed",
        {
            "names": _names(people),
            "count": len(people),
            "now": _classes(charter, people, "former_class"),
            "then": _classes(charter, people, "member_class"),
        },
    )


def _names(people: Sequence[Named]) -> Fact:
    gone: Fact = Sentence("effect_admit_member_gone")
    return tuple(str(one["name"]) or gone for one in people)


def _classes(charter: Charter, people: Sequence[Named], which: str) -> Fact:
    found = (
        charter.member_class(one) for one in sorted({str(p[which]) for p in people})
    )
    return tuple(one.name for one in found if one)


def letters(terms: Terms) -> int:
    """Count those who have an address and are written to."""
    coming = (one for one in people_in(terms) if not is_of_member(one))
    return sum(bool(one.get("email")) for one in coming)


EFFECT = Effect(
    carry_out=by_decision.admit_member,
    check=may_be_admitted,
    words={
        "effect_admit_member": N_("admitting members"),
        "effect_admit_member_title": N_("Admit somebody as a member"),
        "effect_admit_member_more": N_(
            "They are on the members' list from the day it is in force. Write the name "
            "of somebody who belongs already to make them another kind of member."
        ),
        "effect_admit_member_told": N_("{names}: admitted as {member_class}."),
        "effect_admit_member_changed": NP_(
            "{names} belongs here already, as {now}, and becomes {then}.",
            "{names} belong here already, as {now}, and become {then}.",
            by="count",
        ),
        "effect_admit_member_both": N_("{admitted} {changed}"),
        "effect_admit_member_gone": N_("Somebody who has left"),
    },
    told=told,
    takes=("people",),
    names_people=True,
    letters=letters,
    understood=as_they_belong,
    of_the_bodies=True,
)
