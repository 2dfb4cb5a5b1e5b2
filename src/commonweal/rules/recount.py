"""Count a question from its frozen facts alone, and check a count somebody published.

A recount bundle is one table of plain data: the question, the rule, the numbers of
the roll, the ballots grouped so that they say nothing of who cast them, and what was
published as the result. Whoever holds it gets the same bytes, here or elsewhere.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from commonweal.rules import plain
from commonweal.rules.asked import METHODS as METHODS
from commonweal.rules.asked import Asked as Asked
from commonweal.rules.asked import contest_of as contest_of
from commonweal.rules.canonical import canonical
from commonweal.rules.malformed import MALFORMED
from commonweal.rules.verdict import Verdict
from commonweal.rules.voting import secret_ballots
from commonweal.rules.voting.ballots import Ballot
from commonweal.rules.voting.condorcet import condorcet_winner
from commonweal.rules.voting.decision_rule import MOTION
from commonweal.rules.voting.marks import ANSWERS, marks_of
from commonweal.rules.voting.outcome import Outcome
from commonweal.rules.voting.sealed_lot import comes_out, seal_of_lot
from commonweal.rules.voting.thresholds import (
    Answers,
    judge,
    judge_choice,
    judge_consensus,
)
from commonweal.rules.voting.ties import TieBreaker

FORMAT = "commonweal-recount-1"
CLOSED_FORMAT = "commonweal-recount-closed-1"

type Bundle = Mapping[str, Any]


class NotABundle(ValueError):  # noqa: N818 -- says what was given instead
    """Raised for data that is not a recount bundle; the text says what is wrong."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What the ballots yield, and whether it carries under the rule."""

    outcome: Outcome
    verdict: Verdict
    turnout: int


def tally(asked: Asked, ballots: Iterable[Ballot]) -> Tally:
    """Count the ballots of a question by its method and judge them by its rule.

    Each ballot's weight is the number of voters who said just that. Raises
    `Uncountable` where the method cannot count what it is given.
    """
    said = list(ballots)
    turnout = sum(ballot.weight for ballot in said)
    method = METHODS[asked.rule.method]
    ties = TieBreaker(asked.rule.tie_break, asked.tie_seed)
    contest = contest_of(asked)
    outcome = method.count(contest, said, ties)
    if method.ballot == "ranking":
        best = condorcet_winner(contest, said)
        outcome = replace(outcome, beats_all=(best,) if best else ())
    return Tally(outcome, _judged(asked, outcome, said, turnout), turnout)


def bundle(
    asked: Asked,
    kept: Sequence[tuple[Mapping[str, Any], int]],
    *,
    about: Bundle,
    lot_secret: bytes | None = None,
) -> dict[str, Any]:
    """Make the bundle: the question, each ballot and how often it was cast, the result.

    `about` is what else the reader should know: title, institution, roll hash and the
    like; it bears on nothing but that the roll's hash goes into the text of a lot, as
    `lot_secret` does. The ballots are put in an order of their own.
    """
    secret = lot_secret or b""
    sealed = {"secret": secret.hex(), "seal": seal_of_lot(secret)} if secret else None
    told = unjudged(asked, kept)
    return {
        **({"lot": sealed} if sealed else {}),
        **told,
        "about": dict(about),
        "result": result(asked, cast_in(told)),
    }


def unjudged(
    asked: Asked, kept: Sequence[tuple[Mapping[str, Any], int]]
) -> dict[str, Any]:
    """Give all of a bundle that bears on its count, and nothing that comes of it."""
    in_order = sorted(kept, key=lambda one: canonical(one[0]))
    return {
        "format": FORMAT,
        "rule": plain.rule_to_plain(asked.rule),
        "options": [dict(option) for option in asked.options],
        "seats": asked.seats,
        "budget": asked.budget,
        "tie_seed": asked.tie_seed,
        "roll": {"electorate": asked.electorate, "active": asked.active},
        "call": asked.call,
        "ballots": [
            {"marks": dict(marks), "count": count} for marks, count in in_order
        ],
    }


def closed_bundle(
    asked: Asked,
    kept: secret_ballots.Grouped,
    *,
    about: Bundle,
    open_to: Mapping[str, str],
) -> dict[str, Any]:
    """Make the bundle of a secret vote whose count tells too much of single people.

    It holds the roll's hash (in `about`), the turnout, what was decided, why nobody can
    count again from it, and the office, by language, whose holders may: no ballot and
    no number that ballots could be found from.
    """
    counted = tally(asked, ballots_of(kept))
    verdict = secret_ballots.verdict_in_short(asked.rule, counted.verdict)
    told = secret_ballots.outcome_in_short(counted.outcome, carried=bool(verdict))
    return {
        "format": CLOSED_FORMAT,
        "about": dict(about),
        "rule": plain.rule_to_plain(asked.rule),
        "roll": {"electorate": asked.electorate, "active": asked.active},
        "call": asked.call,
        "turnout": counted.turnout,
        "verdict": plain.verdict_to_plain(verdict),
        "winners": list(told.winners),
        "closed": {
            "floor": asked.rule.floor,
            "cell": secret_ballots.SMALLEST_CELL,
            "open_to": dict(open_to),
        },
    }


def result(asked: Asked, ballots: Iterable[Ballot]) -> dict[str, Any]:
    """Give the result part of a bundle: outcome, verdict and turnout as plain data."""
    counted = tally(asked, ballots)
    return {
        "outcome": plain.outcome_to_plain(counted.outcome),
        "verdict": plain.verdict_to_plain(counted.verdict),
        "turnout": counted.turnout,
    }


def recounted(bundle: Bundle) -> dict[str, Any]:
    """Count a bundle anew, looking at everything but the result it came with.

    Raises `NotABundle` where something is missing or of the wrong kind.
    """
    if bundle.get("format") != FORMAT:
        raise NotABundle(f"expected the format {FORMAT}")
    try:
        return result(asked_in(bundle), cast_in(bundle))
    except MALFORMED as problem:
        raise NotABundle(f"something is missing or malformed: {problem}") from problem


def agrees(bundle: Bundle) -> bool:
    """Say whether a bundle's result is, byte for byte, what its ballots yield.

    The text of its lot has to follow from its ballots too. Bundles from before it was
    told who beats every other in pairs say nothing of it.
    """
    return lot_comes_out(bundle) and result_agrees(bundle, recounted(bundle))


def result_agrees(bundle: Bundle, anew: Bundle) -> bool:
    """Say whether a bundle's result is, to the byte, the one counted anew."""
    told = bundle.get("result")
    said = told.get("outcome") if isinstance(told, Mapping) else None
    if isinstance(said, Mapping) and "beats_all" not in said:
        outcome = {k: v for k, v in anew["outcome"].items() if k != "beats_all"}
        anew = {**anew, "outcome": outcome}
    return canonical(anew) == canonical(told)


def lot_comes_out(bundle: Bundle) -> bool:
    """Say whether the text of a bundle's lot is the one that its ballots yield.

    Raises `NotABundle` where what is said of the lot cannot be read.
    """
    try:
        return comes_out(bundle)
    except MALFORMED as problem:
        raise NotABundle(f"something is missing or malformed: {problem}") from problem


def asked_in(bundle: Bundle) -> Asked:
    """Read the question of a bundle."""
    return Asked(
        rule=plain.rule_from_plain(bundle["rule"]),
        options=tuple(bundle["options"]),
        seats=bundle["seats"],
        budget=bundle["budget"],
        tie_seed=bundle["tie_seed"],
        electorate=bundle["roll"]["electorate"],
        active=bundle["roll"]["active"],
        call=bundle["call"],
    )


def ballots_of(kept: Iterable[tuple[Mapping[str, Any], int]]) -> list[Ballot]:
    """Read ballots as they are kept, each with how often it was cast."""
    return [Ballot(marks_of(marks), count) for marks, count in kept]


def cast_in(bundle: Bundle) -> list[Ballot]:
    """Read the ballots of a bundle."""
    return ballots_of((one["marks"], one["count"]) for one in bundle["ballots"])


def _judged(
    asked: Asked, outcome: Outcome, said: list[Ballot], turnout: int
) -> Verdict:
    again = asked.call > 1
    if asked.rule.method != MOTION:
        by_outcome = judge_consensus if asked.rule.is_consensus else judge_choice
        return by_outcome(
            asked.rule,
            electorate=asked.electorate,
            active=asked.active,
            turnout=turnout,
            outcome=outcome,
            second_call=again,
        )
    answered = [
        sum(ballot.weight for ballot in said if ballot.marks == (answer,))
        for answer in ANSWERS
    ]
    answers = Answers(asked.electorate, asked.active, *answered)
    return judge(asked.rule, answers, second_call=again)
