"""What an institution stands on, held against the journal: from its founding on.

Its address and its days, its charter in every version, its rolls, what it adopted, and
this node's door where it keeps that. All of it follows from lines that were always
written, so it holds for institutions of any age.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import sha256
from typing import Any
from uuid import UUID

from commonweal.foundation.institutions.models import (
    CharterVersion,
    Institution,
    Roll,
    RollEntry,
    Statement,
)
from commonweal.foundation.journal.models import Line
from commonweal.foundation.nodes.queries import door
from commonweal.rules.canonical import canonical
from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.roll import leaf, roll_hash

WRITTEN_BY = ("founded", "amended_charter")
STATED = ("brought_statement", "adopted_statement")
DOOR = ("given_the_door", "set_founding")


def founding_compared(institution: Institution) -> Iterator[Sentence]:
    """Say whether its address, its founding or its end are not as lines tell."""
    lines = Line.objects.filter(institution=institution, deed__in=("founded",))
    ended = Line.objects.filter(institution=institution, deed="dissolved")
    founded = lines.order_by("number").first()
    over = ended.values_list("at", flat=True).first()
    told = founded and (founded.facts.get("address"), founded.at, over)
    now = Institution.objects.get(pk=institution.pk)
    if told != (now.address, now.founded_at, now.dissolved_at):
        yield Sentence("journal_founding_differs")


def charters_compared(institution: Institution) -> Iterator[Sentence]:
    """Say which versions of the charter are not those that were written about."""
    lines = Line.objects.filter(institution_id=institution.id, deed__in=WRITTEN_BY)
    told = {row.about_id: row for row in lines}
    versions = CharterVersion.objects.filter(institution=institution)
    for version in versions.order_by("number"):
        line = told.pop(version.pk, None)
        if line is None or not _is_charter(version, line):
            yield Sentence("journal_charter_differs", {"number": version.number})
    for line in told.values():
        number = line.facts.get("version", 1)
        yield Sentence("journal_charter_differs", {"number": number})


def _is_charter(version: CharterVersion, line: Line) -> bool:
    return (
        line.facts.get("seal") == sha256(version.text.encode()).hexdigest()
        and line.facts.get("version", 1) == version.number
        and line.at == version.in_force_at
        and line.facts.get("decision") == _text(version.decision_id)
    )


def _text(id_: UUID | None) -> str | None:
    return None if id_ is None else str(id_)


def rolls_compared(institution: Institution) -> Iterator[Sentence]:
    """Say which frozen rolls are not as they were sealed, with all who are on them."""
    lines = Line.objects.filter(institution=institution, deed="froze_roll")
    told = {line.about_id: line for line in lines.order_by("number")}
    rolls = Roll.objects.filter(institution=institution).in_bulk()
    leaves: dict[UUID, list[str]] = {pk: [] for pk in rolls}
    rows = RollEntry.objects.filter(institution=institution)
    for roll, salt, member in rows.values_list("roll_id", "salt", "member_id"):
        leaves.setdefault(roll, []).append(leaf(bytes(salt), str(member)))
    for pk, line in told.items():
        there = rolls.get(pk) if pk else None
        if there is None or not _is_roll(there, leaves[there.pk], line):
            yield Sentence("journal_roll_differs", {"number": line.number})
    for _ in leaves.keys() - told.keys():
        yield Sentence("journal_roll_unannounced")


def _is_roll(roll: Roll, leaves: list[str], line: Line) -> bool:
    facts: Mapping[str, Any] = line.facts
    return (
        roll.franchise == facts["franchise"]
        and roll.size == facts["size"] == len(leaves) == len(set(leaves))
        and roll.active == facts["active"]
        and roll.hash == facts["seal"] == roll_hash(leaves)
        and roll.frozen_at == line.at
    )


def statements_compared(institution: Institution) -> Iterator[Sentence]:
    """Say which statements do not read as they did when they were written down."""
    lines = Line.objects.filter(institution_id=institution.id, deed__in=STATED)
    told = {line.about_id: line for line in lines}
    kept = Statement.objects.filter(institution=institution).in_bulk()
    for id_, line in told.items():
        there = kept.get(id_) if id_ else None
        if there is None:
            yield Sentence("journal_statement_gone", {"number": line.number})
        elif not _is_statement(there, line):
            yield Sentence("journal_statement_differs", {"number": line.number})
    for _ in kept.keys() - told.keys():
        yield Sentence("journal_statement_unannounced")


def _is_statement(statement: Statement, line: Line) -> bool:
    now = seal_of_statement(statement.title, statement.text, statement.decided_on)
    return bool(
        # A line that an earlier version wrote has no seal.
        line.facts.get("seal", now) == now
        and statement.adopted_at == line.at
        and line.facts.get("decision") == _text(statement.decision_id)
    )


def seal_of_statement(title: str, text: str, decided_on: date) -> str:
    """Give the digest of a statement that stands in the journal."""
    told = [title, text, decided_on.isoformat()]
    return sha256(canonical(told)).hexdigest()


def door_compared(institution: Institution) -> Iterator[Sentence]:
    """Say whether this node's door is not as the institution that keeps it decided."""
    lines = Line.objects.filter(institution=institution, deed__in=DOOR)
    last = lines.order_by("-number").first()
    node = door()
    keeps = node.assembly_id == institution.pk
    if last is None and not keeps:
        return
    decided = last.facts["founding"] if last else None
    if institution.dissolved_at is None and (not keeps or node.founding != decided):
        yield Sentence("journal_door_differs")
