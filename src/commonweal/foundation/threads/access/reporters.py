"""As whom somebody reports words: a member, somebody of a body below, or a stranger."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.utils.crypto import salted_hmac
from django.utils.module_loading import import_string

from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.people.models import Person


@dataclass(frozen=True, slots=True)
class Reporter:
    """Who reports: a member, somebody of a body below, or a stranger.

    `known_as` stands for a person of a body in the reports of this institution alone.
    It is made with a key that is not in the database, and says to nobody who they are.
    """

    member: Member | None = None
    known_as: UUID | None = None

    @property
    def is_stranger(self) -> bool:
        """Whether it is somebody who is not asked who they are."""
        return self.member is None and self.known_as is None


def reporter_here(
    institution: Institution,
    member: Member | None,
    person: Person | None,
    *,
    at: datetime,
) -> Reporter:
    """Give as whom somebody reports: whoever counts in a body below, as themselves."""
    belongs = member is not None and member.left_at is None
    if belongs or person is None or not _counts_below(institution, person, at=at):
        return Reporter(member)
    return Reporter(known_as=known_as(institution.pk, person.pk))


def _counts_below(institution: Institution, person: Person, *, at: datetime) -> bool:
    return any(
        import_string(name)(institution, person, at=at)
        for name in settings.COUNTS_BELOW
    )


def known_as(institution: UUID, person: UUID) -> UUID:
    """Give what stands for a person of a body in the reports of an institution."""
    told = f"{institution} {person}"
    digest = salted_hmac("reports", told, algorithm="sha256").digest()
    return UUID(bytes=digest[:16])


def members_known_as(
    institution: Institution, marks: Collection[UUID]
) -> dict[UUID, UUID]:
    """Give by member as whom they reported, before they came, of a body."""
    there = Member.objects.filter(institution=institution, person__isnull=False)
    found = {
        member: known_as(institution.pk, person)
        for member, person in there.values_list("pk", "person_id")
        if person is not None
    }
    return {member: mark for member, mark in found.items() if mark in marks}
