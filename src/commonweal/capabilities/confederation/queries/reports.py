"""What delegates did with their mandates, out of deeds, and what the bases said."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from commonweal.capabilities.confederation.models import ConfederalDeed
from commonweal.capabilities.confederation.queries.bodies import OF_SEATS
from commonweal.capabilities.confederation.queries.mandates import told_of
from commonweal.capabilities.confederation.queries.matters import Read, count_of
from commonweal.capabilities.confederation.queries.naming import Called, Reader
from commonweal.capabilities.confederation.queries.said import said_told
from commonweal.rules.confederation.reports import (
    Account,
    Judged,
    Put,
    Report,
    Reported,
    account,
    drafted,
)
from commonweal.rules.confederation.told_to import to_others
from commonweal.rules.sentence import Fact, Sentence

OF_REPORTS = ("reported", "discharged", "found_breach")
# Seats change hands beside a matter; what was done before is of another.
HANDS = {"handed_over": "report_handed_over", "recalled": "report_called_home"}


@dataclass(frozen=True, slots=True)
class ReportTold:
    """The report for a body: its lines in sentences, and where it stands."""

    body: UUID
    called: Called
    lines: tuple[Sentence, ...]
    kept: Sentence
    account: Account
    # Where what the delegate added is reported.
    place: UUID | None = None

    @property
    def stands(self) -> Sentence:
        """Say where it stands."""
        return Sentence(f"account_{self.account.state}", {"until": self.account.until})


def found_at(read: Read) -> datetime | None:
    """Say when the congress found words last; None where it has not."""
    found = [one for one in read.of("composed") if not one.facts["verdict"]]
    return found[-1].done_at if found else None


def account_of(read: Read, body: UUID, *, at: datetime) -> Account:
    """Say where the report of a body stands."""
    deeds = [one for one in read.of(*OF_REPORTS) if one.body == body]
    return account(
        found_at(read) if body in bodies_there(read) else None,
        _deeds(deeds),
        report_days=read.case.pact.delegates.report_days,
        zone=read.case.zone,
        at=at,
    )


def bodies_there(read: Read) -> list[UUID]:
    """Give the bodies that could speak when words were put last, in their order."""
    put = read.put
    return [UUID(one) for one in put.facts["members"]] if put else []


def _deeds(rows: Iterable[ConfederalDeed]) -> Iterator[Reported | Judged]:
    for row in rows:
        match row.deed:
            case "discharged":
                yield Judged("discharged", row.done_at, row.words)
            case "found_breach":
                yield Judged("found_breach", row.done_at, row.words)
            case _:
                yield Reported(row.done_at, row.words)


def reports_told(read: Read, reader: Reader) -> tuple[ReportTold, ...]:
    """Give the report for each body, once the congress has found words.

    What a delegate adds is for those who belong to a body.
    """
    if found_at(read) is None:
        return ()
    there = bodies_there(read)
    called = reader.called(set(there))
    puts = [_put(read, one) for one in read.of("put")]
    hands = _hands(read, at=reader.at)
    return tuple(_told(read, called[body], body, puts, hands, reader) for body in there)


def report_of(read: Read, body: UUID, reader: Reader) -> ReportTold | None:
    """Give the report for one body; None while there is none."""
    there = reports_told(read, reader)
    return next((one for one in there if one.body == body), None)


def _put(read: Read, row: ConfederalDeed) -> Put:
    ended = datetime.fromisoformat(row.facts["closes"])
    return Put(row.facts["text"], row.done_at, count_of(read, row, at=ended))


def _hands(read: Read, *, at: datetime) -> list[ConfederalDeed]:
    """Give how seats changed hands while the matter was before the congress."""
    rows = ConfederalDeed.objects.filter(
        institution=read.matter.institution_id,
        deed__in=set(OF_SEATS) & set(HANDS),
        done_at__gte=read.matter.raised_at,
        done_at__lte=found_at(read) or at,
    )
    return list(rows.order_by("number"))


def _told(
    read: Read,
    called: Called,
    body: UUID,
    puts: list[Put],
    hands: list[ConfederalDeed],
    reader: Reader,
) -> ReportTold:
    found = drafted(
        str(body),
        mandates=read.mandates,
        puts=puts,
        first=read.first,
    )
    kept = Sentence("kept_to_mandate") if found.kept else found.kept.reason
    changed = [one for one in hands if one.body == body]
    now = account_of(read, body, at=reader.at)
    if not reader.is_inside:
        now = replace(now, reported=None)
    lines = (*_lines(found), *_hand_lines(changed))
    added = [one.pk for one in read.of("reported") if one.body == body]
    place = added[-1] if added and now.reported else None
    return ReportTold(body, called, lines, kept, now, place)


def _lines(found: Report) -> Iterator[Sentence]:
    """Say what is in a report, the mandates first."""
    for one in found.mandates:
        facts: dict[str, Fact] = {"on": one.given_at, "told": told_of(one.terms)}
        yield Sentence("report_mandate", facts)
    if not found.mandates:
        yield Sentence("report_no_mandate")
    if found.changed:
        yield Sentence("report_changed", {"times": found.changed})
    for use in found.uses:
        what = said_told(use.spoken.saying)
        said: dict[str, Fact] = {"on": use.spoken.at, "said": what}
        if use.why is None:
            yield Sentence("report_said", said)
        else:
            why = to_others(use.why)
            yield Sentence("report_said_in_vain", {**said, "why": why})
    if found.silent:
        yield Sentence("report_silent", {"times": found.silent})


def _hand_lines(rows: Iterable[ConfederalDeed]) -> Iterator[Sentence]:
    for row in rows:
        yield Sentence(HANDS[row.deed], {"on": row.done_at})


def judged_on(read: Read, reader: Reader) -> list[tuple[Sentence, datetime]]:
    """Say when which base decided what on a report, for the way of a matter."""
    rows = read.of("discharged", "found_breach")
    called = reader.called({one.body for one in rows if one.body})
    return [
        (Sentence(f"body_{one.deed}", {"body": called[one.body].name}), one.done_at)
        for one in rows
        if one.body
    ]
