"""What can be proposed here: one list for the pages and for programs."""

from commonweal.capabilities.decisions import queries
from commonweal.rules.charters.controls import adjusted
from commonweal.rules.voting.decision_rule import DecisionRule
from tests.builders import a_charter
from tests.foundation.institutions.test_confederating import OF_PEOPLE


def ways(charter):
    return queries.ways_to_propose(charter, guards_door=False)


def test_the_plainest_way_comes_first_and_each_effect_is_named_once():
    charter = a_charter()

    found = ways(charter)

    assert (found[0].rule.id, found[0].effect) == (charter.ordinary_rule, "")
    named = [one.effect for one in found if one.effect]
    assert len(named) == len(set(named))
    assert all(isinstance(one.rule, DecisionRule) for one in found)


def test_delegates_are_not_offered_what_belongs_to_their_bodies():
    of_people = {one.effect for one in ways(a_charter())}
    of_bodies = {one.effect for one in ways(a_charter("city_confederation"))}

    assert of_people - of_bodies == OF_PEOPLE
    assert {"fill_office", "adopt_statement"} <= of_bodies


def test_nobody_is_offered_to_elect_where_all_offices_are_drawn():
    charter = a_charter()
    drawn = {f"offices.{one.id}.filled_by": "lot" for one in charter.offices}

    found = ways(adjusted(charter, drawn))

    assert "fill_office" in {one.effect for one in ways(charter)}
    assert "fill_office" not in {one.effect for one in found}
