"""Secret ballots: nothing on one that tells of its voter, none told of too few.

A ballot is kept with what it says and no more, in one order, and written to the same
length as every other one of its question, so that neither a scribble nor a length
gives anybody away. What a count would tell of single people is not told: of fewer
ballots than the rule's floor, or where an answer was given by one or two, no more is
said than how many voted and what was decided.

Source for telling nothing of small groups: Hundepool et al., Statistical Disclosure
Control (2012), on the minimum frequency of a cell and on cells that are unanimous.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from commonweal.rules.canonical import canonical
from commonweal.rules.verdict import ALLOWED, Verdict, refused
from commonweal.rules.voting.decision_rule import DecisionRule
from commonweal.rules.voting.marks import FORMS, Kept
from commonweal.rules.voting.outcome import Outcome

SMALLEST_CELL = 3
# Room for braces, the name of the form and, beside each option, its number.
_FRAME, _BESIDE = 64, 16
# Refusals whose numbers are those of the roll and the turnout, and tell of nobody.
_TELLS_OF_NOBODY = frozenset({"quorum_missed"})

# A count that is told in short is opened by two, who ask within so many days.
TO_OPEN, ASKED_STANDS = 2, timedelta(days=7)

type Grouped = Sequence[tuple[Mapping[str, Any], int]]


def bare(kept: Kept, *, form: str) -> dict[str, object]:
    """Give a ballot with the marks of its form and nothing else, in one order."""
    marked = kept[FORMS[form]]
    if isinstance(marked, list):
        marked = sorted(marked)
    return {FORMS[form]: marked}


def written(marks: Mapping[str, Any], *, options: Collection[str]) -> str:
    """Write a bare ballot to the length that every ballot on these options has."""
    longest = _FRAME + sum(len(canonical(option)) + _BESIDE for option in options)
    text = canonical(marks)
    assert len(text) <= longest, "a ballot marks each option at most once"
    return text.ljust(longest).decode()


def read(text: str) -> dict[str, Any]:
    """Read a ballot that was written to length."""
    marks: dict[str, Any] = json.loads(text)
    return marks


def can_be_shown(rule: DecisionRule, kept: Grouped) -> bool:
    """Say whether a count may be shown: enough ballots, and none all but alone.

    `kept` is each way the ballot was filled in, and how often. Shown if there are at
    least as many as the rule's floor and no way was chosen by one or two only; and not
    if all said the same, which would tell what everybody said who voted. A motion is
    all alike also where the only others abstained.
    """
    times = [count for _, count in kept if count]
    sides = [marks for marks, count in kept if count and _takes_sides(marks)]
    return (
        sum(times) >= max(rule.floor, SMALLEST_CELL)
        and min(times) >= SMALLEST_CELL
        and len(sides) > 1
    )


def _takes_sides(marks: Mapping[str, Any]) -> bool:
    return marks != {"answer": "abstain"}


def may_be_opened(*, tellers: int, asked: int) -> Verdict:
    """Let a closed count be opened once two tellers of then have asked for it.

    `tellers` is how many of those who held the office when the vote ended are still
    members, `asked` how many of these asked in the last days. Refuses
    `too_few_tellers_of_then`, where it stays closed for good, and `second_has_to_ask`.
    """
    if tellers < TO_OPEN:
        return refused("too_few_tellers_of_then", tellers=tellers, needed=TO_OPEN)
    if asked < TO_OPEN:
        days = ASKED_STANDS.days
        return refused("second_has_to_ask", asked=asked, needed=TO_OPEN, days=days)
    return ALLOWED


def outcome_in_short(outcome: Outcome, *, carried: bool) -> Outcome:
    """Give who won and no number: not the steps, not the ties, not how they parted.

    Where nothing was `carried` nobody won either: what came out on top of one or two
    ballots alone is what those said.
    """
    return replace(
        outcome,
        winners=outcome.winners if carried else (),
        tied=(),
        tie_break=None,
        steps=(),
        facts={},
        beats_all=None,
    )


def verdict_in_short(rule: DecisionRule, verdict: Verdict) -> Verdict:
    """Give a verdict without numbers that tell what anybody said.

    Refuses with `quorum_missed` as it was, and else with `not_carried_in_short` or
    `nothing_chosen_in_short`.
    """
    if verdict or verdict.id in _TELLS_OF_NOBODY:
        return verdict
    if rule.asks_one_text:
        return refused("not_carried_in_short")
    return refused("nothing_chosen_in_short")
