"""The limits of a consensus as a charter's details of counting say them."""

from collections.abc import Mapping
from fractions import Fraction

from commonweal.rules.consensus.terms import Consensus
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.method import Uncountable

USUAL = {"blocks": "1", "stand_asides": "2 1/4", "reservations": "2 1/2"}


def terms_of(settings: Mapping[str, str]) -> Consensus:
    """Read the limits from the settings; `Uncountable` where one says nothing."""
    blocks, blocks_share = _limit("blocks", settings)
    aside, aside_share = _limit("stand_asides", settings)
    reserved, reserved_share = _limit("reservations", settings)
    return Consensus(
        # At least one, also where the charter asks for a share of a few.
        blocks_to_stop=max(1, blocks),
        blocks_share=blocks_share,
        stand_asides_most=aside,
        stand_asides_share=aside_share,
        reservations_most=reserved,
        reservations_share=reserved_share,
    )


def _limit(name: str, settings: Mapping[str, str]) -> tuple[int, Fraction]:
    """Read “2”, “1/4” or “2 1/4” as heads and a share of at most all."""
    value = settings.get(name, USUAL[name])
    heads, share = 0, Fraction(0)
    for part in value.split() or [""]:
        top, slash, bottom = part.partition("/")
        digits = f"{top}{bottom}"
        whole = digits.isascii() and digits.isdigit() and bool(top)
        if not whole or (slash and not 0 <= int(top) <= int(bottom or "0") > 0):
            facts: dict[str, Fact] = {"setting": name, "value": value}
            raise Uncountable(Sentence("limit_unreadable", facts))
        if slash:
            share = Fraction(int(top), int(bottom))
        else:
            heads = int(top)
    return heads, share
