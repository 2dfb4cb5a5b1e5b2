"""What can be proposed in an institution, by its charter: each way and its rule."""

from collections.abc import Iterator
from dataclasses import dataclass

from commonweal.foundation import effects
from commonweal.rules.charters.charter import Charter, rule_for
from commonweal.rules.voting.decision_rule import DecisionRule, asks_no_less

ELECTING = "fill_office"


@dataclass(frozen=True, slots=True)
class Way:
    """One way to propose: the rule that decides it, and what a yes sets in motion."""

    rule: DecisionRule
    effect: str = ""


def ways_to_propose(charter: Charter, *, guards_door: bool) -> tuple[Way, ...]:
    """List the ways, the plainest first: by rule alone, then what sets more in motion.

    A rule of its own is offered for a choice between options, and for one text if it
    asks no less than the ordinary rule, so that nobody goes round that one.
    """
    return tuple(_ways(charter, guards_door=guards_door))


def offices_elected(charter: Charter) -> tuple[str, ...]:
    """Give the offices that members elect; for one filled by lot nobody stands."""
    return tuple(one.id for one in charter.offices if one.filled_by == "election")


def _ways(charter: Charter, *, guards_door: bool) -> Iterator[Way]:
    ordinary = rule_for(charter, None)
    yield Way(ordinary)
    taken = {ordinary.id, charter.charter_rule, *charter.effects.values()}
    for rule in charter.rules:
        of_its_own = not rule.asks_one_text or asks_no_less(rule, than=ordinary)
        if rule.id not in taken and of_its_own:
            yield Way(rule)
    for name in effects.offered(charter, guards_door=guards_door):
        if name != ELECTING or offices_elected(charter):
            yield Way(rule_for(charter, name), name)
