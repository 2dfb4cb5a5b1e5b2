"""The page on which words are found, over all institutions or in one."""

import pytest

from tests.builders import a_member, day, founder_of
from tests.capabilities.decisions.given import a_proposal
from tests.capabilities.reaching.given import a_union, same_person
from tests.interfaces.web.conftest import browser_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def asha(clock):
    """Give somebody in two institutions, each with a proposal about a boiler."""
    river, hill = a_union(bare=False), a_union(bare=False, founder="Chidi")
    asha = founder_of(river)
    same_person(asha, hill, day(0))
    a_proposal(river, [asha], "A new boiler", at=day(1))
    a_proposal(hill, [founder_of(hill)], "Mend the boiler", at=day(1))
    clock.at = day(2)
    return asha


def found(member, **asked):
    answer = browser_of(member).get("/search/", asked)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_words_are_found_over_all_institutions(asha):
    shown = found(asha, q="BOILER")

    assert "2 places found." in shown
    assert "A new boiler" in shown
    assert "Mend the boiler" in shown


def test_words_are_found_in_one_institution_alone(asha):
    shown = found(asha, q="boiler", **{"in": asha.institution.address})

    assert "Mend the boiler" not in shown
    assert f"/i/{asha.institution.address}/decisions/1/" in shown


def test_what_is_not_there_is_said(asha):
    assert "stand nowhere that you may read" in found(asha, q="dragon")
    assert "places found" not in found(asha)


def test_whoever_does_not_belong_finds_nothing_there(asha):
    ben = a_member(a_union(bare=False, founder="Emre"), "Ben")

    shown = found(ben, q="boiler", **{"in": asha.institution.address})

    assert "A new boiler" not in shown
    assert "stand nowhere that you may read" in shown


def test_what_was_typed_is_shown_as_it_was_typed_and_does_nothing(asha):
    shown = found(asha, q='"><script>alert(1)</script>')

    assert "<script>alert" not in shown


def test_home_and_decisions_lead_there(asha):
    browser = browser_of(asha)

    for where in ("/", f"/i/{asha.institution.address}/decisions/"):
        assert 'action="/search/"' in browser.get(where).content.decode()
