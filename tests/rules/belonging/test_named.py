"""Whom terms name, whatever was sent as terms."""

import pytest

from commonweal.rules.belonging.named import listed, people_in, with_people

ASHA = {"name": "Asha", "member_class": "tenant"}


@pytest.mark.parametrize("found", [None, "Asha", 7, {"name": "Asha"}])
def test_what_is_no_list_names_nobody(found):
    assert listed({"people": found}) is None
    assert people_in({"people": found}) == []


def test_terms_without_a_list_name_nobody():
    assert listed({}) is None
    assert people_in({}) == []


def test_what_is_nobody_is_left_out_of_the_people_and_not_of_the_list():
    terms = {"people": [ASHA, "Ben", None], "why": "They live here."}

    assert listed(terms) == [ASHA, "Ben", None]
    assert people_in(terms) == [ASHA]
    assert with_people(terms, (ASHA,)) == {"people": [ASHA], "why": "They live here."}
