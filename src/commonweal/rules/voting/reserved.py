"""Reserved places: at least so many of the places go to options of a class.

Nobody may drop out without whom a class could no longer fill the places reserved for
it; and once no more places are free than are still reserved, everybody else drops out.
Where those who are level have enough votes and reserved places leave no room for all of
them, the method's own rule and then the charter's tie-break say who goes first.

Source: I. D. Hill, STV with constraints, Voting matters 9 (1998), where the former are
called guarded and the latter doomed.

A contest says it in its setting `reserved`: `2 of ada, ben, col; 1 of dot, eve`.
"""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.ties import Choice

SETTING = "reserved"
ONE_CLASS = re.compile(
    r"\s*+(\d{1,6})\s++of\s++(\S(?:.*\S)?)\s*$", re.DOTALL | re.ASCII
)


class Room(NamedTuple):
    """Who can be elected whoever else is, and who competes for the room that is left.

    For whoever is in neither there is no room, or none before others are placed.
    """

    sure: list[str]
    competing: list[str]


@dataclass(frozen=True, slots=True)
class Reserved:
    """For each class, how many places are kept for it and who belongs to it."""

    classes: tuple[tuple[int, frozenset[str]], ...] = ()

    def guarded(self, continuing: Collection[str], won: Collection[str]) -> set[str]:
        """Give those who may not drop out, or a class could not fill its places."""
        there = {*continuing, *won}
        return {
            option
            for places, members in self.classes
            if len(there & members) <= places
            for option in members & set(continuing)
        }

    def doomed(
        self, continuing: Collection[str], won: Collection[str], free: int
    ) -> set[str]:
        """Give those for whom no place is left but reserved ones of other classes."""
        missing = self._missing(won)
        still = sum(places for places, _ in missing)
        open_to = {option for _, members in missing for option in members}
        return (
            set(continuing) - open_to if self.classes and still >= free > 0 else set()
        )

    def room_for(self, level: Sequence[str], won: Collection[str], free: int) -> Room:
        """Say who of these can be elected whoever else is, and who competes for room.

        Some of a class take the places missing to it; everybody beyond these needs a
        place that is reserved for nobody.
        """
        crowded: list[list[str]] = []
        competing = set(level)
        beyond, open_to_all = len(level), free
        for places, members in self._missing(won):
            there = [option for option in level if option in members]
            beyond -= min(places, len(there))
            open_to_all -= places
            if len(there) <= places:
                competing -= set(there)
            else:
                crowded.append(there)
        if beyond <= open_to_all:
            return Room(list(level), [])
        sure = [option for option in level if option not in competing]
        if open_to_all > 0:
            return Room(sure, [option for option in level if option in competing])
        return Room(sure, crowded[0] if crowded else [])

    def _missing(self, won: Collection[str]) -> list[tuple[int, frozenset[str]]]:
        """Give how many places each class still lacks, where it lacks any."""
        each = [(places - len(of & set(won)), of) for places, of in self.classes]
        return [(lacking, members) for lacking, members in each if lacking > 0]

    def free_to_go(
        self, continuing: Collection[str], won: Collection[str], free: int
    ) -> list[str]:
        """Give those who may drop out: the doomed first, else all but the guarded."""
        doomed = self.doomed(continuing, won, free)
        kept = set(continuing) - doomed if doomed else self.guarded(continuing, won)
        return [option for option in continuing if option not in kept]

    def let_go_together(
        self,
        going: Collection[str],
        continuing: Collection[str],
        won: Collection[str],
        free: int,
    ) -> bool:
        """Say if enough are left for all places, and for each class, without these.

        Each of them may be free to go, and yet not all: who stays is guarded only once
        the others of the class are gone.
        """
        left = set(continuing) - set(going)
        there = left | set(won)
        return len(left) >= free and all(
            len(there & members) >= places for places, members in self.classes
        )


def reserved_in(contest: Contest) -> Reserved:
    """Read what places a contest reserves.

    Raises `Uncountable` for what cannot be read, options that are not there, somebody
    in two classes, and more reserved places than there are or a class can fill.
    """
    said = contest.settings.get(SETTING, "").strip()
    if not said:
        return Reserved()
    classes = tuple(_read(contest, part) for part in said.split(";") if part.strip())
    together: list[str] = [one for _, members in classes for one in members]
    facts: dict[str, Fact] = {
        "reserved": sum(places for places, _ in classes),
        "seats": contest.seats,
    }
    if len(set(together)) != len(together):
        raise Uncountable(Sentence("reserved_in_two_classes"))
    if sum(places for places, _ in classes) > contest.seats:
        raise Uncountable(Sentence("reserved_more_than_places", facts))
    return Reserved(classes)


class Placed(NamedTuple):
    """Who is elected, in order.

    Up to the first group for not all of which there is room they are in `sure`, and
    from there on in `parted`; `told` says how the groups were parted. With `stands` a
    tie was left to stand, and nobody is elected any more.
    """

    sure: list[str]
    parted: list[str]
    told: list[Sentence]
    stands: bool = False


def those_with_room(
    reserved: Reserved,
    levels: Iterable[Sequence[str]],
    *,
    won: Collection[str],
    free: int,
    first_of: Callable[[Sequence[str]], Choice],
) -> Placed:
    """Elect, of those with enough votes, everybody whom reserved places leave room for.

    `levels` holds groups of options that are level, those with the most votes first.
    Where there is room for only some of a group, `first_of` says who goes before the
    others.
    """
    placed = Placed([], [], [])
    for level in levels:
        rest = list(level)
        while rest:
            elected = [*placed.sure, *placed.parted]
            room = reserved.room_for(rest, [*won, *elected], free - len(elected))
            taken = placed.parted if placed.told else placed.sure
            taken += room.sure
            if not room.competing:
                break
            option, how = first_of(room.competing)
            placed.told.append(how)
            if option is None:
                return placed._replace(stands=True)
            placed.parted.append(option)
            rest = [one for one in rest if one not in (*room.sure, option)]
    return placed


def _read(contest: Contest, part: str) -> tuple[int, frozenset[str]]:
    found = ONE_CLASS.match(part)
    if found is None:
        raise Uncountable(Sentence("reserved_unreadable", {"found": part.strip()[:60]}))
    named = [one.strip() for one in found[2].split(",") if one.strip()]
    members = {_meant(contest, one) for one in named} & set(contest.standing)
    places = int(found[1])
    if places > len(members):
        facts: dict[str, Fact] = {"reserved": places, "members": len(members)}
        raise Uncountable(Sentence("reserved_too_few_members", facts))
    return places, frozenset(members)


def _meant(contest: Contest, named: str) -> str:
    """Give the option of this id, or else of this name."""
    if named in contest.options:
        return named
    called = [option for option in contest.options if contest.name(option) == named]
    if len(called) == 1:
        return called[0]
    id_ = "reserved_name_shared" if called else "reserved_option_unknown"
    raise Uncountable(Sentence(id_, {"option": named[:60]}))
