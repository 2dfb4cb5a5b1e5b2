"""The count of a question from its rows."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from commonweal.capabilities.decisions.models import Ballot, Question
from commonweal.capabilities.decisions.queries.ballot_box import (
    is_secret,
    said_in_secret,
)
from commonweal.rules import plain, recount
from commonweal.rules.budgeting.lacking import Poll, lacking, recounts_at_most
from commonweal.rules.canonical import canonical
from commonweal.rules.recount import METHODS as METHODS
from commonweal.rules.recount import Asked, Tally
from commonweal.rules.sentence import Sentence
from commonweal.rules.voting import secret_ballots
from commonweal.rules.voting.outcome import Outcome
from commonweal.rules.voting.sealed_lot import text_of_lot
from commonweal.rules.voting.ties import TieBreaker

# Ballots read in all the counts it takes: about half a second of work at most.
_ENOUGH_FOR_A_PAGE = 40_000
# Votes of which a process remembers what was lacking.
_POLLS_REMEMBERED = 64
# How much longer than one equal-shares count some take that count again inside.
_WORK = {"equal-shares-jump": 200, "equal-shares-add-one": 40, "knapsack": 20}


def tally(question: Question) -> Tally:
    """Count the ballots as they are now, by the rule fixed at the opening."""
    kept = grouped(question)
    return recount.tally(asked(question, kept), recount.ballots_of(kept))


def lacked(
    question: Question, outcome: Outcome, options: Sequence[Mapping[str, Any]]
) -> tuple[Sentence, ...]:
    """Say of each project not funded how many more votes it needed, if anybody voted.

    `options` are as the reader is shown them. Says nothing where that would take too
    many counts for a page, or where not all the ballots are there any more.
    """
    kept = grouped(question)
    frozen = replace(asked(question, kept), options=tuple(options))
    cast = sum(times for _, times in kept)
    if not cast or cast != outcome.facts.get("voters"):
        return ()
    work = recounts_at_most(recount.contest_of(frozen), outcome) * len(kept)
    if work * _WORK.get(frozen.rule.method, 1) > _ENOUGH_FOR_A_PAGE:
        return ()
    return _lacked(canonical(recount.unjudged(frozen, kept)))


@lru_cache(maxsize=_POLLS_REMEMBERED)
def _lacked(told: bytes) -> tuple[Sentence, ...]:
    """Count again what each project lacked; once, since the same always comes out."""
    bundle = json.loads(told)
    frozen, cast = recount.asked_in(bundle), recount.cast_in(bundle)
    ties = TieBreaker(frozen.rule.tie_break, frozen.tie_seed)
    contest = recount.contest_of(frozen)
    poll = Poll(METHODS[frozen.rule.method], contest, cast, ties)
    outcome = poll.method.count(contest, cast, ties)
    return tuple(lack.said for lack in lacking(poll, outcome))


def can_be_shown(question: Question) -> bool:
    """Say whether the count may be told: always of an open vote, of a secret one if
    there are enough ballots and none stands all but alone."""
    rule = plain.rule_from_plain(question.rule)
    return not rule.is_secret or secret_ballots.can_be_shown(rule, grouped(question))


def asked(question: Question, kept: secret_ballots.Grouped) -> Asked:
    """Give the question as it was frozen, with the text of a lot that is over."""
    return Asked(
        rule=plain.rule_from_plain(question.rule),
        options=tuple(question.options),
        seats=question.seats,
        budget=question.budget,
        tie_seed=question.tie_seed or lot_text(question, kept),
        electorate=question.roll.size,
        active=question.roll.active,
        call=question.call,
    )


def lot_text(question: Question, kept: secret_ballots.Grouped) -> str:
    """Give the text a lot is drawn from, as it follows from these ballots."""
    if question.lot_salt is None:
        return question.tie_seed
    secret = bytes(question.lot_salt)
    roll = question.roll.hash
    return text_of_lot(secret, roll=roll, call=question.call, kept=kept)


def grouped(question: Question) -> list[tuple[Mapping[str, Any], int]]:
    """Give each way in which the ballot was filled in, and how many did so."""
    there: dict[bytes, Mapping[str, Any]] = {}
    times: Counter[bytes] = Counter()
    for marks in _said(question):
        key = canonical(marks)
        there[key] = marks
        times[key] += 1
    return [(there[key], times[key]) for key in sorted(there)]


def _said(question: Question) -> Iterator[Mapping[str, Any]]:
    if is_secret(question):
        return said_in_secret(question)
    rows = Ballot.objects.filter(question=question).values_list("marks", flat=True)
    return rows.iterator(chunk_size=2000)
