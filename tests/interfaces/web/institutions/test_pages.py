"""The pages of an institution as strangers, members and other members see them."""

import json
import re

import pytest
from django.test import Client

from commonweal.foundation.institutions import queries
from commonweal.interfaces import limits
from commonweal.interfaces.web.institutions.forms.controls import ControlsForm
from commonweal.rules.charters.controls import adjustable
from tests.builders import (
    an_institution,
    day,
    founder_of,
)
from tests.clock import stopped
from tests.interfaces.web.institutions.conftest import at, text_of
from tests.interfaces.web.visitors import browser_of, members
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db

FOR_MEMBERS = (
    *("people/", "journal/", "journal.json", "invite/", "bring/"),
    "decisions/new/",
)


@pytest.fixture
def union(monkeypatch):
    """Give a union, its founder, another member, and the clock of its pages."""
    limits.forget()
    institution = an_institution()
    (ben,) = members(institution, "Ben", at=day(0))
    clock = stopped(monkeypatch, day(1))
    return institution, founder_of(institution), ben, clock


def test_a_stranger_sees_who_they_are_and_no_names(union):
    institution, *_ = union

    page = Client().get(at(institution))

    assert "We stand together" in text_of(page)
    assert "2 members" in text_of(page)
    assert "Asha" not in text_of(page)
    assert "I have a code" in text_of(page)


def test_a_member_sees_more_in_the_same_places(union):
    institution, _, ben, _ = union

    page = browser_of(ben).get(at(institution))

    assert "Invite others" in text_of(page)
    assert "What we are deciding" in text_of(page)


@pytest.mark.parametrize("page", FOR_MEMBERS)
def test_what_is_for_members_is_closed_to_strangers(union, page):
    institution, *_ = union
    elsewhere = founder_of(an_institution(founder="Dolores"))

    stranger = Client().get(at(institution, page))
    other = browser_of(elsewhere).get(at(institution, page))

    assert stranger.status_code in {302, 403}
    assert other.status_code == 403
    assert "Ben" not in text_of(stranger) + text_of(other)


@pytest.mark.parametrize("page", FOR_MEMBERS)
def test_what_is_for_members_is_open_to_members(union, page):
    institution, _, ben, _ = union

    assert browser_of(ben).get(at(institution, page)).status_code == 200


def test_there_is_no_institution_at_an_address_nobody_took(client):
    assert client.get("/i/nowhere/").status_code == 404


def test_a_name_of_html_is_shown_as_typed(union):
    institution, _, ben, _ = union
    browser = browser_of(ben)

    page = browser.post(
        at(institution, "people/rename/"), {"name": "<b>Ben</b>\u202e"}, follow=True
    )

    assert "&lt;b&gt;Ben&lt;/b&gt;" in text_of(page)
    assert "<b>Ben" not in text_of(page)


def test_nobody_leaves_without_ticking_the_box(union):
    institution, _, ben, _ = union

    asked = browser_of(ben).post(at(institution, "people/leave/"))

    assert asked.status_code == 422
    assert "<details open>" in text_of(asked)
    assert queries.members(institution, at=day(1)).count() == 2


def test_leaving_takes_the_name_along(union):
    institution, asha, ben, _ = union

    there, sure = at(institution, "people/leave/"), {"sure": "on"}
    left = browser_of(ben).post(there, sure, follow=True)
    page = browser_of(asha).get(at(institution, "journal/"))

    assert left.status_code == 200
    assert "You have left." in text_of(left)
    assert "Ben" not in text_of(page)
    assert "is whole" in text_of(page)


def test_the_charter_is_public_as_prose_and_has_its_versions(union):
    institution, *_ = union

    page = Client().get(at(institution, "charter/"))
    first = Client().get(at(institution, "charter/1/"))

    assert "For everybody who rents a home here." in text_of(page)
    assert "The charter as it was founded." in text_of(first)
    assert Client().get(at(institution, "charter/2/")).status_code == 404


def test_a_change_of_the_charter_is_proposed_in_words(union):
    institution, asha, _, _ = union
    browser = browser_of(asha)
    path = at(institution, "charter/change/")
    offered = browser.get(path).context["forms"].controls
    typed = {field.html_name: field.value() for field in offered}
    typed |= {"title": "", "text": "So that nobody is rushed.", "bylaws": ""}

    nothing = browser.post(path, typed)
    typed["set-rules.ordinary.voting_days"] = "9"
    draft = browser.post(path, typed, follow=True)

    assert nothing.status_code == 422
    assert "Shall we change our charter?" in text_of(draft)
    assert "So that nobody is rushed." in text_of(draft)
    assert draft.context["view"].effect == "amend_charter"
    assert draft.context["view"].proposal.terms == {
        "changes": {"rules.ordinary.voting_days": "9"}
    }


def test_the_journal_tells_what_happened_and_can_be_taken_along(union):
    institution, asha, _, _ = union
    browser = browser_of(asha)

    page = browser.get(at(institution, "journal/"))
    taken = json.loads(browser.get(at(institution, "journal.json")).content)

    assert "Ben" in text_of(page)
    assert "is whole" in text_of(page)
    assert taken["format"] == "commonweal-journal-1"
    assert page.context["seal"] == taken["lines"][-1]["hash"]


def test_a_form_from_another_site_does_nothing(union):
    institution, _, ben, _ = union
    browser = Client(enforce_csrf_checks=True)
    sign_in(browser, ben.person)

    answer = browser.post(
        at(institution, "people/leave/"),
        {"csrfmiddlewaretoken": "guessed"},
        headers={"origin": "https://landlord.example"},
    )

    assert answer.status_code == 403
    assert queries.members(institution, at=day(1)).count() == 2


def test_a_session_that_ran_out_keeps_the_words(union):
    institution, *_ = union

    answer = Client().post(
        at(institution, "decisions/new/by-ordinary/"),
        {"title": "Shall we paint the stairs?", "text": "In green."},
    )

    assert answer.status_code == 403
    assert "Shall we paint the stairs?" in text_of(answer)
    assert "In green." in text_of(answer)


def charter_change(union, **changed):
    institution, founder, *_ = union
    controls = adjustable(queries.charter_in_force(institution, at=day(1)))
    form = ControlsForm(controls=controls)
    sent = {one.html_name: one.initial for one in form} | changed
    return browser_of(founder).post(at(institution, "charter/change/"), sent)


def test_a_share_may_be_written_in_percent(union):
    name = "set-rules.ordinary.quorum.share"

    answer = charter_change(union, **{name: "37,5 %"})
    page = browser_of(union[1]).get(answer["Location"])

    assert answer.status_code == 302
    assert "3 in every 8" in text_of(page)


@pytest.mark.parametrize("wrong", ["half", "3/2", "1/0", "150%", ""])
def test_a_wrong_share_is_named_by_its_label_and_found_by_a_link(union, wrong):
    name = "set-rules.ordinary.quorum.share"

    page = text_of(charter_change(union, **{name: wrong}))

    assert f'<a href="#id_{name}">' in page
    assert "Something is wrong or missing" in page
    assert "rules.ordinary.quorum.share is" not in page


@pytest.mark.parametrize("typed", ["Mars/Crater", ""])
def test_what_the_charter_objects_to_stands_beside_its_setting(union, typed):
    name = "set-time_zone"

    page = text_of(charter_change(union, **{name: typed}))

    assert f'<a href="#id_{name}">' in page
    assert "time_zone:" not in page


def test_the_codes_of_a_sheet_stand_in_one_line_and_go_together(union):
    institution, founder, *_ = union
    browser = browser_of(founder)
    browser.post(at(institution, "invite/codes/"), {"count": 12})

    page = text_of(browser.get(at(institution, "invite/")))
    form = re.search(r'action="([^"]+/take-back/)"', page)[1]
    after = text_of(browser.post(form, follow=True))

    assert "12 codes are left of the sheet of" in page
    assert page.count("/take-back/") == 1
    assert "codes are left" not in after


def test_an_old_link_tells_its_day_by_the_clock_of_the_place(union):
    institution, founder, _, clock = union
    browser = browser_of(founder)
    shown = browser.post(at(institution, "invite/link/"))["Location"]
    code = shown.rstrip("/").rsplit("/", 1)[-1]
    clock.at = day(200)

    page = text_of(Client().get(f"/join/{code}/"))

    assert "Madrid time" in page


def test_the_charter_sent_as_it_was_says_that_nothing_would_change(union):
    answer = charter_change(union, title="", text="", bylaws="")

    page = text_of(answer)
    assert answer.status_code == 422
    assert "This would leave the charter as it is." in page
    assert "contradict itself" not in page


def test_the_changes_of_a_draft_are_set_anew_where_they_were_set(union):
    days = {"set-rules.ordinary.voting_days": "9"}
    draft = charter_change(union, **days, text="So that nobody is rushed.")
    browser = browser_of(union[1])
    page = text_of(browser.get(draft["Location"]))
    link = at(union[0], "charter/change/") + "?draft=1"

    anew = browser.get(link).context["forms"]

    assert f'href="{link}"' in page
    assert "Change the words" not in page
    assert anew.controls["set-rules.ordinary.voting_days"].value() == "9"
    assert anew.why["text"].value() == "So that nobody is rushed."
    others = browser_of(union[2]).get(link).context["forms"]
    assert others.controls["set-rules.ordinary.voting_days"].value() != "9"


def test_from_inside_an_institution_a_way_leads_to_oneself_and_out(union):
    inside = text_of(browser_of(union[1]).get(at(union[0])))

    assert 'href="/me/"' in inside
    assert 'href="/me/"' not in text_of(Client().get(at(union[0])))
