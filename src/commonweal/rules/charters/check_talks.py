"""Whether a few could pass over a block that somebody made in an assembly."""

from collections.abc import Iterator
from fractions import Fraction

from commonweal.rules.consensus.charter_terms import Talks
from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.rule_words import share_words

HALF = Fraction(1, 2)


def objections_to_talks(terms: Talks) -> Iterator[Sentence]:
    """Object to a last vote, or to rulings on blocks, by half of them or fewer."""
    if terms.fallback and terms.fallback <= HALF:
        share = share_words(terms.fallback)
        yield Sentence("charter_last_vote_by_few", {"share": share})
    if terms.others_rule and terms.validity_share <= HALF:
        share = share_words(terms.validity_share)
        yield Sentence("charter_blocks_ruled_by_few", {"share": share})
