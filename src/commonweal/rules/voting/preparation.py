"""From being put to being frozen: support for the words as they stand now.

Support is for the version a member has read. A change of words makes it support *to
confirm*; a correction keeps it, unless a member contests that it is only one. When
the time to talk is over the text freezes, if enough supporters stand behind the words
as they are; otherwise the proposal looks for support again, or lapses.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from operator import itemgetter

from commonweal.rules.days import days_later
from commonweal.rules.voting.decision_rule import DecisionRule
from commonweal.rules.voting.stage_table import Stage

DAYS_TO_READ_A_CHANGE = 2
# So long before the freeze, words that call themselves a correction can be contested.
TO_CONTEST = timedelta(days=1)
AN_INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Version:
    """A text as put forward, counted from one; a correction changes no meaning."""

    at: datetime
    correction: bool = False
    contested_at: datetime | None = None

    @property
    def changes_words_at(self) -> datetime | None:
        """When support for earlier versions stopped counting; None if it still does."""
        return self.contested_at if self.correction else self.at


@dataclass(frozen=True, slots=True)
class Supporting:
    """A member stands behind one version, until withdrawn. `by` tells members apart."""

    by: str
    version: int
    at: datetime
    withdrawn_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """From this instant on the proposal stands there."""

    at: datetime
    stage: Stage


@dataclass(frozen=True, slots=True)
class Preparing:
    """What is known of a proposal that has been put: its versions and supporters.

    The first version is the text as put. `support_needed` was fixed when it was put.
    """

    versions: tuple[Version, ...]
    supports: tuple[Supporting, ...]
    support_needed: int
    rule: DecisionRule
    zone: str

    def __post_init__(self) -> None:
        assert self.versions, "what is put has words"
        assert not self.versions[0].correction, "a first version corrects nothing"
        assert all(one.version >= 1 for one in self.supports)


def preparation(known: Preparing) -> tuple[Turn, ...]:
    """Give every turn up to the freeze or the end, if nothing more happens.

    Turns come in order of time; of two at one instant the later one holds. The last
    may lie in the future. Walks through what happened and lets deadlines pass between.
    """
    walk = _Walk(known)
    for at in _instants(known):
        walk.let_pass(at)
        walk.meet(at)
    walk.let_pass(None)
    return tuple(walk.turns)


def confirmed(known: Preparing, *, at: datetime) -> frozenset[str]:
    """Name those whose support counts at this instant for the words as they stand."""
    oldest = _oldest_version_that_counts(known, at)
    return frozenset(
        one.by
        for one in known.supports
        if one.version >= oldest
        and one.at <= at
        and (one.withdrawn_at is None or one.withdrawn_at > at)
    )


def can_be_correction(*, freezes_at: datetime | None, at: datetime) -> bool:
    """Say whether new words may call themselves a correction at this instant.

    Not on the last day before the text freezes: supporters could not contest in time
    that they are more than that. They are then a change, which gives days to read it.
    """
    return freezes_at is None or at + TO_CONTEST <= freezes_at


def to_confirm(known: Preparing, *, at: datetime) -> frozenset[str]:
    """Name those who stood behind earlier words and have not confirmed the new ones."""
    ever = frozenset(
        one.by
        for one in known.supports
        if one.at <= at and (one.withdrawn_at is None or one.withdrawn_at > at)
    )
    return ever - confirmed(known, at=at)


class SupportersInTime:
    """How many are `confirmed` at one instant after another, each looked at once.

    A proposal in a city has thousands of supporters; naming them all anew at every
    instant would take minutes. Time may only go forward here.
    """

    def __init__(self, known: Preparing) -> None:
        self.known = known
        self.oldest = 1
        self.standing: set[Supporting] = set()
        self.counting: Counter[str] = Counter()
        self.to_come = sorted(self._happenings(), key=itemgetter(0), reverse=True)

    def at(self, at: datetime) -> int:
        """Count those whose support holds at this instant."""
        while self.to_come and self.to_come[-1][0] <= at:
            self._take(*self.to_come.pop()[1:])
        oldest = _oldest_version_that_counts(self.known, at)
        if oldest != self.oldest:
            self.oldest = oldest
            counting = (one.by for one in self.standing if one.version >= oldest)
            self.counting = Counter(counting)
        return len(self.counting)

    def _take(self, one: Supporting, comes: bool) -> None:
        if comes:
            self.standing.add(one)
        else:
            self.standing.remove(one)
        if one.version >= self.oldest:
            self.counting[one.by] += 1 if comes else -1
            if not self.counting[one.by]:
                del self.counting[one.by]

    def _happenings(self) -> Iterator[tuple[datetime, Supporting, bool]]:
        # One who supports twice in the same breath supports once.
        for one in set(self.known.supports):
            if one.withdrawn_at is None:
                yield one.at, one, True
            elif one.withdrawn_at > one.at:
                yield from ((one.at, one, True), (one.withdrawn_at, one, False))


class _Walk:
    """A walk through time; `ends` is when the open stage is over by itself."""

    def __init__(self, known: Preparing) -> None:
        put_at = known.versions[0].at
        self.known = known
        self.supporters = SupportersInTime(known)
        self.turns = [Turn(put_at, "seeking_support")]
        self.admitted_at: datetime | None = None
        self.ends = self.support_ends(put_at)

    @property
    def stage(self) -> Stage:
        return self.turns[-1].stage

    @property
    def over(self) -> bool:
        return self.stage in ("frozen", "lapsed")

    def turn(self, at: datetime, stage: Stage) -> None:
        self.turns.append(Turn(at, stage))

    def let_pass(self, until: datetime | None) -> None:
        """Take the turns that time alone brings, up to and at `until`."""
        while not self.over and (until is None or self.ends <= until):
            if self.stage == "seeking_support":
                self.turn(self.ends, "lapsed")
            elif self.has_support(self.last_instant()):
                self.turn(self.ends, "frozen")
            else:
                self.fall_back(self.ends)

    def meet(self, at: datetime) -> None:
        """Take the turn that what happened at this instant brings."""
        if self.over:
            return
        changed = _changed_at(self.known, at) == at
        if self.stage == "seeking_support":
            self.ends = self.support_ends(at)
            if self.has_support(at):
                self.admit(at)
            return
        if changed:
            days = min(self.known.rule.deliberation_days, DAYS_TO_READ_A_CHANGE)
            self.ends = max(self.ends, days_later(at, days, self.known.zone))
        enough = self.has_support(at)
        if self.stage == "amending" and enough:
            self.turn(at, "deliberating")
        elif self.stage == "deliberating" and changed and not enough:
            self.turn(at, "amending")

    def admit(self, at: datetime) -> None:
        self.turn(at, "deliberating")
        self.admitted_at = at
        days = self.known.rule.deliberation_days
        self.ends = days_later(at, days, self.known.zone)

    def fall_back(self, at: datetime) -> None:
        """Look for support again, as long as the newest words may look for it."""
        self.ends = self.support_ends(self.last_instant())
        if self.ends > at:
            self.turn(at, "seeking_support")
        else:
            self.turn(at, "lapsed")

    def last_instant(self) -> datetime:
        """Give the last instant that still counts before the open stage ends."""
        assert self.admitted_at is not None
        return max(self.ends - AN_INSTANT, self.admitted_at)

    def has_support(self, at: datetime) -> bool:
        return self.supporters.at(at) >= self.known.support_needed

    def support_ends(self, at: datetime) -> datetime:
        days = self.known.rule.support_days
        return days_later(_changed_at(self.known, at), days, self.known.zone)


def _instants(known: Preparing) -> list[datetime]:
    """Give in order every instant at which support or words may have changed."""
    put_at = known.versions[0].at
    changes = (version.changes_words_at for version in known.versions)
    happened = {put_at, *(at for at in changes if at is not None)}
    happened |= {one.at for one in known.supports}
    return sorted(at for at in happened if at >= put_at)


def _oldest_version_that_counts(known: Preparing, at: datetime) -> int:
    if len(known.versions) == 1:
        return 1
    return max(
        number
        for number, version in enumerate(known.versions, start=1)
        if number == 1 or _in_effect(version, at)
    )


def _changed_at(known: Preparing, at: datetime) -> datetime:
    """Say when the words that count at this instant were put."""
    version = known.versions[_oldest_version_that_counts(known, at) - 1]
    changed = version.changes_words_at
    assert changed is not None
    return changed


def _in_effect(version: Version, at: datetime) -> bool:
    changed = version.changes_words_at
    return changed is not None and changed <= at
