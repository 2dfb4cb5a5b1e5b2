"""Where a proposal stands: a function of what happened and of the time, nothing else.

A proposal is put, finds support, is talked over, is frozen so that everybody can read
the same words, is voted on, and is in force or is not. No worker moves it along:
whoever looks computes where it stands. A day ends at the same time of day at the
institution's place, and a deadline is the last instant: at the deadline it is over.

Before voting opens, the rule counts that the charter held when the proposal was put;
from the opening on, the rule that was in force at the opening, to the end. The caller
gives both: `rule_when_put`, and `rule_when_opened` once voting has opened (until then
it is foreseen from the first).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from commonweal.rules.days import days_later
from commonweal.rules.verdict import Verdict
from commonweal.rules.voting.decision_rule import DecisionRule
from commonweal.rules.voting.preparation import (
    Preparing,
    Supporting,
    Turn,
    Version,
    preparation,
)
from commonweal.rules.voting.stage_table import Stage

TOO_FEW_VOTED, TOO_FEW_SAID_YES = "quorum_missed", "support_missed"
TOO_FEW = frozenset({TOO_FEW_VOTED, TOO_FEW_SAID_YES})
TALKING = frozenset({"deliberating", "amending"})
DECIDED = frozenset({"adopted", "not_adopted", "no_quorum"})
MAY_BE_WITHDRAWN = frozenset({"seeking_support", "frozen"}) | TALKING


@dataclass(frozen=True, slots=True)
class Timeline:
    """All that bears on where a proposal stands.

    `put_at` is None for a draft. The first version is the text as put; earlier drafts
    are not listed. `verdict` is what the count at the first closing gave, and
    `second_verdict` that of the second call; None until somebody has counted. The vote
    opens `put_off_days` later than by the rule alone.
    """

    zone: str
    rule_when_put: DecisionRule
    put_at: datetime | None = None
    versions: tuple[Version, ...] = ()
    supports: tuple[Supporting, ...] = ()
    support_needed: int = 0
    withdrawn_at: datetime | None = None
    rule_when_opened: DecisionRule | None = None
    verdict: Verdict | None = None
    second_verdict: Verdict | None = None
    put_off_days: int = 0

    @property
    def voting_rule(self) -> DecisionRule:
        """Give the rule that holds from the opening to the end."""
        return self.rule_when_opened or self.rule_when_put


@dataclass(frozen=True, slots=True)
class Moments:
    """The instants that matter, in UTC; None where one is not known or never comes.

    They are foreseen from what has happened, as if nothing more did: a text that is
    being talked over has the opening it will have if its words do not change. Where
    support still has to be confirmed, `talk_ends_at` is the last chance to.
    """

    put_at: datetime | None = None
    support_ends_at: datetime | None = None
    admitted_at: datetime | None = None
    talk_ends_at: datetime | None = None
    freezes_at: datetime | None = None
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    second_call_opens_at: datetime | None = None
    second_call_closes_at: datetime | None = None
    decided_at: datetime | None = None
    in_force_at: datetime | None = None
    review_at: datetime | None = None


def stage(timeline: Timeline, *, at: datetime) -> Stage:
    """Say where the proposal stands at this instant."""
    return _stage(turns(timeline), at)


def stage_and_moments(timeline: Timeline, *, at: datetime) -> tuple[Stage, Moments]:
    """Say where the proposal stands and when what happens, walking its path once."""
    path = turns(timeline)
    return _stage(path, at), _moments(timeline, path)


def _stage(path: tuple[Turn, ...], at: datetime) -> Stage:
    passed = [turn.stage for turn in path if turn.at <= at]
    return passed[-1] if passed else "draft"


def turns(timeline: Timeline) -> tuple[Turn, ...]:
    """Give every turn the proposal took and will take if nothing more happens.

    In order of time; of two turns at one instant the later one holds.
    """
    if timeline.put_at is None:
        return ()
    path = preparation(_preparing(timeline))
    if path[-1].stage == "frozen":
        path = (*path, *_voting(timeline, frozen_at=path[-1].at))
    return _until_withdrawn(path, timeline.withdrawn_at)


def moments(timeline: Timeline) -> Moments:
    """Give the instants that matter to a page, a calendar or a duty."""
    return _moments(timeline, turns(timeline))


def _moments(timeline: Timeline, path: tuple[Turn, ...]) -> Moments:
    opens, again = _at_most_two(path, "deciding")
    closes, closes_again = _at_most_two(path, "closed")
    talks = [later.at for turn, later in pairwise(path) if turn.stage in TALKING]
    ends = [turn.at for turn in path if turn.stage in DECIDED]
    return Moments(
        put_at=timeline.put_at,
        support_ends_at=_last(path, "lapsed"),
        admitted_at=_admitted_at(path),
        talk_ends_at=talks[-1] if talks else None,
        freezes_at=_last(path, "frozen"),
        opens_at=opens,
        closes_at=closes,
        second_call_opens_at=again,
        second_call_closes_at=closes_again,
        decided_at=ends[-1] if ends else None,
        in_force_at=_last(path, "in_force"),
        review_at=_last(path, "review_due"),
    )


def _preparing(timeline: Timeline) -> Preparing:
    assert timeline.versions, "what is put has words"
    assert timeline.versions[0].at == timeline.put_at, "the first version is as put"
    return Preparing(
        versions=timeline.versions,
        supports=timeline.supports,
        support_needed=timeline.support_needed,
        rule=timeline.rule_when_put,
        zone=timeline.zone,
    )


def _voting(timeline: Timeline, *, frozen_at: datetime) -> Iterator[Turn]:
    """Give the turns from the freeze on: opening, closing, what came of it."""
    zone, rule = timeline.zone, timeline.voting_rule
    notice = timeline.rule_when_put.notice_days + timeline.put_off_days
    opens = days_later(frozen_at, notice, zone)
    closes = days_later(opens, rule.voting_days, zone)
    yield Turn(opens, "deciding")
    yield Turn(closes, "closed")
    yield from _result(timeline, timeline.verdict, closes)
    missed = timeline.verdict is not None and timeline.verdict.id in TOO_FEW
    again = rule.second_call
    if missed and again is not None:
        opens = days_later(closes, again.after_days, zone)
        closes = days_later(opens, again.voting_days, zone)
        yield Turn(opens, "deciding")
        yield Turn(closes, "closed")
        yield from _result(timeline, timeline.second_verdict, closes)


def _result(
    timeline: Timeline, verdict: Verdict | None, closed_at: datetime
) -> Iterator[Turn]:
    if verdict is None:
        return
    if not verdict:
        missed = verdict.id in TOO_FEW
        yield Turn(closed_at, "no_quorum" if missed else "not_adopted")
        return
    rule, zone = timeline.voting_rule, timeline.zone
    in_force = days_later(closed_at, rule.in_force_after_days, zone)
    yield Turn(closed_at, "adopted")
    yield Turn(in_force, "in_force")
    if rule.review_after_days:
        yield Turn(days_later(in_force, rule.review_after_days, zone), "review_due")


def _until_withdrawn(path: tuple[Turn, ...], gone: datetime | None) -> tuple[Turn, ...]:
    """Cut the path where the proposal was taken back, if that was before the vote."""
    if gone is None:
        return path
    kept = tuple(turn for turn in path if turn.at <= gone)
    if not kept or kept[-1].stage not in MAY_BE_WITHDRAWN:
        return path
    return (*kept, Turn(gone, "withdrawn"))


def _admitted_at(path: tuple[Turn, ...]) -> datetime | None:
    """Say when the proposal last found enough support."""
    found = [
        later.at
        for turn, later in pairwise(path)
        if turn.stage == "seeking_support" and later.stage == "deliberating"
    ]
    return found[-1] if found else None


def _last(path: tuple[Turn, ...], wanted: Stage) -> datetime | None:
    found = [turn.at for turn in path if turn.stage == wanted]
    return found[-1] if found else None


def _at_most_two(
    path: tuple[Turn, ...], wanted: Stage
) -> tuple[datetime | None, datetime | None]:
    first, second, *_ = [turn.at for turn in path if turn.stage == wanted] + [None] * 2
    return first, second
