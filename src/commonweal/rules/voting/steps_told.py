"""How a count is told to whoever reads it: lots, last places, parts of votes.

What a count writes down stays as it is, so that a recount of an old vote agrees with it
word for word; only who reads it is told more.
"""

from collections.abc import Iterator
from dataclasses import replace

from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.outcome import Number, Outcome, Step

LOTS = frozenset({"tie_lot_last", "tie_empty_lot_last"})
BY_LOT = {
    "stv_exclusion_explained": "stv_exclusion_by_lot",
    "irv_exclusion_explained": "irv_exclusion_by_lot",
    "gregory_exclusion_explained": "gregory_exclusion_by_lot",
}
LAST_PLACES = "stv_last_places"


def explanation_of(step: Step) -> Sentence:
    """Explain a step; nobody put out by lot is said to have had the fewest alone."""
    lot = _by_lot(step.explanation)
    if lot is None:
        return step.explanation
    _, then = lot
    told = replace(then, id=BY_LOT[then.id])
    return replace(step.explanation, facts={**step.explanation.facts, "then": told})


def lots_that_put_out(outcome: Outcome) -> Iterator[Sentence]:
    """Tell each lot that put somebody out: who was level, with how many, who went."""
    for step in outcome.steps:
        lot = _by_lot(step.explanation)
        if lot is not None:
            first, then = lot
            facts = {
                "tied": first.facts["tied"],
                "name": then.facts["name"],
                "votes": then.facts["votes"],
            }
            yield Sentence("put_out_by_lot", facts)


def below_the_quota(outcome: Outcome) -> tuple[str, ...]:
    """Give who took a last place with fewer votes than are enough for one."""
    quota = outcome.facts.get("quota")
    if quota is None:
        return ()
    return tuple(
        one
        for step in outcome.steps
        if step.title.id == LAST_PLACES
        for one in step.elected
        if step.counts.get(one, 0) < quota
    )


def has_parts(outcome: Outcome) -> bool:
    """Say whether votes moved in parts, so that counts are no whole numbers."""
    moved = any(step.transfers for step in outcome.steps)
    counts = (count for step in outcome.steps for count in step.counts.values())
    return moved and not all(_is_whole(count) for count in counts)


def _by_lot(told: Sentence) -> tuple[Sentence, Sentence] | None:
    """Take apart what is told of a step in which a lot put somebody out."""
    first, then = told.facts.get("first"), told.facts.get("then")
    if not isinstance(first, Sentence) or not isinstance(then, Sentence):
        return None
    # Before a lot it may be told who stays because of reserved places.
    lot = first.facts.get("then", first)
    assert isinstance(lot, Sentence), "only sentences are said after each other"
    return (lot, then) if lot.id in LOTS and then.id in BY_LOT else None


def _is_whole(count: Number) -> bool:
    return count == int(count)
