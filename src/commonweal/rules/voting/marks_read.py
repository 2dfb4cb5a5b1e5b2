"""How a ranking with faults is read: ranks that several share, ranks left empty.

Laws differ, so a contest says in its settings what holds:

`overvote`
    What a rank does that several options share: `ends` (the ballot ends there; so
    unless something else is said), `skipped` (the rank is passed over), or
    `ends_if_several_stand` (it counts if only one of them is still in the count).
`skipped`
    How many ranks in a row may be left empty before the ballot ends; any number,
    unless something is said.
`repeated`
    What a name does that comes a second time: `skipped` (so unless something else is
    said) or `ends`.

Source: the rules of RCTab 2.0, which American cities count by; its names for these are
`overvoteRule`, `maxSkippedRanksAllowed` and `exhaustOnDuplicateCandidate`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Ballot, Contest, Ranking
from commonweal.rules.voting.method import Uncountable

OVERVOTE = ("ends", "skipped", "ends_if_several_stand")
REPEATED = ("skipped", "ends")
SETTINGS = ("overvote", "repeated", "skipped")

type Ranks = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """The rules by which faulty rankings are read; `skipped` is None without limit."""

    overvote: str = "ends"
    repeated: str = "skipped"
    skipped: int | None = None

    @property
    def is_usual(self) -> bool:
        """Say if ballots are read as every other method of ranking reads them."""
        return self == Reading()

    @property
    def looks_again(self) -> bool:
        """Say if what a rank says depends on who is still in the count."""
        return self.overvote == "ends_if_several_stand"


def reading_of(contest: Contest) -> Reading:
    """Read the rules from a contest's settings; `Uncountable` where there is none."""
    skipped = contest.settings.get("skipped", "any")
    said = {
        "overvote": (contest.settings.get("overvote", "ends"), OVERVOTE),
        "repeated": (contest.settings.get("repeated", "skipped"), REPEATED),
        "skipped": (skipped, (skipped if skipped.isdecimal() else "any",)),
    }
    for name, (value, known) in said.items():
        if value not in known:
            facts: dict[str, Fact] = {"setting": name, "value": value, "known": known}
            raise Uncountable(Sentence("counting_detail_unknown", facts))
    return Reading(
        said["overvote"][0],
        said["repeated"][0],
        int(skipped) if skipped.isdecimal() else None,
    )


def as_read(ballots: Sequence[Ballot], reading: Reading) -> list[Ballot]:
    """Give the same ballots with what their faults end or skip left out."""
    return [
        Ballot(Ranking(ranks_read(ballot.marks.ranks, reading)), ballot.weight)
        for ballot in ballots
        if isinstance(ballot.marks, Ranking)
    ]


def ranks_on(ballot: Ballot) -> Ranks:
    """Give the ranks of a ballot as they are."""
    assert isinstance(ballot.marks, Ranking)
    return ballot.marks.ranks


def ranks_read(ranks: Ranks, reading: Reading) -> Ranks:
    """Give the ranks that count; those several share only where that may change."""
    read: list[tuple[str, ...]] = []
    empty, seen = 0, set[str]()
    for rank in ranks:
        names = tuple(dict.fromkeys(rank))
        empty = 0 if names else empty + 1
        too_many_empty = reading.skipped is not None and empty > reading.skipped
        again = len(names) == 1 and names[0] in seen
        if too_many_empty or (again and reading.repeated == "ends"):
            break
        seen.update(names)
        if len(names) > 1 and reading.overvote == "ends":
            break
        passed_over = again or (len(names) > 1 and reading.overvote == "skipped")
        if names and not passed_over:
            read.append(names)
    return tuple(read)
