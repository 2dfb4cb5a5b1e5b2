"""What of confederations needs a person: as a member of a body, and as its delegate."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from commonweal.capabilities.confederation.models import Body
from commonweal.capabilities.confederation.queries.before import OPEN
from commonweal.capabilities.confederation.queries.bodies import (
    Sent,
    seats_of,
    standings,
)
from commonweal.capabilities.confederation.queries.matters import (
    Read,
    closes_at,
    count_of,
    is_open,
)
from commonweal.capabilities.confederation.queries.my_seat import mandated
from commonweal.capabilities.confederation.queries.reports import account_of
from commonweal.capabilities.confederation.queries.said import instruction_for
from commonweal.capabilities.confederation.queries.staying_out import (
    can_stay_out,
    can_until,
)
from commonweal.capabilities.confederation.queries.veils import matters_shown
from commonweal.capabilities.decisions.models import Proposal
from commonweal.foundation.institutions.access import (
    has_right_though_frozen,
    may_be_written_in,
)
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.institutions.queries import Membership
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import Verdict

# What a body decides, for which it is not asked again while a proposal is under way.
DECIDED_BY = {
    "together_mandate": "give_mandate",
    "together_answer": "answer_matter",
    "together_discharge": "discharge_delegates",
    "together_stay_out": "stay_out",
}


@dataclass(frozen=True, slots=True)
class TogetherNeed:
    """One act that waits for somebody in a body, or in its seat."""

    kind: str
    membership: Membership
    title: str
    matter: UUID
    due_at: datetime | None

    @property
    def act(self) -> Sentence:
        """What to do, as it stands on the button."""
        return Sentence(f"need.{self.kind}")

    @property
    def if_nothing(self) -> Sentence:
        """What comes of it if they do nothing."""
        return Sentence(f"need.{self.kind}.nothing")


def needs_together(
    memberships: Sequence[Membership], *, at: datetime
) -> tuple[TogetherNeed, ...]:
    """List what waits for a delegate, and for members of bodies who may propose."""
    found = [
        *_of_delegates(memberships, at=at),
        *_without_proposals(tuple(_of_bodies(memberships, at=at))),
    ]
    return tuple(sorted(found, key=lambda one: (one.due_at or at, one.title)))


# ---- as a delegate


def _of_delegates(
    memberships: Sequence[Membership], *, at: datetime
) -> Iterator[TogetherNeed]:
    for one in memberships:
        if one.charter.pact is None:
            continue
        seats = seats_of(one.institution, at=at)
        held = next((sent for sent in seats if sent.holder == one.member.pk), None)
        if held is not None:
            for read in _matters(one.institution, at=at):
                yield from _of_seat(one, held, read, at=at)


def _of_seat(
    one: Membership, held: Sent, read: Read, *, at: datetime
) -> Iterator[TogetherNeed]:
    now = account_of(read, held.body, at=at)
    if now.state in ("due", "late"):
        yield _need("together_report", one, read, now.until)
    if read.now.stage not in OPEN:
        return
    told, put = mandated(read, held.body), read.put
    if told is not None and told.is_outdated:
        due = closes_at(put) if put and is_open(put, at=at) else None
        yield _need("together_ask", one, read, due)
    elif put is not None and is_open(put, at=at) and _may_speak(read, held, at=at):
        yield _need("together_say", one, read, closes_at(put))


def _may_speak(read: Read, held: Sent, *, at: datetime) -> bool:
    """Say whether something is to be said from a seat, and was not said yet."""
    put = read.put
    assert put is not None, "something is before the congress"
    if isinstance(instruction_for(read, put, held, at=at), Verdict):
        return False
    seat = f"{held.body} {held.number}"
    lines = count_of(read, put, at=at).lines
    return all(line.counts is None for line in lines if line.seat == seat)


# ---- as a member of a body


def _of_bodies(
    memberships: Sequence[Membership], *, at: datetime
) -> Iterator[TogetherNeed]:
    theirs = {
        one.institution.pk: one
        for one in memberships
        if has_right_though_frozen(one.member, one.charter, "propose", at=at)
    }
    rows = Body.objects.filter(body__in=theirs).select_related("institution")
    for row in rows.order_by("applied_at", "id"):
        whole = row.institution
        standing = standings(whole, at=at, of=[row.body]).get(row.body)
        if whole.dissolved_at is None and standing is not None and standing.is_in:
            sent = bool(seats_of(whole, at=at, of=[row.body]))
            for read in _matters(whole, at=at):
                yield from _of_base(theirs[row.body], read, has_sent=sent, at=at)


def _of_base(
    one: Membership, read: Read, *, has_sent: bool, at: datetime
) -> Iterator[TogetherNeed]:
    body, now = one.institution.pk, account_of(read, one.institution.pk, at=at)
    if _is_asked(read, body):
        yield _need("together_answer", one, read, read.now.until)
    if can_stay_out(read, one.institution, at=at):
        yield _need("together_stay_out", one, read, can_until(read))
    if not may_be_written_in(one.institution, at=at):
        return
    # While the delegates still have days to report, the base waits for their words.
    if has_sent and now.state in ("late", "reported"):
        yield _need("together_discharge", one, read, None)
    if read.now.stage in OPEN and has_sent:
        told, put = mandated(read, body), read.put
        if told is None or told.is_outdated:
            due = closes_at(put) if put and is_open(put, at=at) else read.now.until
            yield _need("together_mandate", one, read, due)


def _is_asked(read: Read, body: UUID) -> bool:
    """Say whether a base is asked about words, and has not answered."""
    asked, base = read.now.asked, str(body)
    is_there = asked is not None and base in asked.bases
    has_answered = any(answer.body == base for answer in read.now.answers)
    return read.now.stage == "asking" and is_there and not has_answered


def _without_proposals(needs: Sequence[TogetherNeed]) -> Iterator[TogetherNeed]:
    """Leave out what a body is deciding already: its vote needs them, and not this."""
    if not needs:
        return
    rows = Proposal.objects.filter(
        institution__in={one.membership.institution.pk for one in needs},
        effect__in=DECIDED_BY.values(),
        put_at__isnull=False,
        withdrawn_at=None,
        next_due_at__isnull=False,
    )
    under_way = {
        (row.institution_id, row.effect, str(row.terms.get("matter"))) for row in rows
    }
    for one in needs:
        place = one.membership.institution.pk
        if (place, DECIDED_BY[one.kind], str(one.matter)) not in under_way:
            yield one


def _matters(whole: Institution, *, at: datetime) -> tuple[Read, ...]:
    found = matters_shown(whole, at=at)
    for read in found:
        read.matter.institution = whole
    return found


def _need(kind: str, one: Membership, read: Read, due: datetime | None) -> TogetherNeed:
    return TogetherNeed(kind, one, read.matter.title, read.matter.pk, due)
