"""Papers in piles: who holds which ballot papers, and at what value.

The statutes for transferable votes speak of papers sorted into parcels, passed on to
the next available preference at a transfer value. This is that table, in its readable
form; `fast_piles` is the same table in arrays, for a city's papers. Values are exact,
in a unit that the method chooses, so nothing is ever rounded unasked.
"""

from collections import defaultdict
from collections.abc import Callable, Collection
from typing import NamedTuple, Protocol

from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.ballots import Ballot, Ballots, Contest, Ranking
from commonweal.rules.voting.grouped import GroupedRankings, strict_order
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.outcome import Number

type Revalue = Callable[[Number], Number]


class Moved(NamedTuple):
    """What passing a pile on yields: the value each option received, in units.

    `papers` counts them; `stranded` is the value of the papers with no further
    preference, and `left_behind` how many those are.
    """

    received: dict[str, Number]
    papers: int
    stranded: Number
    left_behind: int


class Piles(Protocol):
    """All the papers of a count, in piles by the option that holds them."""

    def sort(self, unit: int) -> Moved:
        """Give each paper, worth `unit`, to the first preference that stands."""

    def pass_on(self, option: str, continuing: Collection[str], at: Revalue) -> Moved:
        """Pass a pile on, each paper to its next preference among `continuing`.

        A paper that came at some value goes on at `at(value)`.
        """

    def papers(self, option: str) -> int:
        """Count the papers of a pile."""

    def values(self, option: str) -> list[Number]:
        """Give the values at which the papers of a pile came, highest first."""

    def pass_on_one_value(
        self, option: str, value: Number, continuing: Collection[str]
    ) -> Moved:
        """Pass on, at that value, only those papers of a pile that came at it."""


def needs_rankings(ballots: Ballots) -> None:
    """Raise `Uncountable` if any ballot is no ranking."""
    compact = isinstance(ballots, GroupedRankings)
    if not compact and not all(isinstance(one.marks, Ranking) for one in ballots):
        raise Uncountable(Sentence("needs_rankings"))


class Paper(NamedTuple):
    """What is still to be read on papers that are alike, and how many there are."""

    ranks: tuple[tuple[str, ...], ...]
    times: int


type Read = Callable[[Ballot], tuple[tuple[str, ...], ...]]


def alone_at_each_rank(ballot: Ballot) -> tuple[tuple[str, ...], ...]:
    """Read a ballot up to the first rank that several share."""
    return tuple((option,) for option in strict_order(ballot))


class ReadablePiles:
    """The table as it looks in a hall: every paper is picked up and read.

    `read` says in which order a paper names options; it may name several at one rank,
    which then counts only once a single one of them is left.
    """

    def __init__(
        self, contest: Contest, ballots: Ballots, read: Read | None = None
    ) -> None:
        self._standing = contest.standing
        ranks_on = read or alone_at_each_rank
        self._papers = [Paper(ranks_on(one), one.weight) for one in ballots]
        self._held: dict[str, list[tuple[Number, Paper]]] = {}

    def sort(self, unit: int) -> Moved:
        """Give each paper, worth `unit`, to the first preference that stands."""
        self._held = {option: [] for option in self._standing}
        return self._deal([(unit, paper) for paper in self._papers], self._standing)

    def pass_on(self, option: str, continuing: Collection[str], at: Revalue) -> Moved:
        """Pass a pile on, each paper to its next preference among `continuing`."""
        pile, self._held[option] = self._held[option], []
        return self._deal([(at(value), paper) for value, paper in pile], continuing)

    def papers(self, option: str) -> int:
        """Count the papers of a pile."""
        return sum(paper.times for _, paper in self._held[option])

    def values(self, option: str) -> list[Number]:
        """Give the values at which the papers of a pile came, highest first."""
        return sorted({value for value, _ in self._held[option]}, reverse=True)

    def pass_on_one_value(
        self, option: str, value: Number, continuing: Collection[str]
    ) -> Moved:
        """Pass on, at that value, only those papers of a pile that came at it."""
        pile = self._held[option]
        self._held[option] = [one for one in pile if one[0] != value]
        return self._deal([one for one in pile if one[0] == value], continuing)

    def _deal(
        self, papers: list[tuple[Number, Paper]], continuing: Collection[str]
    ) -> Moved:
        received: dict[str, Number] = defaultdict(int)
        stranded: Number = 0
        left_behind = 0
        for value, paper in papers:
            option, rest = next_preference(paper.ranks, continuing)
            if option is not None:
                received[option] += value * paper.times
                self._held[option].append((value, Paper(rest, paper.times)))
            else:
                stranded += value * paper.times
                left_behind += paper.times
        total = sum(paper.times for _, paper in papers)
        return Moved(dict(received), total, stranded, left_behind)


def next_preference(
    ranks: tuple[tuple[str, ...], ...], continuing: Collection[str]
) -> tuple[str | None, tuple[tuple[str, ...], ...]]:
    """Give the next one named who continues, and the ranks from there on.

    Gives None where there is none, or where several who continue share the rank.
    """
    for number, rank in enumerate(ranks):
        standing = [option for option in rank if option in continuing]
        if standing:
            alone = len(standing) == 1
            return (standing[0], ranks[number:]) if alone else (None, ())
    return None, ()
