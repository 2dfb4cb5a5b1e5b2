"""Single transferable vote by Meek: every ballot counts as if the losers never stood.

Whoever is elected keeps only the part of each ballot that the quota needs and hands on
the rest, also to others who are elected; the parts are found by trying again and again
until they fit. Ballots that end shrink the quota.

Source: I. D. Hill, B. A. Wichmann & D. R. Woodall, Algorithm 123: Single transferable
vote by Meek's method, The Computer Journal 30 (1987); that certain losers drop out
together before the parts fit exactly is I. D. Hill's, Voting matters 2 (1994).

What decides is exact. Keep values have 27 places, rounded up as in New Zealand (Local
Electoral Regulations 2001, Schedule 1A), where nine decide and eighteen guard them;
from them every vote is reckoned without rounding. Numbers closer than the eighteenth
place, where the rounding of keep values could reach, are level and go to the tie-break.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import pairwise
from math import ceil

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.fast_kept import FastPapers
from commonweal.rules.voting.kept import ONE, Papers
from commonweal.rules.voting.method import Method
from commonweal.rules.voting.outcome import Number, Outcome, Step
from commonweal.rules.voting.piles import needs_rankings
from commonweal.rules.voting.places import would_all_go
from commonweal.rules.voting.reserved import Reserved, first_not_doomed
from commonweal.rules.voting.stv_table import opening, shown
from commonweal.rules.voting.ties import TieBreaker, Ties

# A surplus this small, in votes, is passed on no further.
SETTLED = Fraction(1, 10**9)
LEVEL = Fraction(1, 10**18)


def count(contest: Contest, ballots: Ballots, ties: TieBreaker) -> Outcome:
    """Fill the contest's seats from rankings.

    Counts are in votes and are shown to five decimal places, rounded down; so is the
    `last_quota` of the outcome's facts. These also give the `valid` papers and those
    that are `blank`. Options no surplus can part are put to `ties`; where it leaves a
    tie standing the count ends there. Without a valid paper nobody wins. Raises
    `Uncountable` for ballots that are no rankings, and for reserved places that cannot
    be kept.
    """
    needs_rankings(ballots)
    return count_papers(contest, FastPapers(contest, ballots), ties)


def count_papers(contest: Contest, papers: Papers, ties: TieBreaker) -> Outcome:
    """Count what lies on the table, round after round."""
    table = Count(*opening(contest, ties), papers=papers)
    table.first_preferences()
    while papers.valid and not table.is_complete:
        table.settle()
        if not table.elect() and not table.exclude():
            break
    if papers.valid:
        table.fill_last_places()
    return table.outcome()


@dataclass(slots=True)
class Count:
    """Where a count stands: who keeps what, and what votes follow from it."""

    contest: Contest
    ties: Ties
    reserved: Reserved
    papers: Papers
    keeps: dict[str, int] = field(default_factory=dict)
    votes: dict[str, Fraction] = field(default_factory=dict)
    quota: Fraction = Fraction(0)
    hopeful: list[str] = field(default_factory=list)
    winners: list[str] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)

    @property
    def vacancies(self) -> int:
        return self.contest.seats - len(self.winners)

    @property
    def is_complete(self) -> bool:
        """No place is left, or as many are hoped for as there are places."""
        return len(self.hopeful) <= self.vacancies or self.vacancies <= 0

    @property
    def surplus(self) -> Fraction:
        """What the elected have beyond the quota, all together."""
        have = sum((self.votes[one] for one in self.winners), Fraction(0))
        return have - self.quota * len(self.winners)

    def first_preferences(self) -> None:
        """Let everybody keep whole ballots, and elect who has more than the quota."""
        self.hopeful = list(self.contest.standing)
        self.keeps = dict.fromkeys(self.contest.options, 0)
        self.keeps |= dict.fromkeys(self.hopeful, ONE)
        self.share()
        facts: dict[str, Fact] = {
            "valid": self.papers.valid,
            "seats": self.contest.seats,
            "quota": shown(self.quota),
        }
        self._write(
            Sentence("first_preferences"), Sentence("meek_quota_explained", facts)
        )
        self._elect(self.over_quota())

    def share(self) -> None:
        """Share the ballots out by the keep values, and find the quota that follows."""
        self.votes, lost = self.papers.share(self.keeps)
        self.quota = (self.papers.valid - lost) / (self.contest.seats + 1)

    def settle(self) -> None:
        """Lower the keep values of the elected until something is decided."""
        self.share()
        while not self.decided:
            for option in self.winners:
                # Rounded up, so that nobody who is elected falls below the quota.
                keep = self.keeps[option] * self.quota / self.votes[option]
                self.keeps[option] = min(self.keeps[option], ceil(keep))
            self.share()

    @property
    def decided(self) -> bool:
        """Somebody else has the quota, the surplus is passed on, or losers are sure."""
        return bool(
            self.over_quota() or self.surplus <= SETTLED or self.certain_losers()
        )

    def over_quota(self) -> list[str]:
        """Give those hoped for who have more than the quota, the most votes first."""
        over = [o for o in self.hopeful if self.votes[o] > self.quota + LEVEL]
        ranked = sorted(over, key=lambda option: -self.votes[option])
        return first_not_doomed(self.reserved, ranked, self.winners, self.vacancies)

    def free_to_go(self) -> list[str]:
        """Give those reserved places let drop out, or will have dropped out."""
        return self.reserved.free_to_go(self.hopeful, self.winners, self.vacancies)

    def certain_losers(self) -> list[str]:
        """Give the most who are last even with all surplus and each other's votes."""
        rising = sorted(self.free_to_go(), key=lambda option: self.votes[option])
        together, losers = max(self.surplus, Fraction(0)) + LEVEL, 0
        for number, (option, above) in enumerate(pairwise(rising), start=1):
            together += self.votes[option]
            # Without reserved places enough are left for all places: were they fewer,
            # the losers and the surplus would be two quotas, and nobody above has more
            # than one.
            if together < self.votes[above] and self._may_all_go(rising[:number]):
                losers = number
        return rising[:losers]

    def _may_all_go(self, going: Sequence[str]) -> bool:
        return self.reserved.let_go_together(
            going, self.hopeful, self.winners, self.vacancies
        )

    def elect(self) -> bool:
        """Elect whoever has come over the quota; say if anybody has."""
        over = self.over_quota()
        if over:
            facts = self._facts(over)
            self._write(Sentence("meek_passed_on"), Sentence("meek_elected", facts))
            self._elect(over)
        return bool(over)

    def exclude(self) -> bool:
        """Exclude certain losers, or else whoever is last; say if it was done."""
        losers: Sequence[str] = self.certain_losers()
        how = None
        if not losers:
            going = self.free_to_go()
            lowest = min(self.votes[option] for option in going)
            edge = lowest + max(self.surplus, LEVEL)
            level = [option for option in going if self.votes[option] <= edge]
            option, how = (level[0], None) if len(level) == 1 else self._last_of(level)
            if option is None:
                return False
            losers = [option]
        losers = [option for option in self.contest.options if option in losers]
        facts = self._facts(losers)
        facts["votes"] = shown(sum((self.votes[o] for o in losers), Fraction(0)))
        several = "meek_certain_losers" if len(losers) > 1 else "meek_exclusion"
        explained = Sentence(several, facts)
        if how is not None:
            told: dict[str, Fact] = {"first": how, "then": explained}
            explained = Sentence("sentences_after_each_other", told)
        title: dict[str, Fact] = {"name": facts["names"]}
        self._write(Sentence("exclusion_of", title), explained, excluded=losers)
        self.hopeful = [option for option in self.hopeful if option not in losers]
        self.keeps |= dict.fromkeys(losers, 0)
        return True

    def fill_last_places(self) -> None:
        """Elect all who are left where no more of them are left than places."""
        if 0 < len(self.hopeful) <= self.vacancies:
            self.share()
            facts: dict[str, Fact] = {"vacancies": self.vacancies}
            told = Sentence("stv_last_places_explained", facts)
            self._write(Sentence("stv_last_places"), told)
            self._elect(sorted(self.hopeful, key=lambda option: -self.votes[option]))

    def outcome(self) -> Outcome:
        """Give what was counted."""
        return Outcome(
            method=METHOD.id,
            seats=self.contest.seats,
            winners=tuple(self.winners),
            tied=self.ties.tied,
            tie_break=self.ties.tie_break,
            steps=tuple(self.steps),
            facts={
                # Not `quota`: no line can be drawn at what shrinks from step to step.
                "last_quota": shown(self.quota),
                "valid": self.papers.valid,
                "blank": self.papers.blank,
            },
        )

    def _last_of(self, level: list[str]) -> tuple[str | None, Sentence]:
        matters = bool(self.reserved.classes) or not would_all_go(
            self.votes, self.hopeful, level, self.vacancies
        )
        stages = [*(step.counts for step in self.steps), self._shown()]
        return self.ties.choose(
            level, stages, best=False, matters=matters, may_stand=matters
        )

    def _facts(self, options: Sequence[str]) -> dict[str, Fact]:
        return {
            "names": tuple(self.contest.name(option) for option in options),
            "quota": shown(self.quota),
            "surplus": shown(max(self.surplus, Fraction(0))),
        }

    def _elect(self, options: list[str]) -> None:
        self.winners += options
        self.hopeful = [one for one in self.hopeful if one not in options]
        self.steps[-1] = replace(self.steps[-1], elected=tuple(options))

    def _shown(self) -> dict[str, Number]:
        return {
            o: shown(self.votes[o]) for o in self.contest.options if o in self.votes
        }

    def _write(
        self, title: Sentence, explanation: Sentence, *, excluded: Sequence[str] = ()
    ) -> None:
        self.steps.append(
            Step(title, explanation, self._shown(), excluded=tuple(excluded))
        )


METHOD = Method(
    id="stv-meek",
    title=Sentence("method_stv_meek"),
    summary=Sentence("method_stv_meek_summary"),
    ballot="ranking",
    unit="votes",
    count=count,
    source="I. D. Hill, B. A. Wichmann and D. R. Woodall, Algorithm 123: Single "
    "transferable vote by Meek's method, The Computer Journal 30 (1987)",
    promises=frozenset(
        {
            "anonymity",
            "neutrality",
            "order_independence",
            "majority",
            "majority_loser",
            "proportionality",
            "later_no_harm",
        }
    ),
    settings=("reserved",),
)
