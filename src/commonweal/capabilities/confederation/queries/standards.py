"""Whether bodies keep to what their confederation asks of them, and who says what."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction
from uuid import UUID

from commonweal.capabilities.confederation.models import ConfederalDeed
from commonweal.capabilities.confederation.queries.bodies import bodies_in
from commonweal.capabilities.confederation.queries.records import (
    recorded,
    since_when,
    versions_of,
)
from commonweal.foundation.institutions.charters import charter_in_force
from commonweal.foundation.institutions.models import Institution
from commonweal.rules.charters.charter import Charter
from commonweal.rules.confederation.standards import (
    SINCE_THEN,
    YES,
    Fact,
    Found,
    Kept,
    Known,
    Standard,
    elapsed,
    kept,
    meets,
    votes_rest,
)

OF_STANDARDS = ("said_kept", "found_kept", "planned_to_keep")
CAME_IN = ("began", "admitted")


@dataclass(frozen=True, slots=True)
class KeptTold:
    """How it is with one standard at one body, and the deeds that speak of it."""

    kept: Kept
    deeds: tuple[ConfederalDeed, ...]


type ByBody = Mapping[UUID, tuple[KeptTold, ...]]


def kept_by(
    whole: Institution, bodies: Sequence[UUID] | None = None, *, at: datetime
) -> ByBody:
    """Say of bodies that are in how it is with each standard; of all, if none named."""
    standards = charter_in_force(whole, at=at).standards
    there = bodies_in(whole, at=at)
    asked = [one for one in there if bodies is None or one in bodies]
    if not standards or not asked:
        return {}
    rows = ConfederalDeed.objects.filter(
        institution=whole, body__in=asked, deed__in=(*OF_STANDARDS, *CAME_IN)
    )
    deeds: dict[UUID | None, list[ConfederalDeed]] = defaultdict(list)
    for row in rows.filter(done_at__lte=at).order_by("number"):
        deeds[row.body].append(row)
    ours = versions_of([whole.pk], at=at)[whole.pk]
    everybody = frozenset(map(str, there))
    found: dict[UUID, list[KeptTold]] = defaultdict(list)
    for standard in standards:
        facts = recorded(standard, asked, at=at)
        since = since_when(ours, lambda one, of=standard: _asks(one, of))  # type: ignore[misc]
        for body in asked:
            known = _known(standard, deeds[body], since, at=at)
            if facts and body in facts:
                known = replace(known, fact=facts[body])
            told = kept(standard, known, others=everybody - {str(body)}, at=at)
            found[body].append(KeptTold(told, tuple(_of(standard, deeds[body]))))
    return {body: tuple(all_told) for body, all_told in found.items()}


def resting(whole: Institution, *, at: datetime) -> tuple[UUID, ...]:
    """Name the bodies whose delegates speak and do not vote now."""
    charter = charter_in_force(whole, at=at)
    if not any(one.remedy == "suspend_vote" for one in charter.standards):
        return ()
    all_kept = {
        str(body): tuple(one.kept for one in told)
        for body, told in kept_by(whole, at=at).items()
    }
    return tuple(sorted(UUID(one) for one in votes_rest(all_kept)))


def _asks(charter: Charter, standard: Standard) -> bool:
    """Say whether a charter asks for just this, in whatever words."""
    return any(
        replace(one, name=standard.name) == standard for one in charter.standards
    )


def _known(
    standard: Standard,
    own: Sequence[ConfederalDeed],
    since: datetime,
    *,
    at: datetime,
) -> Known:
    came = [one.done_at for one in own if one.deed in CAME_IN]
    # What was said of another standard that went by the same name says nothing of it.
    about = [one for one in _of(standard, own) if one.done_at >= since]
    said = [one for one in about if one.deed == "said_kept"]
    return Known(
        max(since, *came) if came else since,
        _last_said(standard, said, at=at),
        tuple(
            Found(one.facts["by"], one.facts["holds"] == "yes", one.done_at)
            for one in about
            if one.deed == "found_kept"
        ),
        tuple(one.done_at for one in about if one.deed == "planned_to_keep"),
    )


def _of(standard: Standard, own: Iterable[ConfederalDeed]) -> Iterable[ConfederalDeed]:
    return (
        one
        for one in own
        if one.deed in OF_STANDARDS and one.facts["standard"] == standard.id
    )


def _last_said(
    standard: Standard, said: Sequence[ConfederalDeed], *, at: datetime
) -> Fact | None:
    """Give what was said last, since it was first said so without a break.

    Whoever says again that it is not so does not begin their days anew.
    """
    facts = [one for row in said if (one := _as_said(standard, row, at=at))]
    if not facts or standard.asked in SINCE_THEN:
        return facts[-1] if facts else None
    since = facts[-1].since
    for one in reversed(facts):
        if meets(standard, one.value) is not meets(standard, facts[-1].value):
            break
        since = one.since
    return Fact(facts[-1].value, since)


def _as_said(standard: Standard, said: ConfederalDeed, *, at: datetime) -> Fact | None:
    """Read what a body says of itself: yes, no, a number, or that it is done now."""
    holds = str(said.facts["holds"])
    if standard.asked in SINCE_THEN:
        return elapsed(said.done_at, limit=standard.limit, at=at)
    if standard.asked in YES:
        return Fact(holds == "yes", said.done_at)
    # What was said before the standard came to be looked at by a number says nothing.
    return Fact(Fraction(int(holds)), said.done_at) if holds.isdecimal() else None
