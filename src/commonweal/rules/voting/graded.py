"""Ballots that give points, gathered: how many voters gave each option how many."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.ballots import Ballots, Contest, Scores
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.whole import bounds_of


@dataclass(slots=True)
class Graded:
    """Ballots that are not spoilt: points by option, and how many gave them."""

    ballots: list[tuple[dict[str, int], int]] = field(default_factory=list)
    cast: int = 0
    spoilt: int = 0
    lowest: int = 0

    def wanted(self, contest: Contest) -> list[str]:
        """Give the options that anybody gave points, in the order of the contest."""
        scored = {option for points, _ in self.ballots for option in points}
        return [option for option in contest.standing if option in scored]

    def grades(self, option: str) -> Counter[int]:
        """Give how many gave an option each grade; the lowest, where they gave none."""
        return Counter(dict(self._grades(option)))

    def _grades(self, option: str) -> Iterator[tuple[int, int]]:
        found = Counter[int]()
        for points, times in self.ballots:
            found[points.get(option, self.lowest)] += times
        yield from found.items()


def graded(contest: Contest, ballots: Ballots) -> Graded:
    """Gather ballots; one with points outside the settings' bounds is spoilt.

    Of two scores for one option the first counts. Raises `Uncountable` for ballots
    without scores, and for bounds that are none.
    """
    bounds = bounds_of(contest)
    told = Graded(lowest=0 if bounds.lowest is None else bounds.lowest)
    for ballot in ballots:
        if not isinstance(ballot.marks, Scores):
            raise Uncountable(Sentence("needs_scores"))
        # Read backwards, so that the first score is the one that stays.
        points = dict(reversed(ballot.marks.scores))
        told.cast += ballot.weight
        fits = all(bounds.hold(score) for score in points.values())
        if fits:
            told.ballots.append((points, ballot.weight))
        else:
            told.spoilt += ballot.weight
    return told
