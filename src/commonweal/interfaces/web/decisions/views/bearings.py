"""What a proposal says besides its words, as its page shows it."""

from typing import NamedTuple

from commonweal.capabilities.decisions.queries import ProposalView
from commonweal.foundation.language import say
from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.bearings import BEARINGS


class Said(NamedTuple):
    """One thing that a proposal bears on, and what it says of it."""

    title: str
    words: str


def said_besides(view: ProposalView) -> list[Said]:
    """List what was said besides, in the order in which it is asked."""
    there = view.version.bearings
    return [
        Said(say(Sentence(f"bearing_{one}")), there[one])
        for one in BEARINGS
        if there.get(one)
    ]
