"""May these two be brought together, may one be shown to the other?

Every answer takes one look-up, and every refusal is the same sentence, which names
neither of the two nor why. So whoever asks learns that something stands in the way,
never what; and whoever brings people together by choice leaves them out without a word.
Where somebody picks another by name, a refusal says nothing either: some have no cause.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime, timedelta
from uuid import UUID

from commonweal.foundation.institutions.models import Member
from commonweal.foundation.rows import Identified
from commonweal.foundation.safeguards.models import Avoidance
from commonweal.foundation.safeguards.naming import ById, owner_digest, pair_digest
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused

MOST_AVOIDED = 50
REFUSAL = "another_will_do"
# Of so many pairs one is refused though nobody asked, where there are so many members.
COVER, ENOUGH_OTHERS = 8, 20
# Of whoever is lost a wish counts that is older than this.
LONG_ASKED = timedelta(days=90)


def may_meet(one: Identified, other: Identified) -> Verdict:
    """Say whether these two members may be brought together."""
    return may_all_meet(one, [other])


def may_all_meet(one: Identified, others: Iterable[Identified]) -> Verdict:
    """Say whether a member may be brought together with all of these."""
    return _may_none_avoid({pair_digest(one, other) for other in others})


def may_pick(one: Identified, other: Member) -> Verdict:
    """Say whether a member may be brought together with one whom they picked by name.

    Whoever can try names could learn from a refusal who asked to be kept from them. So
    some pairs of which nobody asked anything are refused too, always the same ones,
    and which these are only the key can tell. That is done where others can do what
    one is refused: where there are enough members.

    Source: Warner, Randomized Response (1965), on answers that tell of nobody because
    chance gives them too.
    """
    verdict = may_meet(one, other)
    return refused(REFUSAL) if _is_covered(one, other) else verdict


def may_vouch_for(
    one: Identified, lost: Member, *, needed: int, at: datetime
) -> Verdict:
    """Say whether a member may vouch for one who lost every way in.

    What the lost member asked for lately is not asked, nor what would leave too few to
    vouch: whoever has their phone could keep everybody from bringing them back.
    """
    theirs = Avoidance.objects.filter(owner_digest=owner_digest(lost))
    old = theirs.exclude(asked_on__gt=(at - LONG_ASKED).date())
    here = Member.objects.filter(institution=lost.institution_id, left_at=None)
    is_enough = here.count() - 1 - old.count() >= 2 * needed
    is_apart = old.filter(pair_digest=pair_digest(one, lost)).exists()
    if _is_covered(one, lost) or (is_apart and is_enough):
        return refused(REFUSAL)
    return ALLOWED


def _is_covered(one: Identified, other: Member) -> bool:
    """Say whether two are refused though nobody asked, for cover."""
    here = Member.objects.filter(institution=other.institution_id, left_at=None)
    return (
        here.count() >= ENOUGH_OTHERS and int(pair_digest(one, other), 16) % COVER == 0
    )


def kept_from(others: Collection[UUID], *, by: Mapping[UUID, date]) -> frozenset[UUID]:
    """Give those of the others from whom any of these asked to be kept, by that day.

    Only what these asked for counts. So nobody learns who they are by wishes of their
    own, and nobody chooses who is to decide once they know about what.
    """
    pairs = {
        (pair_digest(ById(owner), ById(other)), owner_digest(ById(owner))): (other, day)
        for owner, day in by.items()
        for other in others
        if other != owner
    }
    rows = Avoidance.objects.filter(pair_digest__in=[pair for pair, _ in pairs])
    asked = rows.values_list("pair_digest", "owner_digest", "asked_on")
    nowhere = (None, date.min)
    found = {
        pairs.get((pair, owner), nowhere)[0]
        for pair, owner, day in asked
        if day is None or day <= pairs.get((pair, owner), nowhere)[1]
    }
    return frozenset(one for one in found if one is not None)


def may_be_avoided(
    member: Member | None, other: Member | None, already: Collection[object]
) -> Verdict:
    """Let a member avoid another member of the same institution."""
    belongs = member is not None and member.left_at is None
    there = (
        other is not None
        and member is not None
        and other.institution_id == member.institution_id
        and other.left_at is None
        and other.pk != member.pk
    )
    return first_refusal(
        ALLOWED if belongs else refused("members_only"),
        ALLOWED if there else refused("avoids_nobody"),
        ALLOWED
        if len(already) < MOST_AVOIDED
        else refused("avoids_too_many", most=MOST_AVOIDED),
    )


def _may_none_avoid(digests: Collection[str]) -> Verdict:
    kept_apart = Avoidance.objects.filter(pair_digest__in=list(digests)).exists()
    return refused(REFUSAL) if kept_apart else ALLOWED
