"""What an effect is: all there is to say of something a decision can set in motion.

Each effect is one module in the `effects` of its subject, and one line in the table
`settings.EFFECTS`. From that follow the name charters print, the way to propose it on
the web and through the API, what is read on the page of the decision, and the deed.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from commonweal.foundation.institutions.models import Institution
from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import LocalText, Sentence, Words
from commonweal.rules.verdict import Verdict

type Terms = Mapping[str, object]
type Check = Callable[[Institution, Terms, datetime], Verdict]
type Choices = Sequence[tuple[str, Sentence | LocalText | str]]


def as_chosen(chosen: Any) -> object:
    """Keep what was chosen as it is."""
    return chosen


def no_letters(_terms: Terms) -> int:
    """Say that nobody is written to."""
    return 0


def as_written(_institution: Institution, terms: Terms, _at: datetime) -> Terms:
    """Take the terms as they were written."""
    return terms


def nobody(_institution: Institution, _terms: Terms, _at: datetime) -> frozenset[UUID]:
    """Leave nobody out of those whom the rule lets vote."""
    return frozenset()


class Deed(Protocol):
    """Carry out what was decided; raise `Refused` where it no longer can be."""

    def __call__(
        self, institution: Institution, *, terms: Terms, decision: UUID, at: datetime
    ) -> None: ...


@dataclass(frozen=True, slots=True)
class Result:
    """What a vote on one text came to: whether it carried, and how many said what.

    The numbers are None where so few voted in secret that none are told. `seal` is the
    digest of the result that stands in the journal, `question` the id of the vote.
    """

    carried: bool
    roll: int
    turnout: int
    method: str
    seal: str
    question: UUID
    yes: int | None = None
    no: int | None = None
    abstain: int | None = None


class Counted(Protocol):
    """Do what follows from a count, whatever came out; raise `Refused` if it cannot."""

    def __call__(
        self, institution: Institution, *, terms: Terms, result: Result, at: datetime
    ) -> None: ...


def nothing_decided(
    institution: Institution, *, terms: Terms, decision: UUID, at: datetime
) -> None:
    """Set nothing more in motion: what follows has followed from the count."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing the terms name, as whoever proposes is asked for it.

    `choices` are what can be chosen now: one of them, or with `many` several; `read`
    gives what was chosen as the terms keep it, and refuses nothing: the check does.
    """

    name: str
    label: str
    choices: Callable[[Institution, Charter, datetime], Choices]
    read: Callable[[Any], object] = as_chosen
    many: bool = False


@dataclass(frozen=True, slots=True)
class Effect:
    """A deed, the check of its terms, and its words.

    `words` has the sentence `effect_<name>`, as charters call it, and where members
    may propose it by itself `effect_<name>_title` and `effect_<name>_more`. `told` says
    what a yes sets in motion. What `names_people` is for members' eyes alone; what is
    `of_the_server` only the institution that guards its door decides; what is
    `of_the_bodies` no delegates of bodies decide under a pact. `letters` says
    how many it sends to others; they count as sent by whoever puts it. `understood`
    finds in what was written whom or what of the institution it means; it is asked when
    a proposal is written and again when it is put, so that all read what it found.
    `takes` names the terms that come by a form of its own, beside those of `asks`.
    What is `counted` follows from the vote as soon as that is counted, from a no too.
    Whoever is `left_out` is on no roll of such a vote, though its rule would let them.
    What `answers` others, who wait for it, is proposed without words of one's own also
    where the operator lets nobody write.
    """

    carry_out: Deed
    check: Check
    words: Mapping[str, Words]
    told: Callable[[Charter, Terms], Sentence | None]
    asks: tuple[Ask, ...] = ()
    takes: Sequence[str] = ()
    label_of_text: str = ""
    names_people: bool = False
    of_the_server: bool = False
    of_the_bodies: bool = False
    answers: bool = False
    letters: Callable[[Terms], int] = no_letters
    understood: Callable[[Institution, Terms, datetime], Terms] = as_written
    counted: Counted | None = None
    left_out: Callable[[Institution, Terms, datetime], frozenset[UUID]] = nobody

    @property
    def terms(self) -> frozenset[str]:
        """Name every term it knows what to do with."""
        return frozenset((*self.takes, *(ask.name for ask in self.asks)))
