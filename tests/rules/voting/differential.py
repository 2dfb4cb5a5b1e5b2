"""Small elections drawn by chance, counted by ours and by other people's programs.

Where they say something else, the kind of difference must be explained here: theirs is
wrong, ours is, or the rule is another. The page of the reference is written from this.
"""

import json
import random
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tests.rules.voting.elections import LOT

from commonweal.rules.voting.ballots import Approvals, Ballot, Contest, Ranking, Scores
from commonweal.rules.voting.methods import METHODS

OPTIONS = ("A", "B", "C", "D", "E")
METHODS_BY_FORM = {
    "ranking": (
        "irv", "stv-wigm", "stv-scottish", "stv-meek", "coombs", "schulze",
        "ranked-pairs", "minimax", "borda",
    ),
    "approvals": (
        "approval", "pav", "pav-sequential", "phragmen-sequential", "committee-shares",
    ),
    "scores": ("score", "star", "majority-judgment"),
}  # fmt: skip
TRANSFERABLE = ("stv-wigm", "stv-scottish", "stv-meek")
SAME, PICKED, LEFT_OPEN, OTHER = (
    "the same",
    "picks in silence",
    "reports a tie",
    "elects others",
)


class Kind(NamedTuple):
    """A kind of difference: in which method, with which program, and how."""

    method: str
    peer: str
    how: str


ERROR_AT_TIES = (
    "Theirs gives up wherever options are level, also where nothing hangs on it."
)
UNEXPLAINED = "?"
SILENT = "Theirs takes one of those who are level and does not say so."
ON_THE_WAY = (
    "Ours tells of every tie on the way. Theirs follows each way to part it and gives "
    "all committees that come of it, and here that is one and the same."
)
ALL_AT_ONCE = "Another rule: all who are last drop out together there."
BY_LOT = "Theirs parts a tie by a lot or an order of its own and does not say so."
NO_POINTS = (
    "Another rule: whom a ballot leaves out gets no points there, and shares those of "
    "the last places here."
)
BY_FIRST = "Theirs parts a tie by first preferences and does not say so."
BY_ALPHABET = "Theirs takes whoever comes first in the alphabet and does not say so."
MARGINS = (
    "Another rule: a win is as strong there as the votes by which it is won, here as "
    "the votes for it."
)
WHY = {
    Kind("committee-shares", "abcvoting", PICKED): ON_THE_WAY,
    Kind("pav-sequential", "abcvoting", PICKED): ON_THE_WAY,
    Kind("phragmen-sequential", "abcvoting", PICKED): ON_THE_WAY,
    Kind("coombs", "pref_voting", PICKED): ALL_AT_ONCE,
    Kind("irv", "pref_voting", PICKED): ALL_AT_ONCE,
    Kind("majority-judgment", "pref_voting", LEFT_OPEN): "Another rule: where middle "
    "grades are level theirs looks once at how many gave more and how many less; ours "
    "takes middle grades away, one after the other, until they differ.",
    Kind("ranked-pairs", "pref_voting", LEFT_OPEN): "Another rule: of equal wins ours "
    "takes first the one with fewer against it; theirs gives all who would win in any "
    "order of them.",
    Kind("ranked-pairs", "pref_voting", "ends with TimeoutError"): "Theirs tries every "
    "order of equal wins, and there may be millions.",
    Kind("star", "pref_voting", LEFT_OPEN): "Another rule: a level run-off goes to who "
    "has more points here, and is left open there.",
    Kind("star", "pref_voting", PICKED): "Another rule: all who are level for a place "
    "in the run-off have one there; here the tie-break says who has.",
    Kind("stv-meek", "pref_voting", PICKED): BY_LOT,
    Kind("stv-scottish", "pref_voting", PICKED): BY_LOT,
    Kind("borda", "votekit", OTHER): NO_POINTS,
    Kind("borda", "votekit", PICKED): "The same.",
    Kind("borda", "votekit", "ends with ValueError"): ERROR_AT_TIES,
    Kind("irv", "votekit", PICKED): BY_FIRST,
    Kind("ranked-pairs", "votekit", OTHER): MARGINS,
    Kind("ranked-pairs", "votekit", PICKED): BY_ALPHABET,
    Kind("schulze", "votekit", OTHER): MARGINS,
    Kind("schulze", "votekit", PICKED): "Theirs takes the first in the alphabet of all "
    "whom a chain of ties joins, be it one whom another beats, and does not say so.",
    Kind("stv-wigm", "votekit", OTHER): "Another rule: its quota is a whole number of "
    "votes.",
    Kind("stv-wigm", "votekit", PICKED): BY_FIRST,
    Kind("stv-wigm", "votekit", "ends with ValueError"): ERROR_AT_TIES,
    Kind("borda", "votelib", OTHER): NO_POINTS,
    Kind("borda", "votelib", LEFT_OPEN): "The same.",
    Kind("irv", "pyrankvote", PICKED): SILENT,
    Kind("irv", "votelib", "ends with NotImplementedError"): ERROR_AT_TIES,
    Kind("majority-judgment", "votelib", OTHER): "Theirs is wrong: an option that has "
    "fallen behind stays among those grades are taken from, and may come back.",
    Kind("majority-judgment", "votelib", "ends with VotingSystemError"): "Theirs gives "
    "up where grades are just alike.",
    Kind("majority-judgment", "votelib", PICKED): "The same as where it elects others.",
    Kind("minimax", "votelib", LEFT_OPEN): "Theirs is wrong: it leaves out an option "
    "that no voter puts behind any other.",
    Kind("pav", "votelib", "ends with NotImplementedError"): ERROR_AT_TIES,
    Kind("pav", "votelib", "ends with IndexError"): "Theirs is wrong: where one place "
    "is to be filled it has no weight for it.",
    Kind("pav-sequential", "votelib", "ends with NotImplementedError"): ERROR_AT_TIES,
    Kind("ranked-pairs", "votelib", OTHER): "Another rule: of equal wins ours takes "
    "first the one with fewer against it, theirs any.",
    Kind("ranked-pairs", "votelib", PICKED): SILENT,
    Kind("schulze", "votelib", PICKED): SILENT,
    Kind("star", "votelib", LEFT_OPEN): "Another rule: a level run-off goes to who has "
    "more points here, and is left open there.",
    Kind("stv-wigm", "pyrankvote", OTHER): "Theirs is wrong: ballots of whoever "
    "drops out go on at one average worth, not each at its own.",
    Kind("stv-wigm", "pyrankvote", PICKED): SILENT,
    Kind("stv-wigm", "votelib", "ends with NotImplementedError"): ERROR_AT_TIES,
    Kind(
        "stv-wigm", "votelib", "ends with VotingSystemError"
    ): "Theirs gives up, in an "
    "endless loop, where ballots run out before the last places are filled.",
    Kind("stv-wigm", "votelib", PICKED): SILENT,
}

OPENING = """\
# Our counts against other people's

Written by `tests/rules/voting/test_differential.py` (with `bin/test --long`), which
draws {elections} small elections by chance, always the same, and counts each by ours
and by the programs that `requirements-peers.lock` pins. Every kind of difference has
its reason here; a new kind fails the test. [Budgets](budgeting-differential.md),
[draws](sortition-differential.md) and [seats](apportionment-differential.md) have pages
of their own.

| method | program | counted | the same | differs | how | why |
| --- | --- | ---: | ---: | ---: | --- | --- |
"""

type Drawn = dict[str, Any]


def drawn(each: int) -> Iterator[tuple[str, Drawn]]:
    """Draw elections of each form, the same ones every time."""
    chance = random.Random("commonweal")
    for form, methods in METHODS_BY_FORM.items():
        for number in range(each):
            options = OPTIONS[: chance.randint(3, 5)]
            seats = chance.randint(1, 3) if form == "approvals" else 1
            # From here on half of the elections have whole rankings only.
            whole = number % 2 == 0
            ballots = {
                json.dumps(marks): [marks, chance.randint(1, 9)]
                for marks in (
                    a_ballot(chance, form, options, whole=whole)
                    for _ in range(chance.randint(3, 10))
                )
            }
            seats = min(seats, len(options) - 1)
            if form == "ranking" and number % 3 == 0:
                seats, asked = 2, list(TRANSFERABLE)
            else:
                asked = [one for one in methods if seats == 1 or form != "ranking"]
            yield (
                form,
                {
                    "options": options,
                    "seats": seats,
                    "ballots": list(ballots.values()),
                    "methods": asked,
                },
            )


def a_ballot(
    chance: random.Random, form: str, options: tuple[str, ...], *, whole: bool
) -> list[Any]:
    """Draw what a voter marks: an order, some options, or points from 0 to 5."""
    order = chance.sample(options, len(options))
    if form == "scores":
        return [[option, chance.randint(0, 5)] for option in sorted(order)]
    size = len(order) if whole and form == "ranking" else chance.randint(1, len(order))
    return order[:size] if form == "ranking" else sorted(order[:size])


def compared(python: Path, each: int) -> tuple[Counter[Kind], int]:
    """Count all elections by ours and theirs; give how often each kind was met."""
    elections = list(drawn(each))
    done = subprocess.run(
        [python, "-W", "ignore", Path(__file__).with_name("peer_methods.py")],
        input="\n".join(json.dumps(election) for _, election in elections),
        capture_output=True,
        text=True,
        check=True,
        timeout=1_800,
    )
    met = Counter[Kind]()
    lines = done.stdout.splitlines()
    for (form, election), line in zip(elections, lines, strict=True):
        for method, by_peer in json.loads(line).items():
            outcome = METHODS[method].count(*ours_of(form, election), LOT)
            for peer, theirs in by_peer.items():
                how = kind_of(sorted(outcome.winners), bool(outcome.tied), theirs)
                met[Kind(method, peer, how)] += 1
    return met, len(elections)


def ours_of(form: str, election: Drawn) -> tuple[Contest, list[Ballot]]:
    """Give an election as ours reads it."""
    made = {
        "ranking": lambda order: Ranking(tuple((one,) for one in order)),
        "approvals": lambda marks: Approvals(tuple(marks)),
        "scores": lambda given: Scores(tuple((one, points) for one, points in given)),
    }
    ballots = [Ballot(made[form](marks), times) for marks, times in election["ballots"]]
    return Contest(tuple(election["options"]), election["seats"]), ballots


def kind_of(winners: list[str], tied: bool, theirs: list[str] | str) -> str:
    """Name how an answer differs from ours."""
    if isinstance(theirs, str):
        return f"ends with {theirs}"
    if theirs == []:
        return SAME if tied else LEFT_OPEN
    if tied:
        return PICKED
    return SAME if theirs == winners else OTHER


def page(met: Counter[Kind], elections: int) -> str:
    """Write the page on all kinds of difference."""
    rows = []
    for method, peer in sorted({(kind.method, kind.peer) for kind in met}):
        of = {k.how: n for k, n in met.items() if (k.method, k.peer) == (method, peer)}
        same, total = of.pop(SAME, 0), sum(of.values())
        told = [
            f"| `{method}` | {peer} | {same + total} | {same} | {n} | {how} "
            f"| {WHY.get(Kind(method, peer, how), UNEXPLAINED)} |\n"
            for how, n in sorted(of.items())
        ]
        none = [f"| `{method}` | {peer} | {same} | {same} | 0 | | |\n"]
        rows += told or none
    return OPENING.format(elections=elections) + "".join(rows)
