"""What newcomers contributed and a sponsor has not answered yet."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
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
from commonweal.rules.moderation.said import Said
from commonweal.rules.sentence import Sentence

WAITING = ("said_in_thread", "hold_proposal")
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
    lines = Line.objects.filter(institution=institution, deed__in=(*WAITING, *ANSWERS))
    told = {
        (deed, about, by, at)
        for deed, about, by, at, facts in lines.values_list(
            "deed", "about_id", "by", "at", "facts"
        )
        if facts.get("waits", 1)
    }
    for hold in Hold.objects.filter(institution=institution):
        waits = {
            (deed, hold.about_id, hold.author_id, hold.held_at) for deed in WAITING
        }
        answer = ANSWERS[bool(hold.let_through)]
        answered = (answer, hold.pk, hold.answered_by_id, hold.answered_at)
        is_open = hold.answered_at is None and hold.let_through is None
        if not waits & told or not (is_open or answered in told):
            yield Sentence("journal_hold_unannounced")


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
    return tuple(need for one in memberships for need in _needs_in(one, at))


def _needs_in(membership: Membership, at: datetime) -> Iterator[StewardNeed]:
    terms = membership.charter.moderation
    if not (terms.newcomer_posts or terms.newcomer_days):
        return
    me, charter = membership.member, membership.charter
    for one in waiting_for_sponsor(membership.institution):
        if access.may_sponsor(me, charter, one.hold, at=at):
            yield StewardNeed("held", membership.institution, me, one.said, None)
