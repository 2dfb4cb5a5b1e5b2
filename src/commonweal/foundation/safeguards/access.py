"""May these two be brought together, may one be shown to the other?

Every answer takes one look-up, and every refusal is the same sentence, which names
neither of the two nor why. So whoever asks learns that something stands in the way,
never what; and whoever brings people together by choice leaves them out without a word.
"""

from collections.abc import Collection, Iterable

from commonweal.foundation.institutions.models import Member
from commonweal.foundation.rows import Identified
from commonweal.foundation.safeguards.models import Avoidance
from commonweal.foundation.safeguards.naming import pair_digest
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused

MOST_AVOIDED = 50


def may_meet(one: Identified, other: Identified) -> Verdict:
    """Say whether these two members may be brought together."""
    return may_all_meet(one, [other])


def may_all_meet(one: Identified, others: Iterable[Identified]) -> Verdict:
    """Say whether a member may be brought together with all of these."""
    return _may_none_avoid({pair_digest(one, other) for other in others})


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
    return refused("another_will_do") if kept_apart else ALLOWED
