"""What stands against a proposal: blocks, objections, and how much doubt is borne."""

from dataclasses import dataclass

from commonweal.rules.consensus.terms import Consensus
from commonweal.rules.sentence import Fact, Sentence


@dataclass(frozen=True, slots=True)
class Weights:
    """How many took a position, and how many hold each that weighs against it.

    Blocks are those that stand, objections those that have not been talked over.
    """

    spoke: int
    blocks: int = 0
    objections: int = 0
    stand_asides: int = 0
    reservations: int = 0


def against(terms: Consensus, weights: Weights) -> Sentence | None:
    """Name the first thing that keeps this from being a consensus, if anything does."""
    spoke = weights.spoke
    needed = terms.blocks_needed(spoke)
    if weights.blocks >= needed:
        return Sentence("blocks_stand", {"blocks": weights.blocks, "needed": needed})
    if weights.objections:
        return Sentence("objections_stand", {"objections": weights.objections})
    aside, reserved = terms.stand_asides_borne(spoke), terms.reservations_borne(spoke)
    for id_, number, most in (
        ("too_many_stand_aside", weights.stand_asides, aside),
        ("too_many_reservations", weights.reservations, reserved),
    ):
        if number > most:
            facts: dict[str, Fact] = {"number": number, "most": most, "spoke": spoke}
            return Sentence(id_, facts)
    return None
