"""Whether a delegate may put words to the congress, and speak."""

from datetime import datetime

from commonweal.capabilities.confederation.models import ConfederalDeed, Matter
from commonweal.capabilities.confederation.queries.matters import (
    Read,
    closes_at,
    is_open,
)
from commonweal.capabilities.confederation.queries.seats import seat_held_by
from commonweal.foundation.institutions.access import may_be_written_in
from commonweal.foundation.institutions.models import Member
from commonweal.rules.confederation.bodies import Union
from commonweal.rules.confederation.council import may_put_again
from commonweal.rules.confederation.deeds import Composed
from commonweal.rules.confederation.gaps import has_gap, number_in, ways_in
from commonweal.rules.confederation.mandates import digest_of
from commonweal.rules.confederation.verdicts import may_do
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused


def may_put(
    read: Read, member: Member | None, *, is_urgent: bool, at: datetime
) -> Verdict:
    """Let a delegate who holds a seat put words to the congress, one at a time."""
    held = seat_held_by(read.matter.institution, member, at=at)
    if held is None:
        return refused("holds_no_seat")
    put = read.put
    if put is not None and is_open(put, at=at):
        return refused("congress_speaks_already")
    # Who would be asked does not bear on whether the congress may speak.
    nobody = Union("", read.case.ratifying, ())
    return first_refusal(
        may_be_written_in(read.matter.institution, at=at),
        may_do(
            read.case, read.now, Composed("", ALLOWED, nobody, at, is_urgent=is_urgent)
        ),
        ALLOWED
        if put is None or put.body != held.body
        else may_put_again(closed_at=closes_at(put), at=at),
    )


def may_be_put(matter: Matter, words: str) -> Verdict:
    """Let words say something of their own, and a change stand as it was raised."""
    if matter.change and words != matter.text:
        return refused("change_is_put_as_raised")
    if not words.strip():
        return refused("words_say_nothing")
    if words == matter.text:
        return ALLOWED
    other = _has_these_words(matter, digest_of(words, matter.change))
    return refused("words_of_another", number=other) if other else ALLOWED


def _has_these_words(matter: Matter, digest: str) -> int | None:
    """Give the number of another matter that has just these words, or had them.

    What mandates say of words goes by their digest, so no matter speaks for another.
    """
    others = Matter.objects.filter(institution=matter.institution).exclude(pk=matter.pk)
    for one in others.order_by("number"):
        if digest_of(one.text, one.change) == digest:
            return one.number
    deeds = ConfederalDeed.objects.filter(
        institution=matter.institution,
        deed__in=("put", "composed"),
        facts__text=digest,
    ).exclude(matter=matter)
    return deeds.order_by("number").values_list("matter__number", flat=True).first()


def may_be_asked_so(
    matter: Matter, words: str, *, number: str, asks_way: bool
) -> Verdict:
    """Let a number stand in the one gap of words, and ways be asked for that are there.

    Words with a gap are put with the number that is to stand there. A change of the
    pact leaves nothing open.
    """
    words = "" if matter.change else words
    if asks_way and not ways_in(words):
        return refused("words_list_no_ways")
    if number and number_in(number) is None:
        return refused("number_unreadable")
    if number and not has_gap(words):
        return refused("words_have_no_gap")
    if has_gap(words) and (asks_way or not number):
        return refused("gap_needs_number")
    return ALLOWED


def may_say(
    read: Read, put: ConfederalDeed | None, member: Member | None, *, at: datetime
) -> Verdict:
    """Let whoever holds a seat speak from it, while it is open.

    What is outside the mandate is taken too: it does not count, and the base is told.
    """
    held = seat_held_by(read.matter.institution, member, at=at)
    if held is None:
        return refused("holds_no_seat")
    if put is None or not is_open(put, at=at):
        return refused("congress_does_not_speak")
    return ALLOWED
