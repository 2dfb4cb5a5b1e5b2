"""Who of a base is not on the roll of its answer: nobody votes in two bases."""

from datetime import datetime
from uuid import UUID

from django.db.models.functions import Coalesce

from commonweal.capabilities.confederation.models import NotAsked
from commonweal.capabilities.confederation.queries.choices import matter_named
from commonweal.foundation.institutions.charters import Terms
from commonweal.foundation.institutions.models import Institution, Member


def not_on_roll(
    institution: Institution, terms: Terms, at: datetime
) -> frozenset[UUID]:
    """Give the members who were not asked when the question was put to the bases.

    They are counted at another base, could not vote then, or came since.
    """
    read = matter_named(terms.get("matter"), at=at)
    if read is None or read.now.asked is None:
        return frozenset()
    there = NotAsked.objects.filter(matter=read.matter, body=institution.pk)
    came = Member.objects.filter(institution=institution).alias(
        came_at=Coalesce("taken_up_at", "joined_at")
    )
    later = came.filter(came_at__gt=read.now.asked.opens_at)
    return frozenset(
        (*there.values_list("member", flat=True), *later.values_list("pk", flat=True))
    )
