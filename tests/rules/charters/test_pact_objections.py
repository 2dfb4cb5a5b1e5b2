"""What speaks against a pact, above all where few bodies could bind the others."""

from dataclasses import replace
from fractions import Fraction

import pytest
from tests.rules.charters.charters import EFFECTS, METHODS, SOUND, text
from tests.rules.charters.test_pact import ALL, CITY, FUND, objections, with_pact
from tests.rules.sayings import said

from commonweal.rules.charters.check import check
from commonweal.rules.charters.controls import adjusted
from commonweal.rules.confederation.majorities import HALF, Majority
from commonweal.rules.confederation.terms import (
    Belonging,
    Changing,
    Congress,
    Ratifying,
    Urgent,
)


@pytest.mark.parametrize(
    ("charter", "objection"),
    [
        (replace(CITY, competences=()), "charter_pact_without_competences"),
        (replace(SOUND, competences=(FUND,)), "charter_competences_without_pact"),
        (
            replace(
                CITY, joining=replace(CITY.joining, ways=frozenset({"invitation"}))
            ),
            "charter_delegates_by_invitation",
        ),
        (
            replace(CITY, effects={**CITY.effects, "admit_member": "ordinary"}),
            "charter_delegates_by_delegates",
        ),
        (
            with_pact(ratifying=Ratifying(answering=Fraction(0))),
            "charter_one_body_binds_all_apart",
        ),
        (
            with_pact(ratifying=Ratifying(answering=Fraction(0), silence="yes")),
            "charter_one_body_binds_all_yes",
        ),
        (
            with_pact(congress=Congress(most_share=Fraction(1, 10_001))),
            "charter_cap_out_of_reach",
        ),
        (with_pact(congress=Congress(majority=ALL)), "charter_majority_impossible"),
        (with_pact(ratifying=Ratifying(bodies=ALL)), "charter_majority_impossible"),
        (with_pact(ratifying=Ratifying(members=ALL)), "charter_majority_impossible"),
        (with_pact(changing=Changing(bodies=ALL)), "charter_majority_impossible"),
        (with_pact(changing=Changing(members=ALL)), "charter_majority_impossible"),
        (
            with_pact(changing=Changing(answering=Fraction(0))),
            "charter_one_body_changes_pact",
        ),
        (
            with_pact(changing=Changing(bodies=Majority(HALF, strict=False))),
            "charter_pact_changed_by_fewer",
        ),
        (
            with_pact(changing=Changing(members=Majority(HALF, strict=False))),
            "charter_pact_changed_by_fewer",
        ),
        (with_pact(urgent=Urgent(majority=ALL)), "charter_majority_impossible"),
        (with_pact(belonging=Belonging(admission=ALL)), "charter_majority_impossible"),
        (
            replace(CITY, competences=(replace(FUND, name=text("")),)),
            "charter_text_lacks_language",
        ),
    ],
)
def test_what_speaks_against_a_pact_is_said(charter, objection):
    found = check(charter, effects=EFFECTS, methods=METHODS)

    assert objection in [one.id for one in found]
    assert all(said(one) for one in found)


@pytest.mark.parametrize(
    "charter",
    [
        with_pact(),
        with_pact(
            ratifying=Ratifying(answering=Fraction(0), silence="no"),
            changing=Changing(answering=Fraction(0)),
        ),
        with_pact(ratifying=Ratifying(answering=Fraction(0), binding="ratifiers")),
        with_pact(ratifying=Ratifying(answering=Fraction(0), binding="opt_out")),
        with_pact(congress=Congress(most_share=Fraction(1, 10_000))),
        with_pact(congress=Congress(majority=Majority(Fraction(1), strict=False))),
    ],
)
def test_a_pact_that_can_be_kept_is_not_objected_to(charter):
    assert objections(charter) == []


def test_how_few_could_bind_all_is_said_in_numbers():
    wide = with_pact(congress=Congress(most_share=Fraction(1, 20_000)))
    found = check(wide, effects=EFFECTS, methods=METHODS)

    assert "That takes 20,000 bodies" in said(found[0])


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("pact.belonging.withdraw_days", 366),
        ("pact.urgent.lapse_days", 60),
        ("pact.belonging.hearing_days", 366),
        ("pact.raising.most_open", 100),
    ],
)
def test_no_majority_keeps_or_binds_others_for_years(path, most):
    assert not isinstance(adjusted(CITY, {path: most}), tuple)
    assert isinstance(adjusted(CITY, {path: most + 1}), tuple)
