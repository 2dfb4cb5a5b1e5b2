"""Who of those whom a proposal names belongs already."""

from collections.abc import Mapping
from datetime import datetime

from commonweal.foundation.institutions.access import is_of_member
from commonweal.foundation.institutions.charters import Terms
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.institutions.queries.belonging import members
from commonweal.rules.belonging.named import listed, with_people
from commonweal.rules.lookalikes import skeleton


def as_they_belong(institution: Institution, terms: Terms, at: datetime) -> Terms:
    """Name those who belong already by their membership, and as what they do now.

    Nobody here bears another's name, so a name that is written means whoever bears it.
    The id is kept with it: who takes the name later is not meant. Where the id is there
    already, name and class are those of today: whoever was called something else when
    this was drafted is read by the name they bear.
    """
    people = listed(terms)
    if people is None:
        return terms
    here = list(members(institution, at=at))
    there = {skeleton(one.name): one for one in here}
    by_id = {str(one.pk): one for one in here}
    return with_people(terms, [_as_they_belong(one, there, by_id) for one in people])


def _as_they_belong(
    one: object, there: Mapping[str, Member], by_id: Mapping[str, Member]
) -> object:
    if not isinstance(one, Mapping):
        return one
    member = (
        by_id.get(str(one["member"]))
        if is_of_member(one)
        else there.get(skeleton(str(one.get("name"))))
    )
    if member is None:
        return one
    return {
        "member": str(member.pk),
        "name": member.name,
        "former_class": member.member_class,
        "member_class": one.get("member_class"),
    }
