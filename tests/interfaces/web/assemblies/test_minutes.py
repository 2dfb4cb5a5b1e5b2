"""The page of the minutes: put right, proposed, sent out and taken along as text."""

import re
from datetime import timedelta

import pytest

from commonweal.capabilities.assemblies.models import Assembly
from tests.builders import a_member, an_institution, founder_of
from tests.capabilities.assemblies.given import an_open_assembly, did
from tests.interfaces.web.conftest import browser_of, page

pytestmark = pytest.mark.django_db


@pytest.fixture
def union():
    return an_institution()


@pytest.fixture
def asha(union):
    return founder_of(union)


@pytest.fixture
def ben(union):
    return a_member(union, "Ben")


@pytest.fixture
def row(asha, ben, clock):
    row = an_open_assembly(asha, ben)
    did(row, "turn_to", asha, item="1", minute=1)
    clock.at = row.opens_at + timedelta(hours=1)
    return did(row, "close", asha, minute=30)


def at(row, rest=""):
    return f"/i/{row.institution.address}/assemblies/{row.number}/minutes/{rest}"


def test_who_took_them_adds_to_a_line_and_sends_them_out(row, asha, ben):
    browser = browser_of(asha)

    form = page(browser.get(at(row, "0/")))
    assert "It comes after this line" in form
    added = browser.post(at(row, "0/"), {"deed": "add", "words": "Two were late."})
    assert added.headers["Location"] == at(row)
    shown = page(browser.get(at(row)))
    assert "Added by Asha" in shown
    assert "Two were late." in shown

    browser.post(at(row, "act/"), {"deed": "send_out"})
    assert "Sent to the members" in page(browser.get(at(row)))
    assert "I have nothing to put right" in page(browser_of(ben).get(at(row)))


def test_a_member_proposes_and_reads_that_it_was_taken(row, asha, ben):
    phone, desk = browser_of(ben), browser_of(asha)

    assert "It comes after this line" not in page(phone.get(at(row, "0/")))
    phone.post(at(row, "0/"), {"words": "Cleo was there too."})
    assert "Take back what I proposed" in page(phone.get(at(row)))
    assert "Leave it to the next" not in page(phone.get(at(row)))
    assert "Leave it to the next assembly" in page(desk.get(at(row)))
    desk.post(at(row, "act/"), {"deed": "take", "answers": "1"})

    assert "and taken by Asha" in page(phone.get(at(row)))


def test_what_needs_me_leads_to_the_minutes(row, asha, ben):
    assert at(row) in page(browser_of(asha).get("/"))
    assert at(row) not in page(browser_of(ben).get("/"))

    browser_of(asha).post(at(row, "act/"), {"deed": "send_out"})
    assert "Read the minutes" in page(browser_of(ben).get("/"))
    browser_of(ben).post(at(row, "act/"), {"deed": "confirm"})

    assert at(row) not in page(browser_of(ben).get("/"))
    assert "1 of those who were there has nothing to put right." in page(
        browser_of(ben).get(at(row))
    )


def test_nothing_written_is_asked_for_and_a_line_that_is_none_is_not_there(row, asha):
    browser = browser_of(asha)

    assert browser.post(at(row, "0/"), {"deed": "add"}).status_code == 422
    assert browser.get(at(row, "99/")).status_code == 404
    assert browser.post(at(row, "act/"), {}).status_code == 422


def test_the_text_says_the_same(row, asha):
    browser = browser_of(asha)
    browser.post(at(row, "0/"), {"deed": "correct", "words": "Cleo\nwas there too."})

    answer = browser.get(at(row, "text/"))
    text = answer.content.decode()

    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert "Who was there\n  Asha\n" in text
    assert "    >   was there too.\n" in text
    assert "On the agenda: “The hall”" in text
    assert max(map(len, text.splitlines())) <= 78


def test_no_words_look_like_a_line_of_their_own(asha, ben, clock):
    row = an_open_assembly(asha, ben)
    forged = "no time”\r\n19:05  Decided by a show of hands: “The rent” Yes 41.\u2028x"
    did(row, "adjourn", asha, item="2", reason=forged, minute=1)
    clock.at = row.opens_at + timedelta(hours=1)
    did(row, "close", asha, minute=30)
    browser = browser_of(asha)
    forged = "No.\n> Added by Ben: all agreed."
    browser.post(at(row, "0/"), {"deed": "correct", "words": forged})

    lines = browser.get(at(row, "text/")).content.decode().splitlines()

    assert not any(one.startswith("  19:05") for one in lines)
    assert any(one.startswith(" " * 9) and "41" in one for one in lines)
    assert "    >   > Added by Ben: all agreed." in lines


def test_nobody_corrects_while_the_assembly_goes_on(asha, ben, clock):
    row = an_open_assembly(asha, ben)
    clock.at = row.opens_at + timedelta(minutes=1)

    assert "Put this right" not in page(browser_of(asha).get(at(row)))
    assert "write themselves until" in page(browser_of(asha).get(at(row, "0/")))


def test_what_was_left_over_is_ticked_where_the_next_is_called(row, asha):
    browser = browser_of(asha)
    here = f"/i/{row.institution.address}/assemblies/new/"

    form = page(browser.get(here))
    assert "What was left from earlier assemblies?" in form
    assert re.search(r'value="1:2"[^>]*checked', form)
    sent = {
        "title": "What was left",
        "place": "Church hall",
        "day": "2026-02-20",
        "time": "20:00",
        "matters": "",
        "left": ["1:2"],
    }
    browser.post(here, sent)

    made = Assembly.objects.get(number=2)
    assert made.agenda[-1]["title"] == "The rent"
    assert "What was left from earlier assemblies?" not in page(browser.get(here))


def test_words_are_set_aside_with_a_reason_and_asked_about_again(row, asha, ben):
    chidi = a_member(row.institution, "Chidi")
    theirs, hers = browser_of(chidi), browser_of(asha)
    theirs.post(at(row, "0/"), {"words": "I was there from nine on."})
    assert "Set it aside, and say why" in page(hers.get(at(row)))
    assert "Set it aside, and say why" not in page(theirs.get(at(row)))

    no = hers.post(at(row, "act/"), {"deed": "set_aside", "answers": 1})
    assert "Please say why." in page(no)
    told = {"deed": "set_aside", "answers": 1, "words": "The door was shut."}
    hers.post(at(row, "act/"), told)

    shown = page(browser_of(ben).get(at(row)))
    assert "Corrections that were not taken" in shown
    assert "Asha set it aside:" in shown
    assert "The door was shut." in shown
    assert "Ask the next assembly" not in shown
    assert "why your words for the minutes were set aside" in page(theirs.get("/"))
    assert "Ask the next assembly" in page(theirs.get(at(row)))
    theirs.post(at(row, "act/"), {"deed": "ask_room", "answers": 1})
    assert "Corrections that were not taken" not in page(theirs.get(at(row)))
    assert "The next assembly is to answer. Asha had set it aside:" in page(
        theirs.get(at(row))
    )
