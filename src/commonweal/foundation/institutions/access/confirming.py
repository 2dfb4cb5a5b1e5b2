"""May this member say that they know somebody who came by an open invitation?"""

from dataclasses import replace
from datetime import datetime

from commonweal.foundation.institutions.access.belonging import has_right
from commonweal.foundation.institutions.access.knowing import may_know
from commonweal.foundation.institutions.access.meeting import may_pick
from commonweal.foundation.institutions.access.origins import (
    origins_of,
    who_could_confirm,
    who_waited,
)
from commonweal.foundation.institutions.models import Confirmation, Member
from commonweal.rules.belonging import confirming
from commonweal.rules.belonging.independence import Origin
from commonweal.rules.charters.charter import Charter
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused


def may_confirm(
    by: Member | None, newcomer: Member, charter: Charter, *, at: datetime
) -> Verdict:
    """Let somebody who counts, and came another way, say that they know a newcomer."""
    if by is None:
        return refused("members_only")
    if newcomer.waits_anew(at):
        return first_refusal(
            refused("member_has_left") if newcomer.left_at is not None else ALLOWED,
            may_know(by, newcomer, charter, at=at),
            has_right(by, charter, "invite", at=at),
            ALLOWED if by.pk == newcomer.pk else may_pick(by, newcomer),
        )
    origins = origins_of(newcomer.institution, [by.pk, newcomer.pk])
    theirs, own = origins[newcomer.pk], origins[by.pk]
    said = Confirmation.objects.filter(member=newcomer)
    return first_refusal(
        refused("member_has_left") if newcomer.left_at is not None else ALLOWED,
        confirming.may_confirm(
            _as_seen_by(newcomer, own, by, at=at),
            theirs,
            is_known=_is_known(newcomer, theirs, at=at),
            counts=by.counts(at),
            others_could=_others_could(newcomer, theirs, charter, at=at),
            said_already=said.filter(said_by=by).exists(),
        ),
        has_right(by, charter, "invite", at=at),
        ALLOWED if by.pk == newcomer.pk else may_pick(by, newcomer),
    )


def _as_seen_by(newcomer: Member, own: Origin, by: Member, *, at: datetime) -> Origin:
    """Leave out by which door one came who was there before somebody who waits."""
    was_first = not by.confirmers_needed and not newcomer.counts(at)
    return replace(own, door="") if was_first else own


def _is_known(newcomer: Member, theirs: Origin, *, at: datetime) -> bool:
    """Say whether nobody has to say so any more: of the first, one still can."""
    return newcomer.counts(at) and bool(theirs.known_to or not theirs.door)


def _others_could(
    newcomer: Member, theirs: Origin, charter: Charter, *, at: datetime
) -> bool:
    """Say whether enough could say so who neither invited them nor came along."""
    here = newcomer.institution
    could = who_could_confirm(here, charter, at=at)
    could = frozenset(one for one in could if str(one) != theirs.invited_by)
    needed = max(newcomer.confirmers_needed, 1)
    # Of the first, all who came along; later, only those who waited themselves.
    along = could & who_waited(here) if newcomer.confirmers_needed else could
    if theirs.door and len(could - along) < needed:
        doors = origins_of(here, along)
        could -= {one for one in along if doors[one].door == theirs.door}
    return len(could) >= needed
