"""What a confederation or an assembly asks of a body, and whether the body keeps to it.

Some clauses are computed from what the body's record holds; others are attested by
somebody the body does not choose alone. What is not met has days to be put right, and
what is not put right has a consequence the pact names. So co-operatives are held to
what the assemblies expect of them.

Source: the seven principles of the International Co-operative Alliance (1995), member
control and concern for community; the charter standards of union federations.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Literal, get_args

from commonweal.rules.sentence import Sentence

type Computed = Literal[
    "one_member_one_vote",
    "term_days",
    "minutes_days",
    "meeting_days",
    "delegates_recallable",
    "accounts_days",
    "surplus_share",
    "pay_ratio",
]
type Severity = Literal["required", "recommended"]
type Remedy = Literal["notice", "plan", "suspend_vote", "expel"]
type State = Literal["met", "due", "breached", "unknown"]

COMPUTED: tuple[Computed, ...] = get_args(Computed.__value__)
SEVERITIES: tuple[Severity, ...] = get_args(Severity.__value__)
REMEDIES: tuple[Remedy, ...] = get_args(Remedy.__value__)
# Clauses that ask for a yes, for no more than a number, and for no less than one.
YES = frozenset({"one_member_one_vote", "delegates_recallable"})
AT_LEAST = frozenset({"surplus_share"})


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing that is asked: computed by its name, or `attested` in its own words.

    `limit` is in days, or a share, or a ratio, as the name says.
    """

    id: str
    computed: Computed | None = None
    limit: Fraction | None = None
    severity: Severity = "required"
    grace_days: int = 30
    remedy: Remedy = "notice"


@dataclass(frozen=True, slots=True)
class Fact:
    """What is known of a body for one clause: a number or a yes, and since when.

    An attested clause is a yes or a no of whoever attests it.
    """

    value: Fraction | bool
    since: datetime


@dataclass(frozen=True, slots=True)
class Kept:
    """Whether one clause is kept: met, due until a day, or breached since one."""

    clause: Clause
    state: State
    why: Sentence
    until: datetime | None = None


def kept(
    clauses: tuple[Clause, ...],
    facts: Mapping[str, Fact],
    *,
    asked_since: datetime,
    at: datetime,
) -> tuple[Kept, ...]:
    """Say of each clause whether a body keeps it, out of what is known of the body.

    `facts` are by the id of the clause. From when something is not met, or was first
    asked if that is later, the days of grace run.
    """
    return tuple(
        _kept(one, facts.get(one.id), asked_since=asked_since, at=at) for one in clauses
    )


def remedy_due(found: tuple[Kept, ...]) -> Remedy | None:
    """Give the gravest consequence of what is breached and was required, if any is."""
    due = {
        one.clause.remedy
        for one in found
        if one.state == "breached" and one.clause.severity == "required"
    }
    return max(due, key=REMEDIES.index, default=None)


def _kept(
    clause: Clause, fact: Fact | None, *, asked_since: datetime, at: datetime
) -> Kept:
    if fact is not None and _meets(clause, fact.value):
        return Kept(clause, "met", Sentence("standard_met"))
    since = asked_since if fact is None else max(fact.since, asked_since)
    until = since + timedelta(days=clause.grace_days)
    if at < until:
        return Kept(clause, "due", _why(clause, fact), until)
    if fact is None:
        return Kept(clause, "unknown", _why(clause, fact), until)
    return Kept(clause, "breached", _why(clause, fact), until)


def _meets(clause: Clause, value: Fraction | bool) -> bool:
    if clause.computed is None or clause.computed in YES:
        return value is True
    assert clause.limit is not None, "a number is held against a limit"
    if clause.computed in AT_LEAST:
        return value >= clause.limit
    return value <= clause.limit


def _why(clause: Clause, fact: Fact | None) -> Sentence:
    if fact is None:
        return Sentence("standard_unknown")
    if clause.computed is None:
        return Sentence("standard_attested_no")
    if clause.computed in YES:
        return Sentence(f"standard_no_{clause.computed}")
    facts = {"found": Fraction(fact.value), "limit": clause.limit}
    return Sentence(f"standard_{clause.computed}", facts)
