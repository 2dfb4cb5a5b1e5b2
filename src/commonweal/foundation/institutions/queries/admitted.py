"""Who of those whom a proposal names belongs already."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from commonweal.foundation.institutions.access import is_of_member
from commonweal.foundation.institutions.charters import Terms
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.institutions.queries.belonging import members
from commonweal.rules.lookalikes import skeleton


def as_they_belong(institution: Institution, terms: Terms, at: datetime) -> Terms:
    """Name those who belong already by their membership, and as what they do now.

    Nobody here bears another's name, so a name that is written means whoever bears it.
    The id is kept with it: who takes the name later is not meant.
    """
    people = terms.get("people")
    if not isinstance(people, Sequence) or isinstance(people, str):
        return terms
    there = {skeleton(one.name): one for one in members(institution, at=at)}
    return {**terms, "people": [_as_they_belong(one, there) for one in people]}


def _as_they_belong(one: object, there: Mapping[str, Member]) -> object:
    if not isinstance(one, Mapping) or is_of_member(one):
        return one
    member = there.get(skeleton(str(one.get("name"))))
    if member is None:
        return one
    return {
        "member": str(member.pk),
        "name": member.name,
        "former_class": member.member_class,
        "member_class": one.get("member_class"),
    }
