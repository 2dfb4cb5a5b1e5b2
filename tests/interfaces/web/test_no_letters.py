"""Where a node has no mail server, no page says that a letter comes."""

import pytest
from django.urls import reverse

from commonweal.foundation.people.access import NOWHERE
from commonweal.foundation.people.models import OutgoingMail
from tests.builders import a_member, an_institution, confirmed
from tests.interfaces.web.conftest import browser_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

SAID = "This server sends no letters"


@pytest.fixture
def _no_mail_server(settings):
    settings.MAILERS = {"default": {"BACKEND": NOWHERE}}


@pytest.fixture
def ben():
    return confirmed(a_member(an_institution(), "Ben"))


def text_of(answer):
    return answer.content.decode()


@pytest.mark.usefixtures("_no_mail_server")
@pytest.mark.parametrize("page", ["people:sign_in", "people:sent", "node:operator"])
def test_a_stranger_reads_that_no_letter_comes(page):
    here = text_of(browser_of(None).get(reverse(page)))

    assert SAID in here
    assert "letter with a link" not in here
    assert "Send me the letter" not in here


@pytest.mark.usefixtures("_no_mail_server")
def test_my_page_offers_codes_and_asks_for_no_address(ben):
    mine = text_of(browser_of(ben).get(reverse("people:me")))

    assert SAID in mine
    assert "so none can sign you in" in mine
    assert "Send a letter there" not in mine
    assert "A letter to your mail address signs you in" not in mine
    assert f"kept all the same: <strong><bdi>{ben.person.email}" in mine


@pytest.mark.usefixtures("_no_mail_server")
def test_an_address_is_no_way_back_in(ben):
    browser = browser_of(ben)

    face = text_of(browser.get(f"/i/{ben.institution.address}/"))
    out = text_of(browser.post(reverse("people:sign_out")))

    assert "Keep a way back in" in face
    assert f"{SAID}, so you are signed in on this device alone" in face
    assert f"{SAID}, and you have no passkey" in out
    assert "count on the letter" not in out


@pytest.mark.usefixtures("_no_mail_server")
def test_codes_on_paper_are_a_way_back_in(ben):
    browser = browser_of(ben)

    browser.post(reverse("people:paper_codes"))

    face = text_of(browser.get(f"/i/{ben.institution.address}/"))
    assert "Keep a way back in" not in face
    assert browser.post(reverse("people:sign_out")).status_code == 302


@pytest.mark.usefixtures("_no_mail_server")
def test_a_letter_asked_for_all_the_same_is_refused_with_the_reason(ben):
    asked = {"email": "new@example.org"}

    answer = browser_of(ben).post(reverse("people:ask_for_address"), asked)

    assert f"{SAID}. Get codes for paper" in text_of(answer)
    assert not OutgoingMail.objects.exists()


@pytest.mark.usefixtures("_no_mail_server")
def test_an_address_that_brings_nobody_back_can_be_forgotten(ben):
    browser_of(ben).post(reverse("people:forget_address"))

    ben.person.refresh_from_db()
    assert ben.person.email == ""


@pytest.mark.usefixtures("_no_mail_server")
def test_who_founds_is_asked_for_no_address():
    here = text_of(browser_of(None).get("/found/tenants_union/"))

    assert "Your mail address" not in here
    assert f"{SAID}: to come back you need codes" in here


@pytest.mark.usefixtures("_no_mail_server", "demo")
def test_a_demo_shows_its_letters_so_there_they_come():
    here = text_of(browser_of(None).get(reverse("people:sign_in")))

    assert "Send me the letter" in here
    assert SAID not in here


def test_with_a_mail_server_nobody_reads_that_there_is_none(ben):
    browser = browser_of(ben)

    read = [
        text_of(browser.get(reverse(one))) for one in ("people:me", "node:operator")
    ]

    assert not any(SAID in page for page in read)


def test_a_first_address_is_not_called_another(ben):
    browser = browser_of(ben)

    with_one = text_of(browser.get(reverse("people:me")))
    browser.post(reverse("people:paper_codes"))
    browser.post(reverse("people:forget_address"))
    without = text_of(browser.get(reverse("people:me")))

    assert "Another mail address" in with_one
    assert "Another mail address" not in without
    assert ">Your mail address" in without


@pytest.mark.usefixtures("_no_mail_server")
def test_what_is_known_of_me_says_that_nobody_writes_there(ben):
    known = text_of(browser_of(ben).get(reverse("people:known")))

    assert "To write to you, should this server come to send letters" in known
    assert "links to sign in" not in known
    assert "last letter" not in known
    assert "this server sends no letters: none comes" in known
    mine = text_of(browser_of(ben).get(reverse("people:leave")))
    assert "last letter" not in mine


@pytest.mark.usefixtures("_no_mail_server")
def test_an_address_that_goes_leaves_no_letter_that_nobody_sends(
    ben, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        browser_of(ben).post(reverse("people:forget_address"))

    known = text_of(browser_of(ben).get(reverse("people:known")))
    assert not OutgoingMail.objects.exists()
    assert "No mail address of yours is kept." in known
    assert "Forget my mail address" not in known
