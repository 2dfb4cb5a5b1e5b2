"""Single transferable vote as the Electoral Reform Society counts it, by hand, 1997.

Rank whom you want. A surplus is passed on from the last batch of ballots that brought
it; one too small to change who is last waits; those who cannot catch up drop out
together. Values have two decimal places.

Source: R. A. Newland & F. S. Britton, How to conduct an election by the Single
Transferable Vote, 3rd ed. (Electoral Reform Society, 1997); numbers in brackets below
are its paragraphs. A rank left empty is passed over; a rank that two share ends the
ballot there. Two who are level are never excluded together with one below them unless
both are: the rules' "candidate next above" is read as one with more votes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby, pairwise

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.filling import shown
from commonweal.rules.voting.method import Method
from commonweal.rules.voting.outcome import Number, Outcome, Transfer
from commonweal.rules.voting.parcels import Examined, Parcels, together
from commonweal.rules.voting.piles import Moved, needs_rankings
from commonweal.rules.voting.stv_table import Narrowed, Table, opening
from commonweal.rules.voting.ties import TieBreaker, narrowed_by

PLACES = 100
SEVERAL = 2
NOTHING = Moved({}, papers=0, stranded=0, left_behind=0)


def count(contest: Contest, ballots: Ballots, ties: TieBreaker) -> Outcome:
    """Fill the contest's seats from rankings.

    Counts are in votes, exact to two decimal places. The facts are the last `quota`,
    the `valid` papers and those that are `blank`. Ties that no earlier point of the
    count parts are put to `ties`; where it leaves one standing the count ends there.
    Raises `Uncountable` for ballots that are no rankings, and for reserved places that
    cannot be kept.
    """
    needs_rankings(ballots)
    parcels = Parcels(contest, ballots)
    table = Count(*opening(contest, ties))
    table.first_stage(parcels)
    while table.valid and not table.is_complete:
        owing = table.surpluses()
        if owing and not table.can_wait():
            table.transfer_largest_surplus(parcels, owing)
        elif not table.exclude(parcels):
            return table.outcome(METHOD.id)
    if table.valid:
        table.fill_last_places()
    return table.outcome(METHOD.id)


@dataclass(slots=True)
class Count(Table):
    """Where a count stands. Votes have two decimal places."""

    lost: Number = 0

    def first_stage(self, parcels: Parcels) -> None:
        """Credit every first preference, find the quota, elect (5.1)."""
        self.take(parcels.sort())
        self.find_quota()
        facts: dict[str, Fact] = {
            "valid": self.valid,
            "seats": self.contest.seats,
            "quota": self.quota,
        }
        explained = Sentence("ers97_quota_explained", facts)
        self.write(Sentence("first_preferences"), explained)
        if self.valid:
            self.deem_elected()

    def find_quota(self) -> None:
        """Divide by one more than the places, to two places rounded up (5.1.6)."""
        units = PLACES * (self.valid - self.lost)
        self.quota = Fraction(-(-units // (self.contest.seats + 1)), PLACES)

    @property
    def active(self) -> Number:
        """The votes of all who continue, and what waits for transfer (5.6.1)."""
        held = sum(min(self.quota, self.votes[one]) for one in self.winners)
        return self.valid - self.lost - held

    def deem_elected(self) -> None:
        """Elect in descending order of votes whoever has enough (5.1.7, 5.3.13)."""
        descending = sorted(self.continuing, key=lambda one: -self.votes[one])
        for votes, level in groupby(descending, key=lambda one: self.votes[one]):
            enough = votes >= self.quota or votes * (self.vacancies + 1) >= self.active
            if not enough or self.is_over:
                break
            few = list(level)
            self.elect(few if self.reserved.classes else self._places_for(few))

    def _places_for(self, level: list[str]) -> list[str]:
        """Of those who are level, give whom there are places for (5.6.2)."""
        chosen: list[str] = []
        left = tuple(level)
        while len(left) > self.vacancies - len(chosen) > 0:
            first = narrowed_by(left, self.history[::-1], best=True)
            if len(first) > self.vacancies - len(chosen):
                return chosen
            chosen += first
            left = tuple(one for one in left if one not in first)
        return chosen + list(left)[: self.vacancies - len(chosen)]

    def surpluses(self) -> list[str]:
        """Give those who have more than the quota."""
        return [option for option in self.winners if self.votes[option] > self.quota]

    @property
    def waiting(self) -> Number:
        """All surpluses together."""
        return sum(self.votes[option] - self.quota for option in self.surpluses())

    def can_wait(self) -> bool:
        """Say if all surpluses together cannot change who is last (5.2.2)."""
        return self._together() > 0

    def _together(self) -> int:
        """Say how many of the last cannot catch up with the next above (5.2.5)."""
        rising = sorted(self.free_to_go(), key=lambda option: self.votes[option])
        total, most = self.waiting, 0
        for number, (option, above) in enumerate(pairwise(rising), start=1):
            total += self.votes[option]
            apart = self.votes[option] < self.votes[above] or number == 1
            cannot_catch_up = apart and total <= self.votes[above]
            # Without reserved places enough are left for all places: were they fewer,
            # whoever has the most would have enough of the active votes.
            if cannot_catch_up and self.may_all_go(rising[:number]):
                most = number
        return most

    def transfer_largest_surplus(self, parcels: Parcels, owing: list[str]) -> None:
        """Pass on the largest surplus from the batch that came last (5.3)."""
        option, how = self.whose_surplus(owing)
        had = self.votes[option]
        surplus = had - self.quota
        examined = parcels.examine_last(option, self.continuing)
        value = examined.value
        if examined.transferable * value > surplus:
            value = Fraction(surplus * PLACES // examined.transferable, PLACES)
        moved = parcels.give(examined, value)
        self.credit(moved)
        self.votes[option] = self.quota
        lost = surplus - sum(moved.received.values())
        self.lost += lost
        facts: dict[str, Fact] = {
            "name": self.contest.name(option),
            "votes": had,
            "surplus": surplus,
            "papers": examined.transferable,
            "worth": value,
            "lost": lost,
        }
        self.write(
            Sentence("stv_surplus", {"name": self.contest.name(option)}),
            Sentence("ers97_surplus_explained", facts),
            how=how,
            transfers=self.transfers(option, moved.received, surplus),
        )
        self.deem_elected()

    def exclude(self, parcels: Parcels) -> bool:
        """Exclude as many of the last as cannot catch up, or the last one (5.2.5)."""
        rising = sorted(self.free_to_go(), key=lambda option: self.votes[option])
        going = rising[: self._together()]
        if len(going) < SEVERAL:
            option, how = self.lowest()
            if option is None:
                return False
            going = [option]
        else:
            how = self.held_in(going)
        going = [one for one in self.contest.options if one in going]
        self.continuing = [one for one in self.continuing if one not in going]
        if len(self.continuing) > self.vacancies:
            self._pass_on(parcels, going, how)
        else:
            # All who are left are elected; nothing is passed on any more (5.5.1).
            self.votes |= dict.fromkeys(going, 0)
            self._tell(going, how, NOTHING, Fraction(0), (), last=True)
        return True

    def _pass_on(
        self, parcels: Parcels, going: Sequence[str], how: Sentence | None
    ) -> None:
        """Pass papers on, batch after batch, those of the highest value first (5.4)."""
        values = parcels.values(going) or [Fraction(0)]
        for number, value in enumerate(values, start=1):
            each = {one: parcels.examine(one, value, self.continuing) for one in going}
            moved = parcels.give(together(each.values(), value))
            self.credit(moved)
            self.lost += moved.stranded
            transfers = self._taken_from(each)
            self._tell(going, how, moved, value, transfers, last=number == len(values))
            how = None
            if moved.left_behind and not self.winners:
                self.find_quota()
            self.deem_elected()
            if self.is_over:
                break

    def _taken_from(self, each: Mapping[str, Examined]) -> tuple[Transfer, ...]:
        """Take the votes passed on from those who held them; give what went where."""
        told: list[Transfer] = []
        for option, examined in each.items():
            gone = examined.value * (examined.transferable + examined.without)
            self.votes[option] -= gone
            told += self.transfers(option, examined.received(examined.value), gone)
        return tuple(told)

    def _tell(
        self,
        going: Sequence[str],
        how: Sentence | None,
        moved: Moved,
        value: Fraction,
        transfers: tuple[Transfer, ...],
        *,
        last: bool,
    ) -> None:
        names = tuple(self.contest.name(one) for one in going)
        facts: dict[str, Fact] = {
            "names": names,
            "papers": moved.papers,
            "worth": value,
            "stranded": shown(moved.stranded),
        }
        self.write(
            Sentence("exclusion_of", {"name": names}),
            Sentence("ers97_exclusion_explained", facts),
            how=how,
            excluded=tuple(going) if last else (),
            transfers=transfers,
        )

    def by_the_rule(self, level: Sequence[str], *, best: bool) -> Narrowed:
        """Part those who are level as they first differed (5.2.3, 5.2.5)."""
        said = f"ers97_earliest_point_{'first' if best else 'last'}"
        return self.by_stages(level, self.history[::-1], said, best=best)


METHOD = Method(
    id="stv-ers97",
    title=Sentence("method_stv_ers97"),
    summary=Sentence("method_stv_ers97_summary"),
    ballot="ranking",
    unit="votes",
    count=count,
    source="R. A. Newland and F. S. Britton, How to conduct an election by the Single "
    "Transferable Vote, 3rd ed. (Electoral Reform Society, 1997)",
    promises=frozenset(
        {
            "anonymity",
            "neutrality",
            "order_independence",
            "majority",
            "majority_loser",
            "later_no_harm",
        }
    ),
    settings=("reserved",),
)
