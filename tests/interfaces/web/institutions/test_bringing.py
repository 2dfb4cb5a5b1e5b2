"""The pages on which a group that exists brings its members and past decisions."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from commonweal.foundation.institutions import queries
from commonweal.foundation.institutions.actions.bringing import Row, bring_members
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.people.access import NOWHERE
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


def test_a_code_for_somebody_says_that_it_takes_their_place(monkeypatch):
    institution = an_institution()
    browser = browser_of(confirmed(founder_of(institution)))
    stopped(monkeypatch, day(1))
    sent = {"pasted": "Name,Email\nBen,\n", "take_in": "yes"} | SAID_OF_SHEET
    browser.post(at(institution, "bring/members/"), sent)
    ben = Member.objects.get(name="Ben")

    listed = text_of(browser.get(at(institution, "people/")))
    sheet = text_of(browser.post(at(institution, f"invite/for/{ben.pk}/")))
    told = text_of(browser.get(at(institution, "journal/")))

    assert "Print a code for Ben" in listed
    assert "Whoever holds this code takes the place of Ben and acts as them." in sheet
    assert "The journal says who made it." in sheet
    assert "Ben" in told


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
    assert 'name="take_in" value="yes"' not in text_of(looked)


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


def test_that_letters_wait_for_an_address_is_said_first_and_leads_to_it(monkeypatch):
    institution = an_institution()
    stopped(monkeypatch, day(1))

    page = text_of(browser_of(founder_of(institution)).get(at(institution, "bring/")))

    said = page.index("once you have confirmed a mail address")
    assert said < page.index('name="pasted"')
    assert 'href="/me/#address"' in page


def test_a_list_with_addresses_is_taken_in_without_letters(monkeypatch):
    institution = an_institution()
    browser = browser_of(founder_of(institution))
    stopped(monkeypatch, day(1))
    text = {"pasted": "Name,Email\nChidi,chidi@example.org\n"} | SAID_OF_SHEET

    looked = text_of(browser.post(at(institution, "bring/members/"), text))
    taken = browser.post(
        at(institution, "bring/members/"), text | {"take_in": "printed"}
    )

    said = looked.index("once you have confirmed a mail address")
    assert said < looked.index("chidi@example.org")
    assert "Take them in without letters" in looked
    assert [slip["name"] for slip in taken.context["slips"]] == ["Chidi"]
    assert not written_to("chidi@example.org").exists()


def test_where_no_letters_go_the_list_says_so_and_is_taken_in(monkeypatch, settings):
    settings.MAILERS = {"default": {"BACKEND": NOWHERE}}
    institution = an_institution()
    browser = browser_of(confirmed(founder_of(institution)))
    stopped(monkeypatch, day(1))
    text = {"pasted": "Name,Email\nChidi,chidi@example.org\n"} | SAID_OF_SHEET

    first = text_of(browser.get(at(institution, "bring/")))
    looked = text_of(browser.post(at(institution, "bring/members/"), text))

    assert "This server sends no letters. Without addresses" in first
    assert "This server sends no letters. Without addresses" in looked
    assert "Take them in without letters" in looked
    assert 'href="/me/#address"' not in first + looked


@pytest.mark.parametrize("page", ["invite/", "bring/"])
def test_until_when_a_group_can_be_brought_is_said_before(monkeypatch, page):
    institution = an_institution()
    stopped(monkeypatch, day(1))

    here = text_of(browser_of(founder_of(institution)).get(at(institution, page)))

    assert "the first of the others joins" in here


def test_a_chosen_file_is_not_lost_where_something_else_is_wrong(monkeypatch):
    institution = an_institution()
    browser = browser_of(founder_of(institution))
    stopped(monkeypatch, day(1))
    file = SimpleUploadedFile("members.csv", b"name\nBen of the file\n")

    answer = browser.post(at(institution, "bring/members/"), {"file": file})

    assert "Nothing you wrote is lost" in text_of(answer)
    assert "Ben of the file" in text_of(answer)


def test_a_day_to_come_is_said_at_its_field_with_what_was_typed(monkeypatch):
    institution = an_institution()
    browser = browser_of(founder_of(institution))
    stopped(monkeypatch, day(1))
    typed = {"title": "We strike", "text": "On Monday.", "decided_on": "2099-01-01"}

    answer = browser.post(at(institution, "bring/statement/"), typed)

    assert answer.status_code == 422
    assert "decided_on" in answer.context["statement"].errors
    for one in typed.values():
        assert one in text_of(answer)
    assert not queries.statements(institution, at=day(1))


def test_invitations_say_by_whose_clock_they_end(monkeypatch):
    institution = an_institution()
    browser = browser_of(founder_of(institution))
    stopped(monkeypatch, day(1))

    link = browser.post(at(institution, "invite/link/"), {"most": 3}, follow=True)
    sheet = browser.post(at(institution, "invite/codes/"), {"count": 2})
    invite = browser.get(at(institution, "invite/"))
    codes = browser.post("/me/codes/")

    for page in (link, sheet, invite, codes):
        assert " time)" in text_of(page)
