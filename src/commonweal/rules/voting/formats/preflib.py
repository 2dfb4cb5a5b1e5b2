"""PrefLib's rankings: `.soc`, `.soi`, `.toc` and `.toi`.

Lines that begin with a number sign describe the file and name the alternatives; every
other line says how many voters ranked how: `12: 3,1,{2,4}`, where braces hold those who
share a rank. Source: Mattei & Walsh, PrefLib: A Library for Preferences (2013).
"""

import re

from commonweal.rules.sentence import Fact
from commonweal.rules.voting.ballots import Ballot, Ballots, Contest, Ranking
from commonweal.rules.voting.formats.errors import fault

# What was read is not read again: a line made for that would take hours.
FACT = re.compile(r"#\s*+([A-Z ]*[A-Z])(?: (\d++))?\s*+:\s*+(.*)$")
BALLOT = re.compile(r"(\d{1,15})\s*:\s*(.*)$", re.ASCII)
RANK = re.compile(r"\s*(?:\{([^{}]*)\}|([^,{}]*))\s*(?:,|$)")

type Ranks = tuple[tuple[str, ...], ...]


def read_preflib(text: str) -> tuple[Contest, Ballots]:
    """Read a contest for one seat, and its rankings.

    Alternatives' ids are their numbers in the file. Raises `FormatError` at the first
    line that makes no sense, and where the file has fewer ballots than it announces.
    """
    facts: dict[str, str] = {}
    names: dict[str, str] = {}
    ballots: list[Ballot] = []
    lines = text.removeprefix("\ufeff").splitlines()
    for number, line in enumerate(lines, start=1):
        if line.startswith("#"):
            _take_fact(line, facts, names)
        elif line.strip():
            if not ballots:
                _check_names(number, facts, names)
            ballots.append(read_ballot(number, line.strip(), names))
    if not ballots:
        raise fault(len(lines), "preflib_no_ballots", "preflib_ballot_expected")
    _check_number(len(lines), facts, sum(ballot.weight for ballot in ballots))
    title = facts.get("TITLE", "")
    return Contest(tuple(names), names=names, title=title), tuple(ballots)


def read_ballot(number: int, line: str, names: dict[str, str]) -> Ballot:
    """Read how many voters there are, and how they ranked the alternatives."""
    found = BALLOT.match(line)
    told: dict[str, Fact] = {"found": line[:40], "candidates": len(names)}
    if found is None or int(found[1]) == 0:
        raise fault(number, "preflib_not_a_ballot", "preflib_ballot_expected", told)
    ranks = _strict_ranks(found[2]) if "{" not in found[2] else _ranks(found[2])
    if ranks is None:
        raise fault(number, "preflib_not_a_ballot", "preflib_ballot_expected", told)
    for one in (one for rank in ranks for one in rank if one not in names):
        told["word"] = one
        raise fault(number, "blt_no_such_candidate", "blt_candidate_expected", told)
    return Ballot(Ranking(ranks), int(found[1]))


def _strict_ranks(text: str) -> Ranks:
    return tuple((one.strip(),) for one in text.split(","))


def _ranks(text: str) -> Ranks | None:
    ranks: list[tuple[str, ...]] = []
    while text:
        rank = RANK.match(text)
        if rank is None:
            return None
        together = rank[1] if rank[1] is not None else rank[2]
        ranks.append(tuple(one.strip() for one in together.split(",")))
        text = text[rank.end() :]
    return tuple(ranks)


def _take_fact(line: str, facts: dict[str, str], names: dict[str, str]) -> None:
    found = FACT.match(line)
    if found and found[1] == "ALTERNATIVE NAME" and found[2]:
        names[found[2]] = found[3].strip() or found[2]
    elif found:
        facts[found[1]] = found[3].strip()


def _check_names(number: int, facts: dict[str, str], names: dict[str, str]) -> None:
    announced = facts.get("NUMBER ALTERNATIVES", str(len(names)))
    if not names or announced != str(len(names)):
        told: dict[str, Fact] = {"found": len(names), "candidates": announced}
        raise fault(number, "blt_names_missing", "preflib_names_expected", told)


def _check_number(number: int, facts: dict[str, str], found: int) -> None:
    announced = facts.get("NUMBER VOTERS", str(found))
    if announced != str(found):
        told: dict[str, Fact] = {"found": found, "announced": announced}
        raise fault(number, "preflib_ballots_missing", "preflib_all_expected", told)
