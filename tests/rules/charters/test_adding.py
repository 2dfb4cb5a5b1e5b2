"""What comes into a pact and goes out of it as a whole."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.charters.charters import EFFECTS, METHODS
from tests.rules.sayings import said

from commonweal import kinds
from commonweal.rules.charters.adding import name_for, removable, with_things
from commonweal.rules.charters.changes import changes
from commonweal.rules.charters.charter import Charter
from commonweal.rules.charters.check import check
from commonweal.rules.charters.parse import parse
from commonweal.rules.charters.prose_pact import pact_clauses
from commonweal.rules.charters.reading import NAME
from commonweal.rules.charters.toml import to_toml

CITY = replace(parse(kinds.text_of("city_confederation")), standards=(), acts=())
FUND = {"name": "the strike fund"}
MINUTES = {
    "name": "minutes are out in time",
    "asked": "minutes_days",
    "limit": 45,
    "remedy": "suspend_vote",
}
ADDS = {
    "competences.strike_fund": FUND,
    "standards.minutes": MINUTES,
    "acts.sale": {"name": "selling land", "under": "common_fund"},
}


def with_all() -> Charter:
    found = with_things(CITY, ADDS, [])
    assert isinstance(found, Charter)
    return found


def objections(charter: Charter) -> list[str]:
    return [one.id for one in check(charter, effects=EFFECTS, methods=METHODS)]


def test_what_comes_in_is_told_printed_and_reads_back():
    after = with_all()

    assert [said(one) for one in changes(CITY, after)] == [
        "New thing we decide together: “the strike fund”.",
        "New thing we ask of every body: “minutes are out in time”.",
        "New thing no body does before all agree: “selling land”.",
    ]
    printed = "\n".join(map(said, pact_clauses(after)))
    assert "minutes approved within 45 days of an assembly" in printed
    assert "its delegates speak and do not vote until it is" in printed
    assert "“selling land”. It is raised under “the fund that all of us" in printed
    assert parse(to_toml(after)) == after
    assert objections(after) == objections(CITY)


def test_what_goes_out_leaves_all_else_as_it_was():
    after = with_all()

    assert with_things(after, {}, list(ADDS)) == CITY
    assert set(removable(after)) == {*removable(CITY), *ADDS}


@pytest.mark.parametrize(
    ("adds", "removes", "why"),
    [
        ({"competences.campaigns": FUND}, [], "thing_is_there"),
        ({"offices.boss": {"name": "Boss"}}, [], "setting_unknown"),
        ({"standards.": MINUTES}, [], "setting_unknown"),
        ({"standards.One": MINUTES}, [], "charter_bad_name"),
        ({"standards.one": {**MINUTES, "extra": 1}}, [], "charter_unknown_key"),
        ({"standards.one": {"asked": "said"}}, [], "charter_missing"),
        ({"standards.one": "minutes"}, [], "charter_wrong_sort"),
        ({}, ["competences.nothing"], "setting_unknown"),
        ({}, ["offices.secretary"], "setting_unknown"),
    ],
)
def test_what_cannot_come_or_go_is_said(adds, removes, why):
    found = with_things(CITY, adds, removes)

    assert not isinstance(found, Charter)
    assert why in [one.id for one in found]
    assert all(map(said, found))


def test_what_contradicts_itself_is_objected_to():
    nothing_under_it = replace(with_all(), competences=CITY.competences[:1])
    no_number = with_things(CITY, {"standards.one": {**MINUTES, "limit": 0}}, [])
    without = replace(with_all(), pact=None, competences=())
    assert isinstance(no_number, Charter)

    assert "charter_act_under_nothing" in objections(nothing_under_it)
    assert "charter_standard_without_limit" in objections(no_number)
    assert "charter_standards_without_pact" in objections(without)


@given(st.text(max_size=200), st.sets(st.sampled_from(["one", "one_2", "fund"])))
def test_a_name_can_be_made_of_any_words(words, there):
    name = name_for(words, there)

    assert NAME.fullmatch(name)
    assert name not in there


def test_a_name_is_made_of_what_it_names():
    assert name_for("Vender tierras, ¡nunca!", ()) == "vender_tierras_nunca"
    assert name_for("2 años", {"anos"}) == "anos_2"
    assert name_for("基金", ()) == "one"
