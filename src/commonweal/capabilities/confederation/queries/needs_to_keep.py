"""What a body is to say or to put right of what a confederation asks of all."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from commonweal.capabilities.confederation.models import Body
from commonweal.capabilities.confederation.queries.may_keep import SHOWN_BY_RECORD
from commonweal.capabilities.confederation.queries.needs import TogetherNeed
from commonweal.capabilities.confederation.queries.standards import KeptTold, kept_by
from commonweal.capabilities.decisions.models import Proposal
from commonweal.foundation.institutions.access import has_right
from commonweal.foundation.institutions.charters import charters_in_force
from commonweal.foundation.institutions.queries import Membership
from commonweal.foundation.language import say

DECIDED_BY = {"together_say_kept": "say_kept", "together_plan": "plan_to_keep"}


def needs_to_keep(
    memberships: Sequence[Membership], *, at: datetime
) -> Iterator[TogetherNeed]:
    """List what waits for members of bodies who may propose, and is not under way."""
    theirs = {
        one.institution.pk: one
        for one in memberships
        if has_right(one.member, one.charter, "propose", at=at)
    }
    rows = Body.objects.filter(body__in=theirs).select_related("institution")
    there = list(
        rows.filter(institution__dissolved_at=None).order_by("applied_at", "id")
    )
    charters = charters_in_force({one.institution_id for one in there}, at=at)
    for row in there:
        charter = charters.get(row.institution_id)
        if charter is None or not charter.standards:
            continue
        for told in kept_by(row.institution, [row.body], at=at).get(row.body, ()):
            kind = _asked_of(told)
            if kind and not _is_under_way(theirs[row.body], kind):
                name = say(told.kept.standard.name)
                yield TogetherNeed(
                    kind, theirs[row.body], name, row.institution_id, told.kept.until
                )


def _asked_of(told: KeptTold) -> str | None:
    """Name what the body can do about it now."""
    kept = told.kept
    if kept.state == "met" or not kept.standard.required:
        return None
    if kept.why.id == "standard_unknown":
        return "together_say_kept"
    by_record = kept.standard.asked in SHOWN_BY_RECORD
    return "together_plan" if kept.state == "breached" or by_record else None


def _is_under_way(one: Membership, kind: str) -> bool:
    rows = Proposal.objects.filter(
        institution=one.institution,
        effect=DECIDED_BY[kind],
        put_at__isnull=False,
        withdrawn_at=None,
        next_due_at__isnull=False,
    )
    return rows.exists()
