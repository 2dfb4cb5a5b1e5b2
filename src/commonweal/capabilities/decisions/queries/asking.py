"""Votes as rows, with what one reader has to do with each, asked along with them."""

from django.db.models import (
    Count,
    Exists,
    IntegerField,
    OuterRef,
    QuerySet,
    Subquery,
    UUIDField,
)

from commonweal.capabilities.decisions.models import Ballot, Question
from commonweal.foundation.institutions.models import Institution, Member, RollEntry
from commonweal.foundation.prepared import Given, Prepared

LATER = frozenset({"outcome", "verdict"})


def questions_for(member: Member | Given | None) -> QuerySet[Question]:
    """Give votes with their turnout, and a reader's ballot and place on the roll."""
    asked = Question.objects.select_related("roll")
    asked = asked.annotate(cast=Count("ballots", distinct=True))
    if member is None:
        return asked
    reader = member.pk if isinstance(member, Member) else member
    ballots = Ballot.objects.filter(question=OuterRef("pk"), voter_id=reader)
    entries = RollEntry.objects.filter(roll=OuterRef("roll"), member_id=reader)
    return asked.annotate(
        mine=Subquery(ballots.values("marks")[:1]),
        listed=Exists(entries),
    )


def vote_in(
    institution: Institution, number: int, call: int, member: Member | None = None
) -> Question | None:
    """Find a call of the vote on a proposal, by its number in this institution.

    With it comes whether this member stands on its roll.
    """
    place = {"institution": institution, "number": number, "call": call}
    question = _vote.first({**place, "member": member})
    if question is not None:
        # The institution is at hand: whoever acts on the vote need not look for it.
        question.institution = question.proposal.institution = institution
        listed: bool = vars(question).pop("listed")
        vars(question)["known_on_roll"] = {member.pk: listed} if member else {}
    return question


@Prepared
def _vote() -> QuerySet[Question]:
    asked = Question.objects.select_related("proposal").filter(
        institution_id=Given("institution", UUIDField()),
        # Twice, so that the database finds it by its number among all proposals.
        proposal__institution_id=Given("institution", UUIDField()),
        proposal__number=Given("number", IntegerField()),
        call=Given("call", IntegerField()),
    )
    entries = RollEntry.objects.filter(
        roll=OuterRef("roll"), member_id=Given("member", UUIDField())
    )
    # A ballot is held against the options; the rest is read by whoever needs it.
    return asked.annotate(listed=Exists(entries)).only(
        *(one.name for one in Question._meta.concrete_fields if one.name not in LATER),
        *("proposal__institution", "proposal__number"),
    )
