"""What came of looking again at a decision whose review was due.

A proposal says in its terms which decision it looks at again, and what a yes means:
that it is kept, that other words take its place, or that it ends. So nothing is written
down twice: what stands is read from the proposals there are.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db.models import Q

from commonweal.capabilities.decisions.models import Decision, Proposal
from commonweal.capabilities.decisions.queries.standing import (
    LookedAgain,
    StandingProposal,
)
from commonweal.foundation.institutions.models import Institution


def reviews_of(institution: Institution) -> Mapping[int, LookedAgain]:
    """Give, by the number of a decision, what looks at it again.

    What was carried goes before what is under way; of two, the first.
    """
    asked = (
        Proposal.objects.filter(institution=institution, terms__has_key="again")
        .filter(Q(next_due_at__isnull=False) | Q(decision__isnull=False))
        .exclude(put_at=None)
        .select_related("decision")
        .order_by("decision__decided_at", "number")
    )
    found: dict[int, LookedAgain] = {}
    for one in asked:
        review = _review(one)
        known = found.get(int(one.terms["again"]))
        if known is None or known.is_under_way > review.is_under_way:
            found[int(one.terms["again"])] = review
    return found


def waiting_for_review(
    institution: Institution, *, at: datetime, limit: int
) -> list[int]:
    """Give the numbers of what is due, while no proposal looks at it again."""
    due = Decision.objects.filter(institution=institution, review_at__lte=at)
    numbers = list(
        due.order_by("review_at", "proposal__number").values_list(
            "proposal__number", flat=True
        )
    )
    if not numbers:
        return []
    looked = reviews_of(institution)
    # That something is over asks for no second look.
    over = {one.number for one in looked.values() if one.how == "end"}
    return [one for one in numbers if one not in looked and one not in over][:limit]


def with_reviews(institution: Institution, views: Iterable[StandingProposal]) -> None:
    """Note on those due what looks at them again: one query for them all, or none."""
    due = [one for one in views if one.stage == "review_due"]
    if due:
        found = reviews_of(institution)
        for one in due:
            vars(one.proposal)["looked_again"] = found.get(one.number)


def _review(proposal: Proposal) -> LookedAgain:
    decision = getattr(proposal, "decision", None)
    return LookedAgain(proposal.number, str(proposal.terms["how"]), decision)
