"""Choosing how often letters come, and stopping them by the link in one."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from commonweal.capabilities.reaching.models import LetterChoice
from commonweal.capabilities.reaching.queries import choices_of
from commonweal.capabilities.reaching.queries.choices import Fullness
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.institutions.queries import memberships_of
from commonweal.foundation.people.models import Person
from commonweal.rules.reaching.reminding import How


@transaction.atomic
def choose_letters(person: Person, chosen: Mapping[UUID, How], *, at: datetime) -> None:
    """Keep how often somebody wants letters, by membership; others stay as they are.

    It is nobody's business but theirs, so no line of a journal tells it.
    """
    for one in memberships_of(person, at=at):
        if one.member.pk in chosen:
            _keep(one.member, chosen[one.member.pk])


@transaction.atomic
def stop(person: Person, fullness: Fullness, *, at: datetime) -> None:
    """Send no more letters of one sort: of those that name things, or of the bare."""
    for one in choices_of(person, memberships_of(person, at=at)):
        if one.fullness == fullness:
            _keep(one.membership.member, "never")


def _keep(member: Member, how: How) -> None:
    LetterChoice.objects.update_or_create(
        member=member, defaults={"how": how, "institution_id": member.institution_id}
    )


def forget_choice(member: Member) -> None:
    """Forget how often somebody wanted letters, when they leave."""
    LetterChoice.objects.filter(member=member).delete()
