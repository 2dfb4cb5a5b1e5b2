"""Whether the places that a rule keeps for a class can be kept, and can be won."""

from collections.abc import Iterator

from commonweal.rules.charters.charter import Charter
from commonweal.rules.charters.check_effects import FILL_OFFICE
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.decision_rule import DecisionRule
from commonweal.rules.voting.kept_places import KeptPlaces
from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.reserved import SETTING


def keeps_places(rule: DecisionRule) -> bool:
    """Say whether the count of a rule can keep places for a class."""
    method = METHODS.get(rule.method)
    return method is not None and SETTING in method.settings


def objections_to_kept_places(charter: Charter) -> Iterator[Sentence]:
    """List the rules whose kept places could not be kept, or could not be won."""
    for rule in charter.rules:
        if rule.kept_places != KeptPlaces():
            yield from _objections(charter, rule)


def _objections(charter: Charter, rule: DecisionRule) -> Iterator[Sentence]:
    kept, facts = rule.kept_places, _about(rule)
    found = charter.member_class(kept.member_class)
    if not keeps_places(rule):
        able = tuple(one for one, how in METHODS.items() if SETTING in how.settings)
        yield Sentence("charter_places_not_kept", facts | {"allowed": able})
    elif not kept.at_least:
        yield Sentence("charter_no_place_for_class", facts)
    elif found is None:
        known = tuple(one.id for one in charter.classes)
        yield Sentence("charter_places_for_nobody", facts | {"allowed": known})
    elif "stand" not in found.rights:
        yield Sentence("charter_class_cannot_stand", facts | {"class": found.name})
    elif charter.effects.get(FILL_OFFICE, charter.charter_rule) == rule.id:
        yield from _offices(charter, rule)


def _offices(charter: Charter, rule: DecisionRule) -> Iterator[Sentence]:
    """Object where an office has no place beside those that are kept."""
    for office in charter.offices:
        few = office.seats <= rule.kept_places.at_least
        if office.filled_by == "election" and few:
            facts = _about(rule) | {"office": office.name, "seats": office.seats}
            yield Sentence("charter_all_places_kept", facts)


def _about(rule: DecisionRule) -> dict[str, Fact]:
    kept = rule.kept_places
    return {"rule": rule.title, "number": kept.at_least, "class": kept.member_class}
