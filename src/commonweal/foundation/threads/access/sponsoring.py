"""Whose contributions wait for a sponsor, and who may be one."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Count

from commonweal.foundation.institutions.access import has_right
from commonweal.foundation.institutions.charters import charter_in_force
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.safeguards.access import may_pick
from commonweal.foundation.threads.access.looking import stewards
from commonweal.foundation.threads.models import Hold
from commonweal.rules.charters.charter import Charter
from commonweal.rules.moderation.newcomers import is_newcomer
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused


def newcomers(
    institution: Institution,
    charter: Charter,
    members: Collection[UUID],
    *,
    at: datetime,
) -> frozenset[UUID]:
    """Give those of these members who are new here. The founder never is."""
    terms = charter.moderation
    if not members or not (terms.newcomer_posts or terms.newcomer_days):
        return frozenset()
    rows = Member.objects.filter(
        institution=institution, pk__in=members, joined_at__gt=institution.founded_at
    ).values_list("pk", "joined_at")
    through = Hold.objects.filter(
        institution=institution, author__in=members, let_through=True
    )
    vouched = dict(through.order_by().values_list("author").annotate(count=Count("id")))
    return frozenset(
        member
        for member, joined in rows
        if is_newcomer(terms, joined_at=joined, vouched=vouched.get(member, 0), at=at)
    )


def is_new(member: Member | None, charter: Charter, *, at: datetime) -> bool:
    """Say whether what this member contributes waits for a sponsor."""
    if member is None:
        return False
    return bool(newcomers(member.institution, charter, [member.pk], at=at))


def may_sponsor(
    member: Member | None, charter: Charter, hold: Hold, *, at: datetime
) -> Verdict:
    """Let stewards, or whoever is no newcomer, let others' contributions through.

    Where stewards are to do it and nobody holds their office, longer members do. Who
    decides is what the charter said when the words were held: a change of it lets
    nobody in over words that wait already.
    """
    here = hold.institution
    then = charter_in_force(here, at=hold.held_at)
    terms = then.moderation
    holders = stewards(here, terms.office, at=at) if terms.office else frozenset()
    by_stewards = terms.sponsors == "stewards" and bool(holders)
    known = member is not None and (
        member.pk in holders if by_stewards else not is_new(member, then, at=at)
    )
    own = member is not None and member.pk == hold.author_id
    return first_refusal(
        has_right(member, charter, "speak", at=at),
        refused("sponsor_of_oneself") if own else ALLOWED,
        ALLOWED if known else refused("sponsors_are_others"),
        refused("hold_is_over") if hold.answered_at else ALLOWED,
        _may_meet(member, hold),
    )


def _may_meet(member: Member | None, hold: Hold) -> Verdict:
    return ALLOWED if member is None else may_pick(member, hold.author)
