"""A decision rule said in one breath, with the numbers of this institution today.

"Carried if at least 49 of 98 members vote, and more than two thirds of the ballots
that say yes or no say yes."
"""

from fractions import Fraction

from commonweal.rules.sentence import Fact, Sentence

COMMON_SHARES = {
    Fraction(1, 2): "share_half",
    Fraction(1, 3): "share_third",
    Fraction(2, 3): "share_two_thirds",
    Fraction(1, 4): "share_quarter",
    Fraction(3, 4): "share_three_quarters",
    Fraction(1, 5): "share_fifth",
    Fraction(4, 5): "share_four_fifths",
    Fraction(1, 10): "share_tenth",
    Fraction(9, 10): "share_nine_tenths",
}


def share_words(share: Fraction) -> Sentence:
    """Say an exact share as people do: "two thirds", else "7 in every 12"."""
    known = COMMON_SHARES.get(share)
    if known is not None:
        return Sentence(known)
    facts: dict[str, Fact] = {"part": share.numerator, "whole": share.denominator}
    return Sentence("share_in_every", facts)
