"""The page on published elections, counted again: how many came out the same, and how.

References for rules of transferable vote are compared stage by stage. Each family of
them has its own tags for the moments at which it tells all votes.
"""

import json
from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

from tests.rules.voting.certified import CITIES, certified
from tests.rules.voting.published import elected, read, votes_at, without_idle_stages

from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.formats.preflib import read_preflib
from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.outcome import Outcome
from commonweal.rules.voting.ties import TieBreaker

OPENING = """\
# Published elections, counted again

Written by `tests/rules/voting/test_references.py` from the published files at hand.
[Budgets](budgeting-reproduction.md), [draws](sortition-reproduction.md) and
[seats](apportionment-reproduction.md) have pages of their own.

| elections | by | compared | the same | of |
| --- | --- | --- | ---: | ---: |
"""

NOT_REPRODUCED = """
## Not reproduced, and why

| what | why |
| --- | --- |
"""

REASONS = {
    "The stages at which two references for the Scottish rule pass on a surplus of "
    "nought": "Rule 48 passes on the papers of who *exceeds* the quota; these stages "
    "change no number.",
    "The order in which the references draw lots": "They take the first in the file; "
    "ours draws from a public text. Compared with the order of the file.",
    "The winners of `SC-Vm-12` by the reference that counts Meek's rule with nine "
    "places": "The election was made up to show that nine places are too few "
    "(Voting matters 12); the references with more places elect whom ours elects.",
    "{others} references for other rules (Warren, QPQ, Minneapolis, CfER)": "These "
    "rules are not among ours.",
}


class Compared(NamedTuple):
    """A set of elections: how they were counted and how many came out the same."""

    elections: str
    method: str
    what: str
    same: int
    of: int


class Family(NamedTuple):
    """References for one rule: which files, by which method, told at which moments.

    Where votes are told to more places than ours show, `near` is how far apart the
    same number may be. A family of `winners_only` rounds in another way.
    """

    named: str
    method: str
    title: str
    tags: frozenset[str]
    near: Fraction = Fraction(0)
    winners_only: bool = False


STAGES = frozenset({"begin", "transfer"})
ROUNDS = frozenset({"iterate"})
FIVE_PLACES = Fraction(1, 10**5)
FAMILIES = (
    Family(
        "wigm-rational",
        "stv-wigm",
        "for weighted inclusive Gregory in fractions",
        STAGES,
        FIVE_PLACES,
    ),
    Family(
        "wigm-guarded",
        "stv-wigm",
        "for weighted inclusive Gregory, 18 places",
        STAGES,
        FIVE_PLACES,
    ),
    Family(
        "wigm-prf",
        "stv-wigm",
        "for weighted inclusive Gregory, 4 places",
        STAGES,
        winners_only=True,
    ),
    Family("scotland", "stv-scottish", "for the Scottish rule", STAGES),
    Family(
        "meek-o9-guarded",
        "stv-meek",
        "for Meek's rule, 18 places",
        ROUNDS,
        FIVE_PLACES,
    ),
    Family(
        "meek-o10-rational",
        "stv-meek",
        "for Meek's rule in fractions",
        ROUNDS,
        FIVE_PLACES,
    ),
    Family(
        "meek-prf",
        "stv-meek",
        "for Meek's rule, 9 places",
        ROUNDS,
        winners_only=True,
    ),
)


def reproduction_page(elections: Path) -> str:
    """Count every published election at hand and write the page on it."""
    by_rule = [of_family(elections, family) for family in FAMILIES]
    done = [wards(elections), districts(elections), *by_rule, cities(elections)]
    rows = "".join(
        f"| {one.elections} | `{one.method}` | {one.what} | {one.same} | {one.of} |\n"
        for one in done
    )
    references = elections / "droop" / "ref" / "json"
    others = len(list(references.glob("*.txt"))) - sum(one.of for one in by_rule)
    reasons = "".join(f"| {what} | {why} |\n" for what, why in REASONS.items())
    return OPENING + rows + NOT_REPRODUCED + reasons.format(others=others)


def wards(elections: Path) -> Compared:
    """Count Scotland's wards."""
    published = json.loads((elections / "scot-elex_winners_reference.json").read_text())
    count = METHODS["stv-scottish"].count
    same = sum(
        set(count(*read(elections / "scot-elex" / name), TieBreaker()).winners)
        == set(winners)
        for name, winners in published.items()
    )
    where = "Scotland's council wards, 2007 to 2022 (mggg/scot-elex)"
    return Compared(where, "stv-scottish", "winners", same, len(published))


def districts(elections: Path) -> Compared:
    """Count New South Wales."""
    published = json.loads((elections / "nswla_winners_reference.json").read_text())
    same = 0
    for path in (elections / "nswla").glob("*.soi"):
        contest, ballots = read_preflib(path.read_text(encoding="utf-8"))
        (won,) = METHODS["irv"].count(contest, ballots, TieBreaker()).winners
        same += contest.name(won) == published[contest.title]
    where = (
        "New South Wales Legislative Assembly, 2015 to 2023 (fleverest/nswla_preflib)"
    )
    return Compared(where, "irv", "winners", same, len(published))


def of_family(elections: Path, family: Family) -> Compared:
    """Count the references for one rule."""
    references = references_of(elections, family)
    same = sum(is_reproduced(elections, family, one) for one in references)
    what = "winners" if family.winners_only else "every stage"
    where = f"References {family.title} (jklundell/droop)"
    return Compared(where, family.method, what, same, len(references))


def references_of(elections: Path, family: Family) -> list[Path]:
    """Give the published counts of a family."""
    folder = elections / "droop" / "ref" / "json"
    return sorted(folder.glob(f"*-{family.named}-*"))


def is_reproduced(elections: Path, family: Family, reference: Path) -> bool:
    """Say if a reference comes out the same: who is elected, and every stage."""
    told = json.loads(reference.read_text())
    contest, outcome = counted(elections, family, reference)
    if set(outcome.winners) != elected(told):
        return False
    theirs = votes_at(told, family.tags)
    ours = [dict(step.counts) for step in outcome.steps]
    return family.winners_only or alike(ours, theirs, contest, family.near)


def counted(
    elections: Path, family: Family, reference: Path
) -> tuple[Contest, Outcome]:
    """Count a reference's election, ties in the order that its program takes."""
    name = reference.name.partition(f"-{family.named}-")[0]
    contest, ballots = read(elections / "droop" / "blt" / f"{name}.blt")
    in_file = () if family.winners_only else contest.settings.get("tie", "").split()
    order = tuple(in_file) or contest.options
    ties = TieBreaker("declared", declared=order)
    return contest, METHODS[family.method].count(contest, ballots, ties)


def alike(
    ours: Sequence[Mapping[str, Any]],
    theirs: Sequence[Mapping[str, Fraction]],
    contest: Contest,
    near: Fraction,
) -> bool:
    """Say if all stages that move something show the same votes."""
    ours, theirs = without_idle_stages(ours), without_idle_stages(theirs)
    # Ours may end with a stage at which the last places are filled.
    return len(theirs) <= len(ours) <= len(theirs) + 1 and all(
        abs(now.get(option, 0) - then.get(option, 0)) <= near
        for now, then in zip(ours, theirs, strict=False)
        for option in contest.standing
    )


def cities(elections: Path) -> Compared:
    """Count the certified runoffs, round by round, from the marks as they were cast."""
    same = sum(city_is_reproduced(elections / "rctab" / name) for name in CITIES)
    where = "Certified runoffs of Minneapolis 2013 and Portland 2015 (BrightSpots/rcv)"
    return Compared(where, "irv", "every round", same, len(CITIES))


def city_is_reproduced(folder: Path) -> bool:
    """Say if a runoff comes out as certified: its winner, and the votes of each round.

    Of those who are level the program behind it drops the one named last.
    """
    contest, ballots, rounds, winner = certified(folder)
    ties = TieBreaker("declared", declared=contest.options[::-1])
    outcome = METHODS["irv"].count(contest, ballots, ties)
    ours = [
        {option: votes for option, votes in step.counts.items() if votes}
        for step in outcome.steps
    ]
    theirs = [{o: votes for o, votes in one.items() if votes} for one in rounds]
    return outcome.winners == (winner,) and ours == theirs
