"""What the institution is to reach, and how it parts, as plain sentences."""

from collections.abc import Iterator

from commonweal.rules.charters.charter import Charter
from commonweal.rules.charters.told import all_told
from commonweal.rules.sentence import LocalText, Sentence

WIND_UP = "wind_up"


def ending_clauses(charter: Charter) -> Iterator[Sentence | LocalText]:
    """Say the goal, who decides to part, on which day it ends, and what is left."""
    terms = charter.ending
    if terms.goal:
        yield Sentence("prose_goal")
        yield terms.goal
    if terms.test:
        yield Sentence("prose_goal_test")
        yield terms.test
    rule = charter.rule(charter.effects.get(WIND_UP, charter.charter_rule))
    left = Sentence("for_days", {"days": terms.winding_up_days})
    if charter.pact is not None:
        yield Sentence("prose_parting_of_bodies")
    elif rule is not None:
        yield Sentence("prose_parting", {"rule": rule.title})
    if terms.sunset_days:
        yield Sentence("prose_sunset", {"days": terms.sunset_days})
    else:
        yield Sentence("prose_no_sunset")
    winding_up = "prose_bodies_wind_up" if charter.pact else "prose_winding_up"
    yield Sentence(winding_up, {"days": left})
    yield Sentence("prose_what_is_left")
    yield from all_told(terms, "ending")
