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
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from math import ceil

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.fast_kept import FastPapers
from commonweal.rules.voting.filling import Filling, both, shown
from commonweal.rules.voting.kept import ONE, Papers
from commonweal.rules.voting.method import Method
from commonweal.rules.voting.outcome import Number, Outcome
from commonweal.rules.voting.piles import needs_rankings
from commonweal.rules.voting.stv_table import opening
from commonweal.rules.voting.ties import Choice, TieBreaker

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
class Count(Filling):
    """Where a count stands: who keeps what, and what votes follow from it."""

    papers: Papers = field(kw_only=True)
    keeps: dict[str, int] = field(default_factory=dict)
    quota: Fraction = Fraction(0)

    @property
    def surplus(self) -> Number:
        """What the elected have beyond the quota, all together."""
        have = sum((self.votes[one] for one in self.winners), Fraction(0))
        return have - self.quota * len(self.winners)

    def first_preferences(self) -> None:
        """Let everybody keep whole ballots, and elect who has more than the quota."""
        self.continuing = list(self.contest.standing)
        self.keeps = dict.fromkeys(self.contest.options, 0)
        self.keeps |= dict.fromkeys(self.continuing, ONE)
        self.share()
        facts: dict[str, Fact] = {
            "valid": self.papers.valid,
            "seats": self.contest.seats,
            "quota": shown(self.quota),
        }
        explained = Sentence("meek_quota_explained", facts)
        self.write(Sentence("first_preferences"), explained)
        self.take_in(self.placed(self.have_quota(), edge=LEVEL))

    def share(self) -> None:
        """Share the ballots out by the keep values, and find the quota that follows."""
        votes, lost = self.papers.share(self.keeps)
        self.votes = dict(votes)
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
            self.have_quota() or self.surplus <= SETTLED or self.certain_losers()
        )

    def have_quota(self) -> list[str]:
        """Give those who have more than the quota, and for whom there may be room."""
        places = (self.continuing, self.winners, self.vacancies)
        doomed = self.reserved.doomed(*places)
        over = self.quota + LEVEL
        return [o for o in self.continuing if self.votes[o] > over and o not in doomed]

    def certain_losers(self) -> list[str]:
        """Give the most who are last even with all surplus and each other's votes."""
        rising = sorted(self.free_to_go(), key=lambda option: self.votes[option])
        together, losers = max(self.surplus, Fraction(0)) + LEVEL, 0
        for number, (option, above) in enumerate(pairwise(rising), start=1):
            together += self.votes[option]
            # Without reserved places enough are left for all places: were they fewer,
            # the losers and the surplus would be two quotas, and nobody above has more
            # than one.
            if together < self.votes[above] and self.may_all_go(rising[:number]):
                losers = number
        return rising[:losers]

    def elect(self) -> bool:
        """Elect whoever has come over the quota; say if that was to be decided."""
        placed = self.placed(self.have_quota(), edge=LEVEL)
        if placed.sure:
            facts = self._facts(placed.sure)
            self.write(Sentence("meek_passed_on"), Sentence("meek_elected", facts))
        self.take_in(placed)
        return bool(placed.sure or placed.told)

    def exclude(self) -> bool:
        """Exclude certain losers, or else whoever is last; say if it was done."""
        losers: Sequence[str] = self.certain_losers()
        how = None
        if not losers:
            option, how = self._last()
            if option is None:
                return False
            losers = [option]
        losers = tuple(option for option in self.contest.options if option in losers)
        facts = self._facts(losers)
        facts["votes"] = shown(sum((self.votes[o] for o in losers), Fraction(0)))
        several = "meek_certain_losers" if len(losers) > 1 else "meek_exclusion"
        self.write(
            Sentence("exclusion_of", {"name": facts["names"]}),
            Sentence(several, facts),
            how=both(self.held_in(losers), how),
            excluded=losers,
        )
        self.continuing = [one for one in self.continuing if one not in losers]
        self.keeps |= dict.fromkeys(losers, 0)
        return True

    def fill_last_places(self) -> None:
        """Elect all who are left where no more of them are left than places."""
        if 0 < len(self.continuing) <= self.vacancies:
            self.share()
            facts: dict[str, Fact] = {"vacancies": self.vacancies}
            told = Sentence("stv_last_places_explained", facts)
            self.write(Sentence("stv_last_places"), told)
            self.take_in(self.placed(self.continuing))

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

    def counts(self) -> dict[str, Number]:
        """Give the votes as a step shows them, of those who still have any."""
        there = [option for option in self.contest.options if option in self.votes]
        return {option: shown(self.votes[option]) for option in there}

    def _last(self) -> Choice | tuple[str, None]:
        """Give who is last of those who may drop out, and how a tie was parted."""
        going = self.free_to_go()
        lowest = min(self.votes[option] for option in going)
        edge = lowest + max(self.surplus, LEVEL)
        level = [option for option in going if self.votes[option] <= edge]
        return (level[0], None) if len(level) == 1 else self.last_of(level)

    def _facts(self, options: Sequence[str]) -> dict[str, Fact]:
        return {
            "names": tuple(self.contest.name(option) for option in options),
            "quota": shown(self.quota),
            "surplus": shown(max(self.surplus, Fraction(0))),
        }


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
