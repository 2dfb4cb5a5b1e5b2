"""What newcomers contributed and a sponsor has not answered yet."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q

from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.institutions.queries import Membership
from commonweal.foundation.journal.models import Line
from commonweal.foundation.threads import access
from commonweal.foundation.threads.models import Hold, Post
from commonweal.foundation.threads.queries.matters import (
    StewardNeed,
    hidden_places,
    said_at,
)
from commonweal.rules.journal_seals import column_seal
from commonweal.rules.moderation.said import Said
from commonweal.rules.sentence import Sentence

HELD_DRAFT, TOOK_BACK = "hold_proposal", "took_back"
WAITING = ("said_in_thread", HELD_DRAFT)
ANSWERS = ("turned_down", "vouched_for")


@dataclass(frozen=True, slots=True)
class Waiting:
    """A newcomer's contribution, and its words."""

    hold: Hold
    said: Said


def held_back(institution: Institution, ids: Collection[UUID]) -> dict[UUID, Hold]:
    """Give what is not let through of these places, the refused among it."""
    if not ids:
        return {}
    rows = Hold.objects.filter(
        Q(let_through=None) | Q(let_through=False),
        institution=institution,
        about_id__in=ids,
    )
    # The newest answer counts, where something was turned down and sent again.
    return {one.about_id: one for one in rows.order_by("held_at")}


def without_hidden(
    institution: Institution, posts: Sequence[Post], *, by: Member | None, at: datetime
) -> list[Post]:
    """Give posts with the words gone from those hidden, or held from this reader."""
    ids = [one.pk for one in posts]
    hidden, held = hidden_places(institution, at=at), held_back(institution, ids)
    seen = []
    for post in posts:
        own = by is not None and post.author_id == by.pk
        if post.pk in hidden or (post.pk in held and not own):
            post.text = ""
        seen.append(post)
    return seen


def holds_compared(institution: Institution) -> Iterator[Sentence]:
    """Say how many words are held back, or answered, otherwise than lines tell.

    Lines of before did not say whether words had to wait, so of those any may.
    """
    told = list(
        Line.objects.filter(
            institution=institution, deed__in=(*WAITING, *ANSWERS, TOOK_BACK)
        )
        .order_by("number")
        .values_list("number", "deed", "about_id", "by", "at", "facts")
    )
    lines = [_Told(*one) for one in told]
    waits = {
        (one.about, one.by, one.at): one
        for one in lines
        if one.deed in WAITING and one.facts.get("waits", 1)
    }
    answers = {one.about: one for one in lines if one.deed in ANSWERS}
    back = {one.about for one in lines if one.deed == TOOK_BACK}
    holds = list(Hold.objects.filter(institution=institution))
    for hold in holds:
        waiting = (hold.about_id, hold.author_id, hold.held_at)
        if waiting not in waits or not _is_answered_so(hold, answers.get(hold.pk)):
            yield Sentence("journal_hold_unannounced")
    yield from _holds_gone(holds, waits, answers, back)


def seal_of_reason(hold: Hold) -> str:
    """Digest why words were not let through, which their author alone reads."""
    return column_seal("reason", hold.reason, salt=bytes(hold.salt))


class _Told(NamedTuple):
    """A line that made words wait, answered them, or took them back."""

    number: int
    deed: str
    about: UUID | None
    by: UUID | None
    at: datetime
    facts: Mapping[str, Any]


def _is_answered_so(hold: Hold, line: _Told | None) -> bool:
    if line is None:
        is_blank = not hold.reason and not bytes(hold.salt)
        return hold.answered_at is None and hold.let_through is None and is_blank
    # Lines of before did not seal why.
    if line.facts.get("reason", seal_of_reason(hold)) != seal_of_reason(hold):
        return False
    said = (ANSWERS[bool(hold.let_through)], hold.answered_by_id, hold.answered_at)
    return said == (line.deed, line.by, line.at) and hold.let_through is not None


def _holds_gone(
    holds: Collection[Hold],
    waits: Mapping[tuple[UUID | None, UUID | None, datetime], _Told],
    answers: Mapping[UUID | None, _Told],
    back: Collection[UUID | None],
) -> Iterator[Sentence]:
    """Say which words that had to wait are not there, or their answers.

    What was taken back before anybody answered is gone as it should be.
    """
    there = {one.pk for one in holds}
    kept = {(one.about_id, one.author_id, one.held_at) for one in holds}
    gone = {
        line.number
        for waiting, line in waits.items()
        if waiting not in kept
        and line.about not in back
        # Lines of before did not say whether words had to wait.
        and (line.deed == HELD_DRAFT or "waits" in line.facts)
    }
    gone |= {line.number for pk, line in answers.items() if pk not in there}
    yield from (Sentence("journal_hold_gone", {"number": one}) for one in sorted(gone))


def hold_of(institution: Institution, id_: UUID) -> Hold | None:
    """Find what waits by its id."""
    rows = Hold.objects.filter(institution=institution, pk=id_)
    return rows.select_related("institution", "author").first()


def waiting_for_sponsor(institution: Institution) -> tuple[Waiting, ...]:
    """Gather what waits for a sponsor, the oldest first."""
    rows = Hold.objects.filter(institution=institution, answered_at=None)
    return tuple(
        Waiting(one, said)
        for one in rows.select_related("institution", "author").order_by("held_at")
        if (said := said_at(institution, one.about_kind, one.about_id)) is not None
    )


def sponsor_needs(
    memberships: Sequence[Membership], *, at: datetime
) -> tuple[StewardNeed, ...]:
    """List the newcomers' contributions that a person could let through."""
    here = [one.institution for one in memberships]
    # What was held before the charter changed still waits.
    waits = Hold.objects.filter(institution__in=here, answered_at=None)
    where = set(waits.values_list("institution_id", flat=True))
    return tuple(
        need
        for one in memberships
        if one.institution.pk in where
        for need in _needs_in(one, at)
    )


def _needs_in(membership: Membership, at: datetime) -> Iterator[StewardNeed]:
    me, charter = membership.member, membership.charter
    for one in waiting_for_sponsor(membership.institution):
        if access.may_sponsor(me, charter, one.hold, at=at):
            yield StewardNeed("held", membership.institution, me, one.said, None)
