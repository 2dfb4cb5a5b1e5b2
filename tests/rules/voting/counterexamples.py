"""What methods do not promise: an election for each in which it fails.

They were found by chance, and the smallest was kept. Each holds the ballots and what
the promise draws besides; it is counted anew by the tests and for the pages.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.rules.voting.elections import marked, ranked
from tests.rules.voting.promises import PROMISES

from commonweal.rules.voting.ballots import Ballot, Contest
from commonweal.rules.voting.methods import METHODS

FILE = Path(__file__).parent / "counterexamples.toml"
# What is changed between two counts, told by what was drawn.
CHANGES = {
    "monotonicity": "where the ballot in row {0} puts the winner first",
    "support_monotonicity": "where the ballot in row {0} marks {1} besides",
    "participation": "with one more voter who puts the winner first",
    "later_no_harm": "where the ballot in row {0} goes on to name {1}",
    "clones": "with a twin right behind {0}",
    "house_monotonicity": "with one more place",
}


class CounterExample(NamedTuple):
    """A method, a promise it does not make, and an election that shows why."""

    method: str
    promise: str
    contest: Contest
    ballots: list[Ballot]
    drawn: list[Any]
    said: list[dict[str, Any]]

    def change(self) -> str:
        """Say what is changed between the two counts; nothing where there is one."""
        rows = self.promise in ("monotonicity", "support_monotonicity")
        rows |= self.promise == "later_no_harm"
        drawn = [self.drawn[0] + 1, *self.drawn[1:]] if rows else self.drawn
        return CHANGES.get(self.promise, "").format(*drawn)


class Chosen:
    """Draws what was drawn when the counter-example was found."""

    def __init__(self, drawn: list[Any]) -> None:
        self.left = list(drawn)

    def draw(self, _strategy: st.SearchStrategy[Any], _label: str = "") -> Any:
        """Give what comes next."""
        return self.left.pop(0)


def counter_examples() -> Iterator[CounterExample]:
    """Read all of them."""
    for said in tomllib.loads(FILE.read_text())["found"]:
        contest = Contest(tuple(said["options"].split()), said.get("seats", 1))
        ballots = [
            ranked(one["order"], one["times"])
            if "order" in one
            else marked(one["marks"], one["times"])
            for one in said["ballots"]
        ]
        names = said["method"], said["promise"]
        drawn = said.get("drawn", [])
        yield CounterExample(*names, contest, ballots, drawn, said["ballots"])


def winners_where_it_fails(one: CounterExample) -> list[tuple[str, ...]]:
    """Give who wins at each count of a counter-example.

    Raises `AssertionError` where the promise is kept after all.
    """
    method, won = METHODS[one.method], list[tuple[str, ...]]()

    def count(*asked: Any) -> Any:
        outcome = method.count(*asked)
        won.append(outcome.winners)
        return outcome

    # What is assumed of an election may only be asked for within a property.
    @settings(max_examples=1, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.none())
    def kept(_nothing: None) -> None:
        won.clear()
        election = one.contest, one.ballots
        PROMISES[one.promise](replace(method, count=count), election, Chosen(one.drawn))

    try:
        kept()
    except AssertionError:
        return won
    raise AssertionError(f"{one.method} keeps {one.promise} here")
