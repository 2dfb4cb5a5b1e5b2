"""Reserved places: at least so many of the places go to options of a class.

Nobody may drop out without whom a class could no longer fill the places reserved for
it; and once no more places are free than are still reserved, everybody else drops out.

Source: I. D. Hill, STV with constraints, Voting matters 9 (1998), where the former are
called guarded and the latter doomed.

A contest says it in its setting `reserved`: `2 of ada, ben, col; 1 of dot, eve`.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.method import Uncountable

SETTING = "reserved"
ONE_CLASS = re.compile(
    r"\s*+(\d{1,6})\s++of\s++(\S(?:.*\S)?)\s*$", re.DOTALL | re.ASCII
)


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
        open_to: set[str] = set()
        still = 0
        for places, members in self.classes:
            missing = places - len(members & set(won))
            if missing > 0:
                still += missing
                open_to |= members
        return (
            set(continuing) - open_to if self.classes and still >= free > 0 else set()
        )

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


def first_not_doomed(
    reserved: Reserved, over: Iterable[str], won: Collection[str], free: int
) -> list[str]:
    """Give those of `over` who may be elected, one after the other, in this order."""
    ranked, elected = list(over), list(won)
    chosen: list[str] = []
    for option in ranked:
        others = [one for one in ranked if one not in elected]
        if option not in reserved.doomed(others, elected, free - len(chosen)):
            chosen.append(option)
            elected.append(option)
    return chosen


def _read(contest: Contest, part: str) -> tuple[int, frozenset[str]]:
    found = ONE_CLASS.match(part)
    if found is None:
        raise Uncountable(Sentence("reserved_unreadable", {"found": part.strip()[:60]}))
    by_name = {contest.name(option): option for option in contest.options}
    named = [one.strip() for one in found[2].split(",") if one.strip()]
    for one in named:
        if one not in contest.options and one not in by_name:
            raise Uncountable(Sentence("reserved_option_unknown", {"option": one[:60]}))
    members = frozenset(
        one if one in contest.options else by_name[one] for one in named
    ) & frozenset(contest.standing)
    places = int(found[1])
    if places > len(members):
        facts: dict[str, Fact] = {"reserved": places, "members": len(members)}
        raise Uncountable(Sentence("reserved_too_few_members", facts))
    return places, members
