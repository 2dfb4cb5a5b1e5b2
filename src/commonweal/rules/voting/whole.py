"""Settings of a method that are whole numbers, or the sentence for what is none."""

from typing import NamedTuple

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.method import Uncountable


class Bounds(NamedTuple):
    """The fewest and the most points a ballot may give an option; None is no bound."""

    lowest: int | None
    highest: int | None

    def hold(self, points: int) -> bool:
        """Say if so many points are within."""
        return (self.lowest is None or points >= self.lowest) and (
            self.highest is None or points <= self.highest
        )


def bounds_of(contest: Contest) -> Bounds:
    """Read the settings `lowest` and `highest`.

    Raises `Uncountable` where one is no whole number, or the lowest is above the
    highest: then no ballot could count.
    """
    lowest, highest = whole(contest, "lowest"), whole(contest, "highest")
    if lowest is not None and highest is not None and lowest > highest:
        facts: dict[str, Fact] = {"lowest": lowest, "highest": highest}
        raise Uncountable(Sentence("bounds_crossed", facts))
    return Bounds(lowest, highest)


def most_marks(contest: Contest, *, usual: int) -> int:
    """Read the setting `marks`: how many options a ballot may mark.

    Raises `Uncountable` where it is no whole number, or below nought.
    """
    marks = whole(contest, "marks")
    if marks is not None and marks < 0:
        raise Uncountable(Sentence("marks_below_nought", {"found": marks}))
    return usual if marks is None else marks


def whole(contest: Contest, setting: str) -> int | None:
    """Read one setting that is a whole number; None if it is not set."""
    said = contest.settings.get(setting)
    if said is None:
        return None
    try:
        return int(said)
    except ValueError as error:
        facts: dict[str, Fact] = {"detail": setting, "found": said}
        raise Uncountable(Sentence("detail_not_whole", facts)) from error
