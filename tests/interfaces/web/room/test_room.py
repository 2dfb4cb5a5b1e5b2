"""The door of a room without internet: by its code, under a name, one phone a name."""

import re
from collections.abc import Iterator
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from django.urls import clear_url_caches

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.actions import take_along
from commonweal.capabilities.assemblies.models import AssemblyDeed
from commonweal.foundation.keys import store
from commonweal.foundation.people.models import SignIn
from commonweal.interfaces import limits
from commonweal.project import on_laptop as told
from tests.builders import a_member, an_institution, day, founder_of
from tests.capabilities.assemblies.laptop import SEED, Laptop, code, on_laptop
from tests.capabilities.assemblies.test_on_laptop import an_evening, called

pytestmark = pytest.mark.django_db

OPTION = re.compile(r'<option value="([^"]+)">([^<]+)</option>')
HTML = {"Accept": "text/html"}
UNSEEN = "minuted.unseen"


@pytest.fixture
def asha():
    return founder_of(an_institution())


@pytest.fixture
def row(asha):
    a_member(asha.institution, "Ben", at=day(1))
    a_member(asha.institution, "Chidi", at=day(1))
    return called(asha)


@pytest.fixture
def laptop(row, asha, settings, clock) -> Iterator[Laptop]:
    """Be on the laptop, with the settings it has."""
    taken = take_along(row, code(), by=asha, at=day(9))
    for name in ("ROOT_URLCONF", "MIDDLEWARE", "TEMPLATES", "ALLOWED_HOSTS"):
        setattr(settings, name, getattr(told, name))
    clear_url_caches()
    for name, key in ((queries.LAPTOP_KEY, SEED), (queries.DESK_KEY, b"12345678")):
        store.destroy(name)
        store.keep(name, key)
    limits.forget()
    clock.at = row.opens_at
    with on_laptop(taken.file, at=day(9)) as there:
        yield there
    clear_url_caches()


def a_phone() -> Client:
    return Client(headers=HTML)


def names(answer) -> dict[str, str]:
    """Read which names can be chosen."""
    found = OPTION.findall(answer.content.decode())
    return {unescape(name): id_ for id_, name in found}


def come_in(phone: Client, typed: str, name: str, *, address: str = ""):
    """Come in by the code of the room and a name, or by that of the desk."""
    # Each phone has an address of its own in the room.
    there = {"REMOTE_ADDR": address or f"192.168.1.{len(name)}"}
    shown = phone.post("/", {"code": typed}, **there)
    at_desk = names(shown)
    more = {"of": at_desk[name]} if at_desk else {"name": name}
    return phone.post("/", {"code": typed, **more}, follow=True, **there)


def test_the_code_of_the_room_lets_somebody_in_under_their_name(laptop):
    phone = a_phone()

    assert "without encryption" in phone.get("/").content.decode()
    shown = come_in(phone, laptop.row.code.lower(), "Ben")

    assert shown.status_code == 200
    deed = AssemblyDeed.objects.get(deed="come_in")
    assert (deed.done_by.name, deed.about.name) == ("Ben", "Ben")
    assert phone.get("/").status_code == 302


def test_a_wrong_code_shows_nobodys_name(laptop):
    answer = a_phone().post("/", {"code": "WRONG1"})

    assert answer.status_code == 422
    assert "Ben" not in answer.content.decode()


def test_the_code_of_the_room_shows_nobodys_name(laptop):
    for answer in (
        a_phone().post("/", {"code": laptop.row.code}),
        a_phone().get(f"/?code={laptop.row.code}"),
    ):
        words = answer.content.decode()
        assert answer.status_code == 200
        assert not names(answer)
        assert not any(one in words for one in ("Asha", "Ben", "Chidi"))


@pytest.mark.parametrize("typed", ["ben", " BEN ", "Bén"])
def test_a_name_is_found_as_people_type_it(laptop, typed):
    assert come_in(a_phone(), laptop.row.code, typed).status_code == 200
    assert AssemblyDeed.objects.get(deed="come_in").about.name == "Ben"


def test_at_the_desk_anybody_is_let_in(laptop):
    come_in(a_phone(), laptop.row.code, "Ben")

    at_desk = names(a_phone().post("/", {"code": queries.desk_code()}))

    assert at_desk.keys() == {"Asha", "Ben", "Chidi"}


@pytest.mark.parametrize("name", ["Asha", "Ben", "Chidi", "Nobody", "B", ""])
def test_no_phone_is_told_why_a_name_is_not_let_in_by_it(laptop, name):
    come_in(a_phone(), laptop.row.code, "Ben")
    laptop.did("come_in", "Asha", about="Chidi")

    answer = come_in(a_phone(), laptop.row.code, name, address="192.168.1.77")

    assert answer.status_code == 422
    told = "Type your name" if not name else "Nobody comes in under this name"
    assert told in answer.content.decode()
    assert SignIn.objects.count() == 1


def test_one_name_comes_in_by_one_phone(laptop):
    there = "192.168.1.7"
    come_in(a_phone(), laptop.row.code, "Ben", address=there)

    # It forgets its cookies, and tries for a second name.
    answer = come_in(a_phone(), laptop.row.code, "Chidi", address=there)

    assert answer.status_code == 422
    assert "go to the laptop" in answer.content.decode()
    assert SignIn.objects.count() == 1
    assert "192.168" not in SignIn.objects.get().name
    come_in(a_phone(), queries.desk_code(), "Chidi", address=there)
    assert SignIn.objects.count() == 2


def test_names_are_not_tried_without_end(laptop):
    for _ in range(limits.CODES.tries):
        come_in(a_phone(), laptop.row.code, "Dolores", address="192.168.1.9")

    answer = come_in(a_phone(), laptop.row.code, "Ben", address="192.168.1.9")

    assert answer.status_code == 409
    assert not SignIn.objects.exists()


def test_whom_nobody_at_the_door_saw_is_minuted(laptop, clock):
    ben, desk = a_phone(), a_phone()
    come_in(ben, laptop.row.code, "Ben")
    come_in(desk, queries.desk_code(), "Asha")
    laptop.did("come_in", "Asha", about="Chidi")
    here = f"/i/{laptop.row.institution.address}/assemblies/{laptop.row.number}/"

    def minuted():
        held = queries.held(laptop.row, at=clock.at)
        return [one for one in queries.minutes_of(held).lines if one.words.id == UNSEEN]

    [line] = minuted()
    assert line.words.facts["who"] == ("Ben",)
    assert "not seen at the door yet" in a_phone().get("/screen/").content.decode()
    assert "Came in by a phone: call them out" in desk.get(here).content.decode()
    of = str(laptop.member("Ben").pk)
    ben.post(f"{here}act/", {"deed": "see", "about": of})
    assert minuted()

    desk.post(f"{here}act/", {"deed": "see", "about": of})

    assert not minuted()
    assert "call them out" not in desk.get(here).content.decode()


def test_at_the_desk_a_name_is_taken_over_by_another_phone(laptop):
    first, second = a_phone(), a_phone()
    come_in(first, laptop.row.code, "Ben")

    come_in(second, queries.desk_code(), "Ben")

    assert SignIn.objects.count() == 1
    assert first.get("/").status_code == 200
    assert second.get("/").status_code == 302


def test_other_pages_lead_to_the_room(laptop):
    phone = a_phone()
    come_in(phone, laptop.row.code, "Ben")

    for path in ("/me/", "/found/", "/i/river-street-1/people/", "/sign-in/"):
        answer = phone.get(path)
        assert answer.status_code in {302, 404}, path
        assert answer.headers.get("Location", "/") == "/"


def test_the_screen_is_for_the_laptop_and_for_who_leads(laptop):
    ben, asha = a_phone(), a_phone()
    come_in(ben, laptop.row.code, "Ben")
    come_in(asha, queries.desk_code(), "Asha")
    elsewhere = {"REMOTE_ADDR": "192.168.1.7"}

    assert ben.get("/screen/", **elsewhere).status_code == 302
    assert laptop.row.code in asha.get("/screen/", **elsewhere).content.decode()
    assert laptop.row.code in a_phone().get("/screen/").content.decode()


def test_how_it_stands_is_shown_on_the_wall_too(laptop):
    asha = a_phone()
    come_in(asha, queries.desk_code(), "Asha")
    here = f"/i/{laptop.row.institution.address}/assemblies/{laptop.row.number}/"

    assert asha.get(f"{here}screen/").status_code == 200
    assert f"{here}screen/" in asha.get(here).content.decode()


def test_time_does_not_go_back_where_the_clock_is_put_back(laptop, clock):
    phone = a_phone()
    come_in(phone, laptop.row.code, "Ben")
    clock.at -= timedelta(hours=2)

    come_in(a_phone(), laptop.row.code, "Chidi")

    first, second = AssemblyDeed.objects.filter(deed="come_in").order_by("number")
    assert first.done_at <= second.done_at


def test_it_is_finished_by_who_leads_once_it_is_closed_and_brought_in(
    laptop, row, clock
):
    desk = a_phone()
    come_in(desk, queries.desk_code(), "Asha")
    ben = a_phone()
    come_in(ben, laptop.row.code, "Ben")
    an_evening(laptop, come=False)
    clock.at += timedelta(hours=2)

    assert ben.get("/finish/").status_code == 302
    assert ben.get("/finish/file/").status_code == 404
    assert desk.get("/finish/file/").status_code == 404
    desk.post("/finish/")
    shown = desk.get("/finish/").content.decode()
    file = desk.get("/finish/file/").content

    assert "It is finished here" in shown
    here = f"/i/{row.institution.address}/assemblies/{row.number}/"
    acted = desk.post(f"{here}act/", {"deed": "come_in"})
    assert "finished on this laptop" in acted.content.decode()
    assert "They are put right" not in desk.get(f"{here}minutes/").content.decode()
    assert b"commonweal-assembly-from-laptop-1" in file


def test_words_of_a_proposal_are_read_in_the_room(laptop):
    phone = a_phone()
    come_in(phone, laptop.row.code, "Ben")

    assert phone.get("/words/99/").status_code == 404
    assert a_phone().get("/words/1/").status_code == 302
    here = f"/i/{laptop.row.institution.address}/decisions/1/"
    assert phone.get(here).headers["Location"] == "/words/1/"


def test_it_opens_in_the_language_of_the_phone(laptop):
    phone = Client(headers=HTML | {"Accept-Language": "es"})

    shown = phone.get("/").content.decode()

    assert "sin cifrar" in shown


@pytest.mark.parametrize(
    "path", ["institutions", "institutions/river-street-1/officers", ""]
)
def test_no_program_is_answered_on_a_laptop(laptop, path):
    answer = Client().get(f"/api/{path}")

    assert answer.status_code == 404
    assert "Asha" not in answer.content.decode()
