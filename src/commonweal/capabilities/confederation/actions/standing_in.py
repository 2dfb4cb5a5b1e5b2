"""A delegate hands their seat over for a while to who steps in, and takes it back."""

from datetime import datetime, timedelta

from django.db import transaction

from commonweal.capabilities.confederation import queries
from commonweal.capabilities.confederation.actions.belonging import locked
from commonweal.capabilities.confederation.actions.noting import Doing, note
from commonweal.foundation.institutions.models import Member
from commonweal.rules.verdict import ALLOWED, refused, require

LONGEST_DAYS = 60


@transaction.atomic
def hand_over(member: Member, *, days: int, at: datetime) -> None:
    """Hand over every seat one speaks from, for some days; who steps in speaks now."""
    whole = locked({"confederation": member.institution_id}, at=at)
    require(ALLOWED if 1 <= days <= LONGEST_DAYS else refused("days_to_hand_over"))
    mine = [one for one in queries.my_seats(whole, member, at=at) if one.is_mine]
    require(ALLOWED if mine else refused("holds_no_seat"))
    until = at + timedelta(days=days)
    for one in mine:
        require(one.may_hand_over)
        doing = Doing(
            "handed_over",
            one.sent.body,
            seat=one.sent.number,
            who=member,
            facts={"until": until.isoformat()},
        )
        note(whole, doing, by=member, at=at)


@transaction.atomic
def take_back(member: Member, *, at: datetime) -> None:
    """Take back every seat that one handed over."""
    whole = locked({"confederation": member.institution_id}, at=at)
    there = queries.my_seats(whole, member, at=at)
    mine = [one for one in there if one.may_take_back]
    require(ALLOWED if mine else refused("nothing_handed_over"))
    for one in mine:
        sent = one.sent
        doing = Doing("took_back", sent.body, seat=sent.number, who=member)
        note(whole, doing, by=member, at=at)
