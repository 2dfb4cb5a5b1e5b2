"""Where a member's name comes from, as they read it."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import F, Model, Q

from commonweal.foundation.institutions.models import (
    Institution,
    Invitation,
    Member,
    Source,
)
from commonweal.rules.sentence import Fact, Sentence


def came_by(member: Member) -> Sentence:
    """Say how a member came onto the list, and who gave their name."""
    source = member.source
    if source is None:
        return Sentence("source_oneself")
    facts: dict[str, Fact] = {"day": source.gathered_on, "origin": source.origin}
    by = source.brought_by
    facts["by"] = by.name if by and by.name else Sentence("source_by_nobody")
    return Sentence(f"source_{source.ground}", facts)


def written_to(institution: Institution) -> frozenset[UUID]:
    """Give whom a letter went to when they were put on the list and have not come.

    A printed code that goes out with a list is of a sheet; a letter's is of none.
    """
    letters = Invitation.objects.filter(
        institution=institution,
        for_member__person=None,
        made_at=F("for_member__joined_at"),
        sheet=None,
    )
    return frozenset(letters.values_list("for_member_id", flat=True))


def sources_for(members: Collection[UUID]) -> list[Model]:
    """Give the sources by which these members came, and those they brought."""
    told = Q(member__in=members) | Q(brought_by__in=members)
    return list(Source.objects.filter(told).distinct().order_by("gathered_on", "id"))
