"""May these two be brought together, may one be shown to the other?

Every answer takes one look-up, and every refusal is the same sentence, which names
neither of the two nor why. So whoever asks learns that something stands in the way,
never what; and whoever brings people together by choice leaves them out without a word.
Where somebody picks another by name, a refusal says nothing either: some have no cause.
"""

from collections.abc import Collection, Iterable

from commonweal.foundation.institutions.models import Member
from commonweal.foundation.rows import Identified
from commonweal.foundation.safeguards.models import Avoidance
from commonweal.foundation.safeguards.naming import pair_digest
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused

MOST_AVOIDED = 50
REFUSAL = "another_will_do"
# Of so many pairs one is refused though nobody asked, where there are so many members.
COVER, ENOUGH_OTHERS = 8, 20


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
    verdict, digest = may_meet(one, other), pair_digest(one, other)
    here = Member.objects.filter(institution=other.institution_id, left_at=None)
    covered = here.count() >= ENOUGH_OTHERS and int(digest, 16) % COVER == 0
    return refused(REFUSAL) if covered else verdict


def may_show(subject: Identified, viewer: Identified) -> Verdict:
    """Say whether what leads to a member may be shown to another.

    That is where they are, when they come, how they are reached, and what is sealed
    about them. What they say to all of an institution is not asked for here.
    """
    return may_meet(subject, viewer)


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
