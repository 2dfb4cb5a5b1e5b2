"""A draw for an office, from what the line of the journal says of it.

With a plain lot whoever has the smallest number goes first; where the charter gives
every class its share, the line says as well of which class each was, and how many of
each held a place already.
"""

from collections.abc import Mapping
from typing import Any

from commonweal.rules.sortition.in_shares import drawn_in_shares
from commonweal.rules.sortition.lot import drawn


def drawn_by(facts: Mapping[str, Any]) -> tuple[str, ...]:
    """Give the ids drawn by a line: its `pool`, `count` of places and `seed`.

    With `of`, the class of each in the pool, and `had`, a number for each class, the
    classes have their shares.
    """
    places, seed = int(facts["count"]), str(facts["seed"])
    if "of" not in facts:
        return drawn(facts["pool"], places=places, seed=seed)
    of, held = dict(facts["of"]), dict(facts["had"])
    assert sorted(of) == sorted(facts["pool"]), "of each it is said what they are"
    return drawn_in_shares(of, held=held, places=places, seed=seed)
