"""What is counted in a decision of the room: hands, and answers from phones.

Each member who is counted has one channel, fixed when the decision begins: the hand, or
the phone. So nobody is counted twice, and hands and phones add up to no more than the
members. What phones say is part of no count that anybody is shown before the end.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import combinations

from commonweal.rules.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Hands:
    """How many are for, against and for neither."""

    yes: int
    no: int
    abstain: int

    def __post_init__(self) -> None:
        assert min(self.yes, self.no, self.abstain) >= 0, "hands are counted up"

    @property
    def all(self) -> int:
        """How many there are together."""
        return self.yes + self.no + self.abstain

    def __add__(self, other: "Hands") -> "Hands":
        """Sum what two channels said."""
        return Hands(
            self.yes + other.yes, self.no + other.no, self.abstain + other.abstain
        )


NONE = Hands(0, 0, 0)
# Stands among texts for leaving things as they are.
AS_IT_IS = ""
type Pair = tuple[str, str]


def pairs_of(options: Sequence[str]) -> tuple[Pair, ...]:
    """List what is put against what: the texts in pairs, then each against what is."""
    return (*combinations(options, 2), *((one, AS_IT_IS) for one in options))


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision made in the room: whom it counts, how many it needed, if it holds.

    `counted` maps each member with a ballot to who acts for them: themselves, or the
    proxy they gave. `by_phone` are those who act by phone; all others raise hands.
    `counts` are the hands as each of those saw them who have counted since the counts
    last differed; `differed` says how often they did. `answers` are what phones say.
    `proxies` are those that were given when it began, by whoever gave them.
    Where it is made `by_slips`, what is counted are slips of paper, one a member. It is
    `about` the matter, the amendment whose number follows an "a", or the texts whose
    numbers are its `options`; of these it counts hands `by_pair`, and phones rank. Made
    `in_secret`, those by phone cast ballots of which nothing is known but, once it has
    ended, the sums `from_phones`; all others write slips.
    """

    item: str
    began_at: datetime
    counted: Mapping[str, str]
    needed: int
    ended_at: datetime | None = None
    held: Verdict | None = None
    counts: Mapping[str, Hands] = field(default_factory=dict)
    differed: int = 0
    broken_off: str = ""
    by_phone: frozenset[str] = frozenset()
    by_slips: bool = False
    answers: Mapping[str, str] = field(default_factory=dict)
    proxies: Mapping[str, str] = field(default_factory=dict)
    about: str = ""
    options: tuple[str, ...] = ()
    by_pair: Mapping[Pair, Hands] = field(default_factory=dict)
    in_secret: bool = False
    from_phones: tuple[Hands, ...] = ()

    @property
    def settles(self) -> bool:
        """Say whether it decides the matter itself, and not only an amendment."""
        return not self.about.startswith("a")

    @property
    def hands(self) -> Hands | None:
        """Give the count that two people came to, each for themselves."""
        found = tuple(self.counts.values())
        return found[0] if len(found) == 2 and not self.broken_off else None

    @property
    def is_counted(self) -> bool:
        """Say whether two have counted the hands, of each pair of texts where it is so.

        Nobody throws that away.
        """
        return self.hands is not None or (bool(self.by_pair) and self.pair is None)

    @property
    def raised(self) -> int:
        """Say how many members are counted by hands."""
        return sum(to not in self.by_phone for to in self.counted.values())

    def weight(self, of: str) -> int:
        """Say for how many members somebody acts."""
        return sum(to == of for to in self.counted.values())

    @property
    def all_answered(self) -> bool:
        """Say whether each phone has given an answer, whatever it is."""
        if self.in_secret:
            return self._cast >= len(self.counted) - self.raised
        return self.by_phone == self.answers.keys()

    @property
    def _cast(self) -> int:
        return self.from_phones[0].all if self.from_phones else 0

    @property
    def _on_slips(self) -> frozenset[str]:
        return frozenset(self.counted.values()) - self.by_phone

    def took_part(self, *, with_proxies: bool) -> int:
        """Count who has taken part so far: all whose hands two counted, and phones.

        Who is seen not to raise a hand has seen the question; a phone that has not
        answered may not have shown it. Those who gave a proxy only `with_proxies`.
        """
        by_hand = self.is_counted
        if self.in_secret:
            most = len(self.counted) if with_proxies else len(self.by_phone)
            slips = self.raised if with_proxies else len(self._on_slips)
            return min(self._cast, most) + by_hand * slips
        return sum(
            (to in self.answers or (by_hand and to not in self.by_phone))
            and (of == to or with_proxies)
            for of, to in self.counted.items()
        )

    @property
    def phones(self) -> Hands:
        """Sum what phones say; it is nobody's to know before the end."""
        if self.in_secret:
            return self.from_phones[0] if self.from_phones else NONE
        given = [self.answers[to] for to in self.counted.values() if to in self.answers]
        return Hands(given.count("yes"), given.count("no"), given.count("abstain"))

    @property
    def result(self) -> Hands | None:
        """Give the sum of both channels; None before the end, or where there is none.

        Where somebody raises a hand it takes hands that two counted; where nobody
        does, an answer.
        """
        if self.ended_at is None or self.broken_off or self.options:
            return None
        if self.raised:
            return self.hands + self.phones if self.hands else None
        return self.phones if self._phones_spoke else None

    @property
    def has_result(self) -> bool:
        """Say whether it ended with something to judge by."""
        if not self.options:
            return self.result is not None
        if self.ended_at is None or self.broken_off:
            return False
        return self.pair is None if self.raised else self._phones_spoke

    @property
    def _phones_spoke(self) -> bool:
        return bool(self.answers) or any(one.all for one in self.from_phones)

    @property
    def pair(self) -> Pair | None:
        """Give the pair of texts for which hands are raised now, if any is left."""
        left = (one for one in pairs_of(self.options) if one not in self.by_pair)
        return next(left, None)
