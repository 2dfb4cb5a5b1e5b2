"""What stands beside the lines of minutes: whose words, and what became of them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from commonweal.capabilities.assemblies.queries.veils import Veil, Veils
from commonweal.rules.assemblies.minutes import WAITING, Remark
from commonweal.rules.sentence import Fact, Sentence

SHOWN = frozenset({"stands", "proposed", "referred"})


@dataclass(frozen=True, slots=True)
class Beside:
    """Words beside a line, with the names of who put and who answered them."""

    number: int
    words: str
    by: str
    of: str
    at: datetime
    fate: str
    is_added: bool
    is_by_room: bool
    answered_by: str
    answered_at: datetime | None
    reason: str = ""
    is_let_be: bool = False
    place: UUID | None = None
    veil: Veil | None = None
    reason_veil: Veil | None = None

    @property
    def waits(self) -> bool:
        """Say whether it waits for an answer."""
        return self.fate in WAITING

    @property
    def says(self) -> Sentence:
        """Say whose words these are, and what they are of the line."""
        kind = "added" if self.is_added else self.fate
        if self.fate == "stands" and self.answered_at:
            kind = "taken_here" if self.is_by_room else "taken"
        elif self.fate == "referred" and (self.reason or self.reason_veil):
            kind = "asked_again"
        gone = Sentence("minuted.gone")
        facts: dict[str, Fact] = {
            "by": self.by or gone,
            "at": self.at,
            "answered": self.answered_by or gone,
        }
        return Sentence(f"remark.{kind}", facts)


@dataclass(frozen=True, slots=True)
class MinutesLine:
    """One line of the minutes with what stands beside it."""

    number: int
    at: datetime | None
    words: Sentence
    beside: tuple[Beside, ...]
    veils: tuple[Veil, ...] = ()

    @property
    def hides(self) -> bool:
        """Say whether something of it, or beside it, is hidden."""
        return bool(self.veils) or any(one.veil for one in self.beside)


@dataclass(frozen=True, slots=True)
class Shown:
    """What it takes to show a remark: names, its row by its number, what is hidden."""

    name: Callable[[str], str]
    rows: Mapping[int, UUID]
    veils: Veils
    let_be: frozenset[int]

    def named(self, remark: Remark) -> Beside:
        """Give a remark with names; words that are hidden are gone."""
        place, answer = self.rows[remark.number], self.rows.get(remark.reason_number)
        veil = self.veils.get(place)
        reason_veil = self.veils.get(answer) if answer else None
        return Beside(
            number=remark.number,
            words="" if veil else remark.words,
            by=self.name(remark.by),
            of=remark.by,
            at=remark.at,
            fate=remark.fate,
            is_added=remark.is_added,
            is_by_room=not remark.answered_by,
            answered_by=self.name(remark.answered_by),
            answered_at=remark.answered_at,
            reason="" if reason_veil else remark.reason,
            is_let_be=remark.number in self.let_be,
            place=place,
            veil=veil,
            reason_veil=reason_veil,
        )


def by_line(remarks: Iterable[Remark], shown: Shown) -> dict[int, tuple[Beside, ...]]:
    """Put each remark that is shown to its line, with the names of who made it."""
    found: dict[int, tuple[Beside, ...]] = {}
    for one in remarks:
        if one.fate in SHOWN:
            found[one.line] = (*found.get(one.line, ()), shown.named(one))
    return found
