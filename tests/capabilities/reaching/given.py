"""Given members whose letters arrive, and a morning on which those are written."""

from dataclasses import replace
from datetime import timedelta

from commonweal.capabilities.reaching import actions, duties
from commonweal.capabilities.reaching.models import Reminded
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.people.models import OutgoingMail
from commonweal.foundation.people.queries import opened_letter
from commonweal.rules.reaching.terms import Reaching
from tests.builders import a_charter, an_institution, confirmed, founder_of

HOUR = timedelta(hours=1)


def a_union(*, bare, founder="Asha"):
    """Give an institution with letters that name things, or name nothing."""
    charter = replace(a_charter(), reaching=Reaching(bare_letters=bare))
    return an_institution(charter=charter, founder=founder)


def reached(institution):
    """Give the founder, whose address is theirs without doubt."""
    return confirmed(founder_of(institution))


def wants(member, how):
    actions.choose_letters(
        member.person, {member.pk: how}, at=member.institution.founded_at
    )


def written_at(at):
    """Give the letters that are written at a moment, after all that was before."""
    duties.write_reminders(at - 2 * HOUR)
    Reminded.objects.update(look_at=at)
    before = set(OutgoingMail.objects.values_list("pk", flat=True))
    duties.write_reminders(at)
    rows = OutgoingMail.objects.exclude(pk__in=before).exclude(sealed=None)
    return [opened_letter(row) for row in rows.order_by("written_at", "id")]


def same_person(member, institution, at):
    """Let somebody belong to another institution as well."""
    return Member.objects.create(
        institution=institution,
        person=member.person,
        name=member.name,
        member_class=founder_of(institution).member_class,
        joined_at=at,
        taken_up_at=at,
        last_active_on=at.date(),
    )
