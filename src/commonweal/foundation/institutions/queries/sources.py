"""Where a member's name comes from, as they read it."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Model, Q

from commonweal.foundation.institutions.models import Member, Source
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


def came_by_in_letter(member: Member) -> Sentence:
    """Say how a member came onto the list, in no words of whoever put them there.

    Else anybody could have this server write what they like to any address. The page
    behind the letter's link tells all of it.
    """
    source = member.source
    ground = source.ground if source else "oneself"
    facts: dict[str, Fact] = {"day": source.gathered_on} if source else {}
    return Sentence(f"letter_source_{ground}", facts)


def sources_for(members: Collection[UUID]) -> list[Model]:
    """Give the sources by which these members came, and those they brought."""
    told = Q(member__in=members) | Q(brought_by__in=members)
    return list(Source.objects.filter(told).distinct().order_by("gathered_on", "id"))
