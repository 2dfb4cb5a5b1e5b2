"""What an invited person reads before they join, and what stands on a slip."""

import re

import pytest
from django.test import Client

from commonweal.foundation.institutions import queries
from commonweal.foundation.institutions.actions import inviting
from tests.builders import day
from tests.interfaces.web.institutions.conftest import at, text_of
from tests.interfaces.web.visitors import browser_of

pytestmark = pytest.mark.django_db


def test_whoever_holds_a_code_reads_the_charter_before_joining(union):
    institution, asha, _ = union
    made = inviting.invite_by_link(institution, by=asha, at=day(1))
    stranger = Client()

    shown = text_of(stranger.get(f"/join/{made.code}/"))
    charter = stranger.get(f"/join/{made.code}/charter/")
    inviting.revoke(made.invitation, by=asha, at=day(1))

    assert f"/join/{made.code}/charter/" in shown
    assert "The charter that you would join under" in text_of(charter)
    assert "no-store" in charter["Cache-Control"]
    assert stranger.get(f"/join/{made.code}/charter/").status_code == 403


def test_guessing_a_code_for_the_charter_soon_gets_no_answer(union):
    guesses = [Client().get(f"/join/{n:012d}/charter/") for n in range(20)]

    assert {one.status_code for one in guesses} == {403}
    assert "many times" in guesses[-1].context["reason"]


def test_a_code_for_one_says_who_invited_and_a_link_for_many_does_not(union):
    institution, asha, _ = union
    link = inviting.invite_by_link(institution, by=asha, at=day(1))
    code = inviting.invite_by_codes(institution, by=asha, count=1, at=day(1)).codes[0]

    assert "Asha invited you." in text_of(Client().get(f"/join/{code}/"))
    assert "Asha" not in text_of(Client().get(f"/join/{link.code}/"))


def test_a_reload_makes_no_second_sheet_and_a_slip_says_its_last_day(union):
    institution, asha, _ = union
    browser = browser_of(asha)
    mark = re.search(
        r'name="once" value="(\w+)"', text_of(browser.get(at(institution, "invite/")))
    )[1]
    sent = {"count": "3", "once": mark}

    sheet = text_of(browser.post(at(institution, "invite/codes/"), sent))
    again = browser.post(at(institution, "invite/codes/"), sent, follow=True)

    assert "It lets somebody in until:" in sheet
    assert "This sheet was made on" in sheet
    assert "Codes are shown once." in text_of(again)
    assert len(queries.invitations_of(institution, at=day(1))) == 3


def test_a_shared_phone_without_an_address_is_led_to_codes_for_paper(union):
    institution, asha, _ = union
    made = inviting.invite_by_link(institution, by=asha, at=day(1))
    sent = {"my_name": "Chidi", "email": "", "is_shared": "on"}

    answer = Client().post(f"/join/{made.code}/", sent, follow=True)

    assert answer.redirect_chain[-1][0] == "/me/#paper"
    assert "Get codes for paper now, before you go on." in text_of(answer)
    assert "Give me codes to keep" in text_of(answer)
