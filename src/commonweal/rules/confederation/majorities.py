"""More than a share, or at least one: how many must agree, and the sentence if not."""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from commonweal.rules.sentence import N_
from commonweal.rules.setting import flag, share
from commonweal.rules.verdict import ALLOWED, Verdict, refused
from commonweal.rules.voting.rule_words import share_words

HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Majority:
    """A share that is to be passed, or with `strict` off to be reached."""

    share: Fraction = field(default=HALF, metadata=share(N_("Share that must agree")))
    strict: bool = field(default=True, metadata=flag(N_("More than that share")))

    def met_by(self, yes: int | Fraction, *, of: int | Fraction) -> bool:
        """Say whether `yes` out of `of` is enough. Without one yes it never is.

        Both are whole numbers, or exact votes; `yes` is not above `of`.
        """
        assert 0 <= yes <= of, "a part is not above the whole"
        if not yes:
            return False
        least = self.share * of
        return yes > least if self.strict else yes >= least


class Missed(NamedTuple):
    """What is said where a share was to be passed, and where it was to be reached."""

    above: str
    reached: str


def reached(
    majority: Majority, missed: Missed, *, yes: int | Fraction, of: int | Fraction
) -> Verdict:
    """Let pass what enough agreed to, or refuse in the words for what was missed."""
    if majority.met_by(yes, of=of):
        return ALLOWED
    words = missed.above if majority.strict else missed.reached
    return refused(words, yes=yes, of=of, needed=share_words(majority.share))
