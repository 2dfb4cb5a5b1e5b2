"""Matters as they stand: a function of deeds, time, and the pact of their day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from uuid import UUID

from commonweal.capabilities.confederation.models import ConfederalDeed, Matter
from commonweal.capabilities.confederation.queries.bodies import (
    OF_SEATS,
    asked_now,
)
from commonweal.capabilities.confederation.queries.deeds import (
    mandate_of,
    of_matter,
    of_seat,
    seat_id,
    spoken_of,
)
from commonweal.foundation.institutions.charters import charter_of
from commonweal.foundation.institutions.models import CharterVersion, Institution
from commonweal.rules.confederation.congress import Question
from commonweal.rules.confederation.council import (
    Count,
    Place,
    Sitting,
    Spoken,
    counted,
)
from commonweal.rules.confederation.mandates import Mandate, Put, digest_of
from commonweal.rules.confederation.matter import matter as stands
from commonweal.rules.confederation.state import Case
from commonweal.rules.confederation.state import Matter as Standing
from commonweal.rules.confederation.terms import Pact


@dataclass(frozen=True, slots=True)
class Read:
    """A matter with the pact that holds for it, its deeds, and where it stands."""

    matter: Matter
    case: Case
    deeds: tuple[ConfederalDeed, ...]
    now: Standing
    # The digest of the words it was raised with, also where those are hidden.
    first: str

    def of(self, *kinds: str) -> tuple[ConfederalDeed, ...]:
        """Give the deeds of some sorts, first before later."""
        return tuple(one for one in self.deeds if one.deed in kinds)

    @property
    def mandates(self) -> tuple[Mandate, ...]:
        """Give what bodies told their delegates about it."""
        return tuple(mandate_of(one) for one in self.of("mandated"))

    @property
    def put(self) -> ConfederalDeed | None:
        """Give what was put to the congress last, unless it was taken back since."""
        if self.now.stage == "withdrawn":
            return None
        return next(iter(reversed(self.of("put"))), None)

    @property
    def found(self) -> ConfederalDeed | None:
        """Give what a congress came to last."""
        return next(iter(reversed(self.of("composed"))), None)

    @property
    def text(self) -> str:
        """Give the digest of the words that mandates and answers are about now."""
        if self.now.asked is not None and self.now.stage == "asking":
            return self.now.asked.text
        if self.put:
            return str(self.put.facts["text"])
        return self.first

    @property
    def words(self) -> str:
        """Give the words that mandates and answers are about now."""
        if self.found is not None and self.now.stage == "asking":
            return self.found.words
        return self.put.words if self.put else self.matter.text


def matters_of(
    institution: Institution, *, at: datetime, most: int | None = None
) -> tuple[Read, ...]:
    """Read every matter of a confederation, newest first, in three queries.

    At most so many, where a number is named.
    """
    rows = Matter.objects.filter(institution=institution, raised_at__lte=at)
    return _read(institution, rows.order_by("-number")[:most], at=at)


def matters_by(body: UUID, institution: Institution, *, at: datetime) -> Iterator[Read]:
    """Read the matters of a confederation that a body raised, beside others too."""
    raised = ConfederalDeed.objects.filter(
        institution=institution, deed="raised", body=body
    )
    rows = Matter.objects.filter(pk__in=raised.values("matter"), raised_at__lte=at)
    yield from _read(institution, rows, at=at)


def matter_at(institution: Institution, number: int, *, at: datetime) -> Read | None:
    """Read one matter by its number."""
    rows = Matter.objects.filter(institution=institution, number=number)
    return next(iter(_read(institution, rows, at=at)), None)


def matter_with(institution: Institution, pk: object, *, at: datetime) -> Read | None:
    """Read one matter by its id, which may be no id at all."""
    try:
        rows = Matter.objects.filter(institution=institution, pk=UUID(str(pk)))
    except ValueError:
        return None
    return next(iter(_read(institution, rows, at=at)), None)


def _read(
    institution: Institution, rows: Iterable[Matter], *, at: datetime
) -> tuple[Read, ...]:
    found = list(rows)
    deeds = ConfederalDeed.objects.filter(
        institution=institution, matter__in=found, done_at__lte=at
    ).order_by("number")
    by_matter: dict[UUID, list[ConfederalDeed]] = {one.pk: [] for one in found}
    for deed in deeds:
        assert deed.matter_id is not None, "it was asked for by its matter"
        by_matter[deed.matter_id].append(deed)
    versions = CharterVersion.objects.filter(
        institution=institution, number__in={one.pact for one in found}
    )
    cases = {one.number: one.text for one in versions}
    return tuple(
        _as_it_stands(one, cases[one.pact], tuple(by_matter[one.pk]), at=at)
        for one in found
    )


def _as_it_stands(
    row: Matter, charter: str, deeds: tuple[ConfederalDeed, ...], *, at: datetime
) -> Read:
    read = charter_of(charter)
    assert read.pact is not None, "a matter is raised under a pact"
    competences = frozenset(one.id for one in read.competences)
    changes_pact = bool(row.change)
    case = Case(read.pact, row.competence, competences, read.time_zone, changes_pact)
    first = digest_of(row.text, row.change)
    return Read(row, case, deeds, stands(case, of_matter(deeds), at=at), first)


# ---- the congress


def closes_at(put: ConfederalDeed) -> datetime:
    """Say when what was put to a congress is no longer open."""
    return datetime.fromisoformat(put.facts["closes"])


def is_open(put: ConfederalDeed | None, *, at: datetime) -> bool:
    """Say whether delegates can speak on it now."""
    return put is not None and put.done_at <= at < closes_at(put)


def put_of(read: Read, put: ConfederalDeed) -> Put:
    """Give what was put, with what else was decided by then, as mandates ask of it."""
    decided = ConfederalDeed.objects.filter(
        institution=read.matter.institution_id,
        deed="composed",
        done_at__lte=put.done_at,
    )
    told = [
        (text, not one.facts["verdict"])
        for one in decided
        for text in (one.facts["text"], one.facts.get("put_text", ""))
    ]
    asked = question_of(put)
    return Put(
        str(read.matter.pk),
        put.facts["text"],
        options=asked.options,
        amount=asked.number,
        adopted=frozenset(text for text, is_agreed in told if is_agreed),
        rejected=frozenset(text for text, is_agreed in told if not is_agreed),
        is_urgent=asked.is_urgent,
    )


def question_of(put: ConfederalDeed) -> Question:
    """Give what the congress was asked, and who weighed how much then."""
    number = put.facts.get("number")
    return Question(
        put.words,
        put.facts["members"],
        None if number is None else Fraction(number),
        bool(put.facts.get("asks_way")),
        put.facts["is_urgent"],
        frozenset(put.facts.get("resting", ())),
    )


def sitting_of(read: Read, put: ConfederalDeed, *, at: datetime) -> Sitting:
    """Give the congress with something before it: its seats and the mandates."""
    members = question_of(put).votes_by_body(read.case.pact)
    by_seat = seats_until(read.matter.institution, at=at)
    there = {name: str(rows[0].body) for name, rows in by_seat.items()}
    places = {
        name: Place(
            there[name],
            members.get(there[name], Fraction(0)),
            tuple(of_seat(deeds)),
        )
        for name, deeds in by_seat.items()
    }
    before = read.case.pact.delegates.votes_before
    return Sitting(put_of(read, put), places, read.mandates, before)


def seats_until(
    institution: Institution, *, at: datetime
) -> dict[str, list[ConfederalDeed]]:
    """Give what was done to each seat by an instant, first before later."""
    rows = ConfederalDeed.objects.filter(
        institution=institution, deed__in=OF_SEATS, done_at__lte=at
    )
    by_seat: dict[str, list[ConfederalDeed]] = {}
    for row in rows.order_by("number"):
        by_seat.setdefault(seat_id(row), []).append(row)
    return by_seat


def spoken_on(read: Read, put: ConfederalDeed) -> tuple[Spoken, ...]:
    """Give what delegates said on it while it was open."""
    said = (one for one in read.of("spoke") if one.facts["put"] == put.number)
    return tuple(spoken_of(one) for one in said if one.done_at < closes_at(put))


def count_of(read: Read, put: ConfederalDeed, *, at: datetime) -> Count:
    """Count what was said on it so far, or by its end."""
    until = min(at, closes_at(put) - timedelta(microseconds=1))
    return counted(sitting_of(read, put, at=until), spoken_on(read, put), at=until)


def members_now(
    institution: Institution, pact: Pact, *, at: datetime
) -> dict[str, int]:
    """Count the members of each body that is in, those below a union together."""
    whole = asked_now(institution, pact, at=at).union
    return {body.id: body.members for body in whole.bodies}
