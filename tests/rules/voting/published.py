"""What others published of elections, as the tests read it."""

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.formats.blt import read_blt
from commonweal.rules.voting.formats.decoding import decoded


def read(path: Path) -> tuple[Contest, Ballots]:
    """Read a BLT file."""
    return read_blt(decoded(path.read_bytes()).text)


def votes_at(told: dict[str, Any], tags: Collection[str]) -> list[dict[str, Fraction]]:
    """Give all votes at each moment with one of these tags."""
    return [
        {
            option: Fraction(state["vote"])
            for option, state in action["cstate"].items()
            if state["state"] != "withdrawn"
        }
        for action in told["actions"]
        if action["tag"] in tags
    ]


def without_idle_stages(
    counts: Sequence[Mapping[str, Any]],
) -> list[Mapping[str, Any]]:
    """Leave out stages at which nothing moved.

    The references show as a stage the transfer of a surplus of nought, which the Order
    does not know ("exceeds the quota", rule 48); ours show the filling of last places.
    """
    return [now for i, now in enumerate(counts) if i == 0 or now != counts[i - 1]]


def elected(told: dict[str, Any]) -> set[str]:
    """Give who is elected at the end."""
    end = next(action for action in told["actions"] if action["tag"] == "end")
    return {o for o, state in end["cstate"].items() if state["state"] == "elected"}
