"""Timelines of proposals for tests: built by the day, at random, walked slowly."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from commonweal.rules.sentence import local_text
from commonweal.rules.verdict import ALLOWED, refused
from commonweal.rules.voting.decision_rule import DecisionRule, SecondCall
from commonweal.rules.voting.preparation import Supporting, Version
from commonweal.rules.voting.stages import Timeline

START = datetime(2026, 5, 4, 18, tzinfo=UTC)
TICK = timedelta(hours=12)
DAY = timedelta(days=1)
RULE = DecisionRule(
    "ordinary",
    local_text(en="Ordinary"),
    "all",
    "motion",
    support_days=10,
    deliberation_days=4,
    notice_days=2,
    voting_days=5,
)


def day(number: float) -> datetime:
    """Give the instant so many days after the proposal was put."""
    return START + number * DAY


def a_timeline(*supporters: Supporting, versions=(), needed=2, **known) -> Timeline:
    """Build a proposal put on day 0 with these supporters and later versions."""
    return Timeline(
        zone=known.pop("zone", "UTC"),
        rule_when_put=known.pop("rule", RULE),
        put_at=START,
        versions=(Version(START), *versions),
        supports=supporters,
        support_needed=needed,
        **known,
    )


def supporter(by: str, at: float, version: int = 1, until: float | None = None):
    """Let a member support a version from one day on, until another if any."""
    return Supporting(by, version, day(at), None if until is None else day(until))


DAYS = st.integers(0, 3)
MOMENTS = st.integers(0, 24).map(lambda ticks: START + ticks * TICK)
VERDICTS = st.sampled_from(
    [
        None,
        ALLOWED,
        refused("quorum_missed"),
        refused("tied"),
        refused("support_missed"),
    ]
)


@st.composite
def timelines(draw) -> Timeline:
    """Draw any timeline of a proposal that has been put, in ticks of half a day."""
    call = SecondCall(draw(DAYS), draw(st.integers(1, 3)))
    rule = replace(
        RULE,
        support_days=draw(st.integers(0, 5)),
        deliberation_days=draw(DAYS),
        notice_days=draw(DAYS),
        voting_days=draw(st.integers(1, 3)),
        in_force_after_days=draw(DAYS),
        review_after_days=draw(DAYS),
        second_call=draw(st.sampled_from([None, call])),
    )
    later = sorted(draw(st.lists(MOMENTS, max_size=3)))
    supports = draw(st.lists(supporting(len(later) + 1), max_size=6))
    return a_timeline(
        *supports,
        versions=tuple(draw(version(at)) for at in later),
        needed=draw(st.integers(0, 3)),
        rule=rule,
        withdrawn_at=draw(st.none() | MOMENTS),
        verdict=draw(VERDICTS),
        second_verdict=draw(VERDICTS),
    )


@st.composite
def version(draw, at: datetime) -> Version:
    if not draw(st.booleans()):
        return Version(at)
    contested = draw(st.none() | MOMENTS.filter(lambda later: later >= at))
    return Version(at, correction=True, contested_at=contested)


@st.composite
def supporting(draw, versions: int) -> Supporting:
    at = draw(MOMENTS)
    until = draw(st.none() | MOMENTS.filter(lambda later: later >= at))
    by = draw(st.sampled_from("abcd"))
    return Supporting(by, draw(st.integers(1, versions)), at, until)


@dataclass
class SlowWalk:
    """The preparation walked tick by tick, as a patient secretary would keep it."""

    timeline: Timeline
    stage: str = "seeking_support"
    ends: datetime = START
    words_since: datetime = START
    enough_before_end: bool = False

    def stages(self, ticks: int) -> list[str]:
        rule = self.timeline.rule_when_put
        self.ends = START + rule.support_days * DAY
        seen = []
        for tick in range(ticks):
            now = START + tick * TICK
            self.deadlines(now)
            if self.stage not in ("frozen", "lapsed"):
                self.happenings(now)
                self.deadlines(now)
            seen.append(self.stage)
        return seen

    def deadlines(self, now: datetime) -> None:
        while self.stage not in ("frozen", "lapsed") and now >= self.ends:
            if self.stage == "seeking_support":
                self.stage = "lapsed"
            elif self.enough_before_end:
                self.stage = "frozen"
            else:
                retry = (
                    self.words_since + self.timeline.rule_when_put.support_days * DAY
                )
                self.stage = "seeking_support" if retry > self.ends else "lapsed"
                self.ends = retry

    def happenings(self, now: datetime) -> None:
        rule = self.timeline.rule_when_put
        self.words_since = self.floor(now)[1]
        enough = self.supporters(now) >= self.timeline.support_needed
        if self.stage == "seeking_support":
            self.ends = self.words_since + rule.support_days * DAY
            if enough:
                self.stage = "deliberating"
                self.ends = now + rule.deliberation_days * DAY
        elif self.words_since == now:
            self.ends = max(self.ends, now + min(rule.deliberation_days, 2) * DAY)
            self.stage = "deliberating" if enough else "amending"
        elif self.stage == "amending" and enough:
            self.stage = "deliberating"
        # What holds now is what will have held just before the next tick.
        self.enough_before_end = enough

    def floor(self, now: datetime) -> tuple[int, datetime]:
        best = (1, START)
        for number, one in enumerate(self.timeline.versions, start=1):
            changed = one.contested_at if one.correction else one.at
            if changed is not None and changed <= now and number > best[0]:
                best = (number, changed)
        return best

    def supporters(self, now: datetime) -> int:
        oldest = self.floor(now)[0]
        people = set()
        for one in self.timeline.supports:
            gone = one.withdrawn_at is not None and one.withdrawn_at <= now
            if one.at <= now and not gone and one.version >= oldest:
                people.add(one.by)
        return len(people)
