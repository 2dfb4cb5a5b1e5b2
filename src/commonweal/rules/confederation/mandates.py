"""What a body told its delegate to say, and whether that is what the delegate said.

A delegate carries what the base decided and decides nothing. There are eight sorts of
mandate, each on words that were named by their digest. What is said outside a mandate
does not count, and the base is told. Words that were changed meanwhile go back to the
base, unless the mandate says what to do then.

Sources: the imperative mandate of the Paris Commune and of CNT ("agreements of the
assemblies"); the spokes of Occupy Wall Street, who report and do not decide; Commercy
2019, where whoever came without a mandate observed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from hashlib import sha256
from typing import Literal

from commonweal.rules.canonical import Json, canonical
from commonweal.rules.verdict import Verdict, refused

type Stance = Literal["yes", "no", "abstain"]

STANCES: tuple[Stance, ...] = ("yes", "no", "abstain")


@dataclass(frozen=True, slots=True)
class Put:
    """What is put to a congress: a matter, its words, and what it was decided beside.

    `adopted` and `rejected` are digests of other words that were decided before.
    `options` are there where they are ranked, `amount` where the words name a number.
    """

    matter: str
    text: str
    options: tuple[str, ...] = ()
    amount: Fraction | None = None
    adopted: frozenset[str] = frozenset()
    rejected: frozenset[str] = frozenset()
    is_urgent: bool = False


def digest_of(words: str, change: Mapping[str, Json] | None = None) -> str:
    """Give the digest by which words are named: SHA-256 of them, as hex.

    Where they change a pact it is taken of the words, a line end, and the `change` in
    its canonical form, so that no other change goes by the same name.
    """
    tail = b"\n" + canonical(change) if change else b""
    return sha256(words.encode() + tail).hexdigest()


# ---- what delegates say


@dataclass(frozen=True, slots=True)
class Whole:
    """All votes of a body on one side."""

    stance: Stance


@dataclass(frozen=True, slots=True)
class Shared:
    """The votes of a body, some on each side; they add up to one."""

    yes: Fraction = Fraction(0)
    no: Fraction = Fraction(0)
    abstain: Fraction = Fraction(0)

    def __post_init__(self) -> None:
        assert min(self.yes, self.no, self.abstain) >= 0, "votes are counted up"
        assert self.yes + self.no + self.abstain == 1, "all votes are shared out"


@dataclass(frozen=True, slots=True)
class Order:
    """Options, best first; whichever is left out stands last."""

    ranking: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that is proposed or accepted, in the unit of the matter."""

    number: Fraction


type Saying = Whole | Shared | Order | Amount


# ---- the eight sorts


@dataclass(frozen=True, slots=True)
class Fixed:
    """Say just this."""

    stance: Stance


@dataclass(frozen=True, slots=True)
class When:
    """Say this if these other words were adopted, or rejected.

    `named` is what people call these words.
    """

    stance: Stance
    adopted: frozenset[str] = frozenset()
    rejected: frozenset[str] = frozenset()
    named: str = ""

    def holds(self, put: Put) -> bool:
        """Say whether all that it asks for has happened."""
        return self.adopted <= put.adopted and self.rejected <= put.rejected


@dataclass(frozen=True, slots=True)
class Changed:
    """Say this if the words have become just these, named by their digest."""

    stance: Stance
    text: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Conditional:
    """Say what follows from what else was decided; if nothing does, say `otherwise`.

    `changed` is what to say to certain other words, and `if_changed` what to say to
    all others than those of the mandate; None sends these back to the base.
    """

    whens: tuple[When, ...]
    otherwise: Stance = "abstain"
    if_changed: Stance | None = None
    changed: tuple[Changed, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranked:
    """Put the options in this order."""

    ranking: tuple[str, ...]

    def __post_init__(self) -> None:
        assert self.ranking, "something comes first"
        assert len(set(self.ranking)) == len(self.ranking), "each stands there once"


@dataclass(frozen=True, slots=True)
class Range:
    """Agree to a number within these limits, both of them included, and to no other."""

    least: Fraction | None = None
    most: Fraction | None = None

    def __post_init__(self) -> None:
        assert self.least is None or self.most is None or self.least <= self.most

    def holds(self, number: Fraction) -> bool:
        """Say whether a number is within the limits."""
        above = self.least is None or self.least <= number
        return above and (self.most is None or number <= self.most)


@dataclass(frozen=True, slots=True)
class Split:
    """Share the votes out as the base's own ballots were."""

    yes: int
    no: int
    abstain: int = 0

    def __post_init__(self) -> None:
        assert min(self.yes, self.no, self.abstain) >= 0, "ballots are counted up"
        assert self.yes + self.no + self.abstain, "somebody voted"


@dataclass(frozen=True, slots=True)
class NegotiateThenRatify:
    """Agree to what seems right; it is nothing until the base says yes."""


@dataclass(frozen=True, slots=True)
class ReportOnly:
    """Listen, say what we think, and tell us. Do not vote."""


@dataclass(frozen=True, slots=True)
class UrgentOnly:
    """Decide this narrow thing if it is urgent, until the mandate runs out.

    It runs out so many hours after it was given; without a number, when it is replaced.
    """

    stance: Stance | None = None
    hours: int | None = None

    def __post_init__(self) -> None:
        assert self.hours is None or self.hours > 0, "it holds for a while"


# What is about words as they are, and what is not.
type OnWords = Fixed | Conditional | Ranked | Range | Split | UrgentOnly
type Terms = OnWords | NegotiateThenRatify | ReportOnly


@dataclass(frozen=True, slots=True)
class Mandate:
    """What a body decided its delegates are to say on these words, and how long.

    `decision` is the body's own, `given_at` when it was in force; from `until` on
    it may not be used, if it ends.
    """

    body: str
    matter: str
    text: str
    terms: Terms
    decision: str
    given_at: datetime
    until: datetime | None = None


def runs_out(terms: Terms, *, given_at: datetime) -> datetime | None:
    """Say until when a mandate may be used that was given at an instant; None: ever."""
    if isinstance(terms, UrgentOnly) and terms.hours is not None:
        return given_at + timedelta(hours=terms.hours)
    return None


def in_force(
    mandates: Iterable[Mandate], put: Put, *, body: str, at: datetime
) -> Mandate | Verdict:
    """Give the mandate that binds a body's delegates, or why there is none.

    The newest decision of the base holds. Refuses with `no_mandate`,
    `mandate_ran_out`, or `mandates_contradict` where two of the same instant differ.
    """
    given = [
        one
        for one in mandates
        if one.body == body and one.matter == put.matter and one.given_at <= at
    ]
    if not given:
        return refused("no_mandate")
    newest = max(one.given_at for one in given)
    latest = [one for one in given if one.given_at == newest]
    found = latest[0]
    if any((one.terms, one.text) != (found.terms, found.text) for one in latest):
        return refused("mandates_contradict")
    if found.until is not None and at >= found.until:
        return refused("mandate_ran_out", until=found.until)
    return found
