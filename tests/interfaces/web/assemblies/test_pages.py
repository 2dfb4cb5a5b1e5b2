"""The pages of an assembly: called, held and read without a single script."""

import re
from datetime import timedelta

import pytest

from commonweal.capabilities.assemblies.models import Assembly
from commonweal.interfaces import limits
from tests.builders import a_member, an_institution, day, founder_of
from tests.capabilities.assemblies.given import an_assembly, an_open_assembly, did
from tests.capabilities.decisions.given import a_proposal
from tests.interfaces.api.conftest import program_of
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


def at(union, rest=""):
    return f"/i/{union.address}/assemblies/{rest}"


CALLED = {
    "title": "The rent",
    "place": "Church hall",
    "day": "2026-01-20",
    "time": "20:00",
    "matters": "20 The key of the hall\n\nCake",
}


def test_it_is_called_with_proposals_and_with_whatever_else(union, asha, ben, clock):
    proposal = a_proposal(union, [asha, ben], "Shall we strike?", at=day(1))

    answer = browser_of(asha).post(
        at(union, "new/"), {**CALLED, "proposals": [str(proposal.number)]}
    )

    row = Assembly.objects.get()
    assert answer.headers["Location"] == at(union, "1/")
    assert [(one["title"], one["minutes"]) for one in row.agenda] == [
        ("Shall we strike?", 15),
        ("The key of the hall", 20),
        ("Cake", 15),
    ]
    shown = page(browser_of(ben).get(at(union, "1/")))
    assert f"/decisions/{proposal.number}/" in shown
    assert "Called; not opened yet." in shown


def test_the_file_for_calendars_says_when_and_where(union, asha, clock):
    row = an_assembly(asha)

    answer = browser_of(asha).get(at(union, f"{row.number}/calendar.ics"))

    lines = answer.content.decode().split("\r\n")
    assert "DTSTART:20260113T190000Z" in lines
    assert "DTEND:20260113T195000Z" in lines
    assert "LOCATION:Church hall" in lines
    assert "STATUS:CONFIRMED" in lines


def test_a_member_comes_in_by_the_code_and_asks_to_speak(union, asha, ben, clock):
    row = an_open_assembly(asha)
    clock.at = row.opens_at + timedelta(minutes=5)
    here = at(union, f"{row.number}/")
    phone = browser_of(ben)

    refused = phone.post(here + "act/", {"deed": "come_in", "code": "XXXXXX"})
    assert "not the code that is shown in the room" in page(refused)
    assert row.code not in page(phone.get(here))

    phone.post(here + "act/", {"deed": "come_in", "code": row.code})
    phone.post(here + "act/", {"deed": "ask", "what": "turn"})
    shown = page(phone.get(here))
    assert "Asked before all who come after." in shown
    assert "I do not want to speak any more" in shown
    assert "A point of process" in shown


def test_a_page_that_has_seen_everything_is_sent_nothing(union, asha, ben, clock):
    row = an_open_assembly(asha)
    clock.at = row.opens_at + timedelta(minutes=5)
    here = at(union, f"{row.number}/")
    phone = browser_of(ben)
    [seen] = re.findall(r"live/(\?seen=[^\"]+)", page(phone.get(here)))

    assert phone.get(here + "live/" + seen).status_code == 204
    phone.post(here + "act/", {"deed": "come_in", "code": row.code})
    changed = phone.get(here + "live/" + seen)
    assert changed.status_code == 200
    assert page(changed).startswith('<div id="live"')
    assert "<h1>" not in page(changed)
    [seen] = re.findall(r"live/(\?seen=[^\"]+)", page(changed))
    assert phone.get(here + "live/" + seen).status_code == 204
    # The minutes that a matter has left go on without anybody doing anything.
    clock.at = row.opens_at + timedelta(minutes=6)
    assert phone.get(here + "live/" + seen).status_code == 200


def test_a_page_that_asks_again_asks_little_of_the_tables(
    union, asha, ben, clock, django_assert_max_num_queries
):
    row = an_open_assembly(asha)
    clock.at = row.opens_at + timedelta(minutes=5)
    here = at(union, f"{row.number}/")
    phone = browser_of(ben)
    [seen] = re.findall(r"live/(\?seen=[^\"]+)", page(phone.get(here)))
    phone.get(here + "live/" + seen)

    with django_assert_max_num_queries(5):
        phone.get(here + "live/" + seen)


def test_nobody_tries_out_the_code_of_the_room(union, asha, ben, clock):
    row = an_open_assembly(asha)
    clock.at = row.opens_at + timedelta(minutes=5)
    act, phone = at(union, f"{row.number}/act/"), browser_of(ben)
    program = program_of(ben)
    told = f"/institutions/{union.address}/assemblies/{row.number}"

    for _ in range(limits.ROOM.tries):
        phone.post(act, {"deed": "come_in", "code": "XXXXXX"})
    sent = {"deed": "come_in", "code": row.code}
    answers = [phone.post(act, sent), program.post(told + "/deeds", sent)]

    assert [one.status_code for one in answers] == [409, 429]
    assert answers[1].json()["id"] == "too_many_tries"
    assert "Ben" not in program.get(told).json()["present"]


def test_one_who_types_wrong_codes_closes_the_door_for_nobody_else(
    union, asha, ben, clock
):
    row = an_open_assembly(asha)
    samir = a_member(union, "Samir")
    clock.at = row.opens_at + timedelta(minutes=5)
    act, spoiler = at(union, f"{row.number}/act/"), browser_of(ben)

    for _ in range(limits.ROOM.tries + 2):
        spoiler.post(act, {"deed": "come_in", "code": "XXXXXX"})
    came = browser_of(samir).post(act, {"deed": "come_in", "code": row.code})
    joining = browser_of(None).post("/join/", {"code": "ABCD-EFGH"})

    assert came.status_code == 302
    assert "tried many times" not in joining.content.decode()


def test_closing_stands_apart_and_says_what_cannot_be_undone(union, asha, clock):
    row = an_open_assembly(asha)
    clock.at = row.opens_at + timedelta(minutes=5)

    page = browser_of(asha).get(at(union, f"{row.number}/")).content.decode()

    ends = page[page.index('id="the-end"') :]
    assert ends.index("It cannot be opened again.") < ends.index('value="close"')
    assert "<summary>Close the assembly</summary>" in ends
    assert page.count('value="close"') == 1


def test_a_hall_full_of_people_comes_in_by_one_line(union, asha, clock):
    row = an_open_assembly(asha)
    guests = [a_member(union, f"Guest {n}") for n in range(limits.ROOM.tries + 3)]
    clock.at = row.opens_at + timedelta(minutes=5)
    act = at(union, f"{row.number}/act/")

    sent = {"deed": "come_in", "code": row.code}
    answers = [browser_of(one).post(act, sent) for one in guests]

    assert {one.status_code for one in answers} == {302}


def test_the_desk_has_the_code_the_door_and_the_queue(union, asha, ben, clock):
    row = an_open_assembly(asha)
    clock.at = row.opens_at + timedelta(minutes=5)
    here = at(union, f"{row.number}/")
    desk = browser_of(asha)

    shown = page(desk.get(here))
    assert row.code in shown
    assert "Give the word to whoever is next" not in shown, "nobody waits"
    desk.post(here + "act/", {"deed": "come_in", "about": str(ben.pk)})
    desk.post(here + "act/", {"deed": "ask", "about": str(ben.pk)})
    desk.post(here + "act/", {"deed": "turn_to", "item": "1"})
    did(row, "ask", ben, minute=6)
    clock.at = row.opens_at + timedelta(minutes=7)
    desk.post(here + "act/", {"deed": "call"})
    clock.at = row.opens_at + timedelta(minutes=30)
    shown = page(desk.get(here))
    assert "<strong><bdi>Ben</bdi></strong>" in shown
    assert "Now; its time is over." in shown
    minutes = page(desk.get(here + "minutes/"))
    assert "Ben</bdi> spoke." in minutes or "Ben spoke." in minutes
    assert re.search(r"<bdi>Ben</bdi> <small>let in by (<bdi>)?Asha", minutes)
    assert "<li><bdi>Asha</bdi></li>" in minutes


def test_who_it_is_about_has_to_be_there(union, asha, clock):
    row = an_open_assembly(asha)
    here = at(union, f"{row.number}/")
    desk = browser_of(asha)
    nobody = "00000000-0000-0000-0000-000000000000"

    sent = {"deed": "come_in", "about": nobody}
    assert desk.post(here + "act/", sent).status_code == 404
    assert desk.post(here + "act/", {"deed": ""}).status_code == 422
    assert desk.get(at(union, "99/")).status_code == 404
    assert desk.get(here + "act/").status_code == 302


def test_the_list_leads_to_what_is_to_come_and_what_was(union, asha, clock):
    row = an_assembly(asha)
    did(row, "call_off", asha, minute=-600, reason="Snow & ice.")

    shown = page(browser_of(asha).get(at(union)))
    assert "No assembly is called." in shown
    assert "Begun, over or called off" in shown
    clock.at = day(2)
    file = browser_of(asha).get(at(union, f"{row.number}/calendar.ics"))
    assert b"STATUS:" in file.content
    clock.at = row.opens_at
    assert "Snow &amp; ice." in page(browser_of(asha).get(at(union, f"{row.number}/")))


def test_members_see_the_next_one_on_the_first_page_and_strangers_do_not(
    union, asha, clock
):
    row = an_assembly(asha)
    face = f"/i/{union.address}/"

    assert "The next assembly" in page(browser_of(asha).get(face))
    assert "The next assembly" not in page(browser_of(None).get(face))
    clock.at = row.opens_at
    assert "The next assembly" not in page(browser_of(asha).get(face))


def test_strangers_see_no_assembly(union, asha, clock):
    an_assembly(asha)

    answer = browser_of(None).get(at(union, "1/"))

    assert answer.status_code in {302, 403}
    assert b"Church hall" not in answer.content


def test_hands_are_counted_by_two_on_their_own_pages(clock):
    assembly = an_institution("single_issue_assembly")
    asha, ben = founder_of(assembly), a_member(assembly, "Ben")
    clock.at = day(30)
    asked = {**CALLED, "day": "2026-02-20", "matters": "Do we buy a key?\nThe rent"}
    browser_of(asha).post(at(assembly, "new/"), asked)
    row = Assembly.objects.get()
    assert [one.get("decides", False) for one in row.agenda] == [True, False]
    did(row, "come_in", asha)
    did(row, "come_in", asha, about=ben)
    did(row, "hand_on", asha, about=ben, what="minute_taker")
    did(row, "open", asha)
    did(row, "turn_to", asha, item="1", minute=1)
    clock.at = row.opens_at + timedelta(minutes=5)
    here = at(assembly, f"{row.number}/")
    desk, phone = browser_of(asha), browser_of(ben)

    assert "Begin the decision on this matter" in page(desk.get(here))
    assert "Begin the decision on this matter" not in page(phone.get(here))
    desk.post(here + "act/", {"deed": "decide", "item": "1"})
    desk.post(here + "act/", {"deed": "count", "yes": "2", "no": "", "abstain": "0"})
    shown = page(phone.get(here))
    assert "How many hands did you count?" in shown
    assert "One person has counted the hands." in shown
    assert "yes 2" not in shown
    wrong = page(phone.post(here + "act/", {"deed": "count", "yes": "two"}))
    assert "Please type how many hands there were, nought or more." in wrong
    phone.post(here + "act/", {"deed": "count", "yes": "1", "no": "1"})
    assert "The counts differed." in page(desk.get(here))
    assert "Break the decision off" in page(desk.get(here))
    for browser in (desk, phone):
        browser.post(here + "act/", {"deed": "count", "yes": "2"})
    assert "Two counted the same: yes 2, no 0, abstained 0." in page(desk.get(here))
    desk.post(here + "act/", {"deed": "end_decision"})
    told = page(desk.get(here + "minutes/"))
    assert "Decided by a show of hands: “Do we buy a key?” Yes 2" in told
