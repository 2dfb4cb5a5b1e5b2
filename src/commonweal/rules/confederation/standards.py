"""What a confederation asks of every body, and whether a body keeps to it.

Some things are seen in what the body's record holds; of others the body says itself how
it is with it. The other bodies can find otherwise, and find so again: what more than
half of them say comes first. What is not kept has days to be put right, and days more
once there is a plan; then it has the consequence that the pact names. Nobody is put out
by it: that takes what putting a body out always takes.

Sources: the seven principles of the International Co-operative Alliance (1995), member
control and concern for community; the charter standards of union federations.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Literal, get_args

from commonweal.rules.sentence import N_, LocalText, Sentence
from commonweal.rules.sentence import Fact as Told
from commonweal.rules.setting import choice, days, flag, number, said

type Asked = Literal[
    "said",
    "one_member_one_vote",
    "delegates_recallable",
    "meeting_days",
    "minutes_days",
    "term_days",
    "accounts_days",
    "surplus_share",
    "pay_ratio",
]
type Remedy = Literal["notice", "plan", "suspend_vote", "expel"]
type State = Literal["met", "due", "breached"]

ASKED: tuple[Asked, ...] = get_args(Asked.__value__)
REMEDIES: tuple[Remedy, ...] = get_args(Remedy.__value__)
# What asks for a yes; what asks for no less than a number. All else asks for no more.
YES = frozenset({"said", "one_member_one_vote", "delegates_recallable"})
AT_LEAST = frozenset({"surplus_share"})
# Of these the record says when something was done last, or is undone since.
SINCE_THEN = frozenset({"meeting_days", "minutes_days", "accounts_days"})


@dataclass(frozen=True, slots=True)
class Standard:
    """One thing that is asked of every body, in its own words, and how it is seen.

    `limit` is in days, per cent or times, as what is `asked` has it. What is not
    `required` is told and has no consequence.
    """

    id: str
    name: LocalText = field(metadata=said())
    asked: Asked = field(
        default="said", metadata=choice(N_("What is looked at"), ASKED, tells="asked")
    )
    limit: int = field(
        default=0, metadata=number(N_("Days, per cent or times, where it has some"))
    )
    required: bool = field(
        default=True, metadata=flag(N_("It has a consequence where it is not kept"))
    )
    grace_days: int = field(
        default=30, metadata=days(N_("Days to put it right"), least=7, most=366)
    )
    remedy: Remedy = field(
        default="notice",
        metadata=choice(N_("What follows then"), REMEDIES, tells="remedy"),
    )


@dataclass(frozen=True, slots=True)
class ListedAct:
    """Something that no body does before all have agreed to it, such as selling land.

    `under` is the competence under which a body asks all of them. Of what a body does
    only in the world it says that it did; that it parts, nothing else lets it.
    """

    id: str
    name: LocalText = field(metadata=said())
    under: str = field(
        metadata=choice(N_("What it is raised under"), among="competences")
    )
    is_parting: bool = field(
        default=False, metadata=flag(N_("It is that the body parts"))
    )


@dataclass(frozen=True, slots=True)
class Fact:
    """What is known of a body for one standard: a number or a yes, and since when."""

    value: Fraction | bool
    since: datetime


@dataclass(frozen=True, slots=True)
class Found:
    """What another body says: that it is kept, or that it is not."""

    by: str
    is_kept: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class Known:
    """All that bears on whether one body keeps one standard.

    `fact` is from its record, or as it says itself, since when it has been on this side
    of what is allowed; `found` what other bodies said, and
    `planned` when it said how it puts things right. `asked_since` is when it was first
    asked for it.
    """

    asked_since: datetime
    fact: Fact | None = None
    found: tuple[Found, ...] = ()
    planned: tuple[datetime, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """Whether one standard is kept: met, due until a day, or breached since one."""

    standard: Standard
    state: State
    why: Sentence
    until: datetime | None = None

    @property
    def remedy(self) -> Remedy | None:
        """Give what follows now; None where nothing does."""
        follows = self.state == "breached" and self.standard.required
        return self.standard.remedy if follows else None


def elapsed(last: datetime, *, limit: int, at: datetime) -> Fact:
    """Count the days since something was done, or is undone; it fails after `limit`."""
    return Fact(Fraction((at - last).days), last + timedelta(days=limit))


def meets(standard: Standard, value: Fraction | bool) -> bool:
    """Say whether what is known is what is asked for."""
    if standard.asked in YES:
        return value is True
    if standard.asked in AT_LEAST:
        return value >= standard.limit
    return value <= standard.limit


def kept(
    standard: Standard, known: Known, *, others: frozenset[str], at: datetime
) -> Kept:
    """Say whether a body keeps a standard, out of what is known at an instant.

    `others` are the bodies beside it that are in. What more than half of them find
    holds, whatever the record says; else the record does. What nobody has shown is not
    kept. From when it is not kept, or was first asked if that is later, the days of
    grace run, and once more from the first plan that comes within them.
    """
    fact, why = _held(standard, known, others, at=at)
    if why is None:
        return Kept(standard, "met", Sentence("standard_met"))
    since = max(fact.since, known.asked_since) if fact else known.asked_since
    grace = timedelta(days=standard.grace_days)
    in_time = (one for one in known.planned if since <= one <= min(at, since + grace))
    until = max(since, min(in_time, default=since)) + grace
    return Kept(standard, "due" if at < until else "breached", why, until)


def votes_rest(found: Mapping[str, tuple[Kept, ...]]) -> frozenset[str]:
    """Name the bodies whose delegates speak and do not vote, for what is not kept.

    Their bases are asked all the same: nothing binds anybody who was not.
    """
    return frozenset(
        body
        for body, all_kept in found.items()
        if any(one.remedy == "suspend_vote" for one in all_kept)
    )


def _held(
    standard: Standard, known: Known, others: frozenset[str], *, at: datetime
) -> tuple[Fact | None, Sentence | None]:
    """Give what holds of what is known, and why it is not kept; None where it is."""
    told = _found_by_most(known.found, others, at=at)
    if told is not None:
        why = None if told.value else Sentence("standard_found_not_kept")
        return told, why
    if known.fact is None:
        return None, Sentence("standard_unknown")
    if meets(standard, known.fact.value):
        return known.fact, None
    return known.fact, _why(standard, known.fact)


def _found_by_most(
    found: tuple[Found, ...], others: frozenset[str], *, at: datetime
) -> Fact | None:
    """Give what more than half of the others found last, and since when.

    Whoever finds the same again found it when they did first. One body alone finds
    nothing about another.
    """
    last: dict[str, Found] = {}
    for one in sorted(found, key=lambda one: one.at):
        is_new = one.by not in last or last[one.by].is_kept is not one.is_kept
        if one.by in others and one.at <= at and is_new:
            last[one.by] = one
    for value in (True, False):
        agree = sorted(one.at for one in last.values() if one.is_kept is value)
        if len(agree) > 1 and 2 * len(agree) > len(others):
            return Fact(value, agree[len(others) // 2])
    return None


def _why(standard: Standard, fact: Fact) -> Sentence:
    if standard.asked in YES:
        return Sentence(f"standard_no_{standard.asked}")
    facts: dict[str, Told] = {
        "found": Fraction(fact.value),
        "limit": standard.limit,
    }
    return Sentence(f"standard_{standard.asked}", facts)
