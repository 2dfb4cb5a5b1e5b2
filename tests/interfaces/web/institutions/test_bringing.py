"""The pages on which a group that exists brings its members and past decisions."""

import pytest
from django.test import Client

from commonweal.foundation.institutions import queries
from commonweal.foundation.institutions.actions.bringing import Row, bring_members
from commonweal.foundation.institutions.models import Member
from commonweal.interfaces import limits
from tests.builders import (
    FROM_A_SHEET,
    an_institution,
    confirmed,
    day,
    founder_of,
    written_to,
)
from tests.clock import stopped
from tests.interfaces.web.visitors import browser_of

pytestmark = pytest.mark.django_db

SAID_OF_SHEET = {
    "origin": "the sheet at our assembly",
    "ground": "consent",
    "gathered_on": "2026-01-04",
}


@pytest.fixture(autouse=True)
def _nobody_has_tried():
    limits.forget()


def at(institution, page=""):
    return f"/i/{institution.address}/{page}"


def text_of(answer):
    return answer.content.decode()


def test_members_are_brought_by_list_after_a_look(monkeypatch):
    institution = an_institution()
    browser = browser_of(confirmed(founder_of(institution)))
    stopped(monkeypatch, day(1))
    text = "Name,Email\nBen,\nChidi,chidi@example.org\n"

    looked = browser.post(
        at(institution, "bring/members/"), {"pasted": text} | SAID_OF_SHEET
    )
    before = queries.members(institution, at=day(1)).count()
    taken = browser.post(
        at(institution, "bring/members/"),
        {"pasted": text, "take_in": "yes"} | SAID_OF_SHEET,
    )

    assert "Nothing is kept yet." in text_of(looked)
    assert before == 1
    assert [slip["name"] for slip in taken.context["slips"]] == ["Ben"]
    assert queries.members(institution, at=day(1)).count() == 3
    assert written_to("chidi@example.org").exists()


def test_whoever_founds_finds_the_way_to_bring_a_group_along(monkeypatch):
    institution = an_institution()
    stopped(monkeypatch, day(1))

    page = text_of(browser_of(founder_of(institution)).get(at(institution, "invite/")))

    assert f'href="{at(institution, "bring/")}"' in page


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Chidi,chidi@example.org", "once you have confirmed a mail address"),
        ("Asha,", "Somebody here is already called “Asha”"),
    ],
)
def test_what_would_refuse_a_list_is_said_before_it_is_taken_in(monkeypatch, row, said):
    institution = an_institution()
    browser = browser_of(founder_of(institution))
    stopped(monkeypatch, day(1))

    looked = browser.post(
        at(institution, "bring/members/"),
        {"pasted": f"Name,Email\n{row}\n"} | SAID_OF_SHEET,
    )

    assert said in text_of(looked)
    assert 'name="take_in"' not in text_of(looked)


def test_a_list_that_does_not_say_where_it_comes_from_is_not_taken_in(monkeypatch):
    institution = an_institution()
    browser = browser_of(founder_of(institution))
    stopped(monkeypatch, day(1))

    answer = browser.post(
        at(institution, "bring/members/"), {"pasted": "name\nBen\n", "take_in": "yes"}
    )

    assert answer.status_code == 422
    assert "Say where these names come from." in text_of(answer)
    assert "Ben" in text_of(answer)
    assert queries.members(institution, at=day(1)).count() == 1


def test_whoever_is_on_a_list_reads_why_and_takes_their_name_off(monkeypatch):
    institution = an_institution()
    stopped(monkeypatch, day(1))
    sheet = bring_members(
        institution,
        [Row("Ben")],
        origin=FROM_A_SHEET,
        by=founder_of(institution),
        at=day(1),
    )
    page = f"/join/{sheet.codes[0]}/"

    read = text_of(Client().get(page))
    off = Client().post(page + "decline/", follow=True)

    assert "Asha put you on the list and says that you agreed." in read
    assert "the sheet at our assembly (Sunday 4 January 2026)" in read
    assert "Your name is off the list, and erased." in text_of(off)
    assert not Member.objects.filter(name="Ben").exists()
    assert Client().post(page + "decline/").status_code == 409


def test_a_list_with_a_mistake_names_its_line_and_keeps_the_words(monkeypatch):
    institution = an_institution()
    browser = browser_of(founder_of(institution))
    stopped(monkeypatch, day(1))
    text = "Name,Email\n=cmd(),\n"

    answer = browser.post(
        at(institution, "bring/members/"),
        {"pasted": text, "take_in": "yes"} | SAID_OF_SHEET,
    )

    assert answer.status_code == 422
    assert "=cmd()" in text_of(answer)
    assert queries.members(institution, at=day(1)).count() == 1


def test_a_past_decision_is_brought_and_shown(monkeypatch):
    institution = an_institution()
    browser = browser_of(founder_of(institution))
    stopped(monkeypatch, day(1))

    browser.post(
        at(institution, "bring/statement/"),
        {"title": "No evictions", "decided_on": "2025-03-01", "text": "Not *one*."},
    )

    page = browser.get(at(institution))
    assert "No evictions" in text_of(page)
    assert "<em>one</em>" in text_of(page)
