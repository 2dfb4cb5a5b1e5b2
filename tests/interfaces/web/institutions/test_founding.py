"""Founding on the web: a kind, its charter as prose, controls, a name."""

import re

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from commonweal.foundation.institutions import access, queries
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.people import actions as people
from commonweal.foundation.people.models import Person
from commonweal.rules.verdict import ALLOWED
from tests.builders import A_KIND, day, the_letter
from tests.clock import stopped

TAKEN = "is already taken here"
pytestmark = pytest.mark.django_db

NAMED = {
    "name": "Riverside tenants",
    "place": "Mill Lane",
    "address": "riverside",
    "my_name": "Asha",
    "email": "",
    "bylaws": "",
}


def filled_in(client: Client, **typed: str) -> dict[str, object]:
    """Fill in the form as it is offered, and type over what is named."""
    page = client.get(f"/found/{A_KIND}/")
    controls = page.context["forms"].controls
    offered = {controls.add_prefix(f.name): f.value() for f in controls}
    return {**offered, **NAMED, **typed}


def test_every_kind_is_offered_in_a_sentence(client):
    page = client.get("/found/")

    assert page.status_code == 200
    assert "so that everybody keeps a decent home" in page.content.decode()


def test_a_charter_is_read_as_prose_before_it_is_given(client):
    page = client.get(f"/found/{A_KIND}/")

    assert page.status_code == 200
    assert "For everybody who rents a home here." in page.content.decode()


def test_a_stranger_founds_and_is_its_first_member(client, monkeypatch):
    stopped(monkeypatch, day(0))
    form = filled_in(client)

    answer = client.post(f"/found/{A_KIND}/", form)

    assert answer.status_code == 302
    assert answer["Location"] == "/i/riverside/invite/"
    institution = Institution.objects.get(address="riverside")
    assert [one.name for one in queries.members(institution, at=day(0))] == ["Asha"]
    assert client.get("/i/riverside/").status_code == 200


def test_a_control_that_was_turned_is_in_the_charter(client, monkeypatch):
    stopped(monkeypatch, day(0))
    form = filled_in(client, **{"set-rules.ordinary.voting_days": "9"})

    client.post(f"/found/{A_KIND}/", form)

    institution = Institution.objects.get(address="riverside")
    charter = queries.charter_in_force(institution, at=day(0))
    ordinary = charter.rule("ordinary")
    assert ordinary is not None
    assert ordinary.voting_days == 9
    assert charter.name.said("es", "en") == "Riverside tenants"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"address": "Not an address!"}, "Not an address"),
        ({"my_name": ""}, "Riverside tenants"),
        ({"set-rules.ordinary.voting_days": "0"}, "Riverside tenants"),
        ({"set-rules.ordinary.quorum.share": "3/2"}, "Riverside tenants"),
        ({"set-rules.ordinary.quorum.share": "many"}, "many"),
    ],
)
def test_a_mistake_keeps_what_was_typed(client, typed, said):
    form = filled_in(client, **typed)

    answer = client.post(f"/found/{A_KIND}/", form)

    assert answer.status_code == 422
    assert said.lower() in answer.content.decode().lower()
    assert not Institution.objects.exists()


def test_an_address_is_made_from_the_name_and_is_one_that_is_free(client, monkeypatch):
    stopped(monkeypatch, day(0))

    for browser in (client, Client()):
        form = filled_in(browser, name="Vecinas de la Calle Ñ", address="")
        browser.post(f"/found/{A_KIND}/", form)

    addresses = set(Institution.objects.values_list("address", flat=True))
    assert addresses == {"vecinas-de-la-calle-n", "vecinas-de-la-calle-n-2"}


def test_a_name_that_makes_no_address_asks_for_one(client):
    answer = client.post(
        f"/found/{A_KIND}/", filled_in(client, name="租客", address="")
    )

    assert answer.status_code == 422
    assert '<a href="#id_address">' in answer.content.decode()


def test_the_name_is_asked_before_the_settings_and_these_are_folded(client):
    page = client.get(f"/found/{A_KIND}/").content.decode()

    parts = ('id="id_name"', "It is carried if", "Read the whole charter", "set-rules")
    places = [page.index(part) for part in parts]
    assert places == sorted(places)
    assert "<details open" not in page


def test_every_mistake_is_named_at_the_top_and_leads_to_its_field(client):
    typed = {"name": "", "my_name": "", "set-rules.ordinary.voting_days": "0"}

    page = client.post(f"/found/{A_KIND}/", filled_in(client, **typed)).content.decode()

    summary = page[page.index('role="alert"') : page.index('id="name"')]
    for field in ("id_name", "id_my_name", "id_set-rules.ordinary.voting_days"):
        assert f'<a href="#{field}">' in summary
        assert f'id="{field}"' in page


def test_an_address_that_is_taken_is_said_beside_its_field(client, monkeypatch):
    stopped(monkeypatch, day(0))
    client.post(f"/found/{A_KIND}/", filled_in(client))

    answer = Client().post(f"/found/{A_KIND}/", filled_in(Client()))

    assert answer.status_code == 422
    assert "riverside" in answer.content.decode()


def test_a_founding_that_is_refused_leaves_nobody_behind(client, monkeypatch):
    stopped(monkeypatch, day(0))
    client.post(f"/found/{A_KIND}/", filled_in(client))
    monkeypatch.setattr(access, "may_have_address", lambda _address: ALLOWED)

    answer = Client().post(f"/found/{A_KIND}/", filled_in(Client()))

    assert answer.status_code == 409
    assert "sign-in" not in answer.cookies
    assert Person.objects.count() == 1


def test_a_founder_is_asked_whether_the_address_is_theirs(client, monkeypatch):
    stopped(monkeypatch, day(0))
    eve = people.arrive(email="asha@example.org", language="en", at=day(-1))

    client.post(f"/found/{A_KIND}/", filled_in(client, email="asha@example.org"))

    (asha,) = Person.objects.exclude(pk=eve.pk)
    letter = the_letter()
    path = re.search(r"://[^/]+(/\S+)", letter.body)[1]
    assert letter.address == "asha@example.org"
    Client().post(path)
    asha.refresh_from_db()
    assert asha.email_confirmed


def test_there_is_no_page_for_a_kind_that_is_not(client):
    assert client.get("/found/landlords_club/").status_code == 404


def test_nobody_founds_without_end(monkeypatch):
    clock = stopped(monkeypatch, day(0))
    form = filled_in(Client())

    def found(name: str, address: str) -> HttpResponse:
        browser = Client(REMOTE_ADDR=address)
        return browser.post(f"/found/{A_KIND}/", form | {"address": name})

    tries = [found(f"house-{n}", f"2001:db8:1:2::{n}") for n in range(6)]
    elsewhere = found("house-7", "2001:db8:1:3::1")
    clock.at = day(2)
    tomorrow = found("house-8", "2001:db8:1:2::1")

    assert [one.status_code for one in tries] == [302] * 5 + [409]
    assert "Found the next one tomorrow" in tries[-1].content.decode()
    assert "house-5" in tries[-1].content.decode()
    assert elsewhere.status_code == tomorrow.status_code == 302


def test_nobody_tries_out_which_addresses_are_taken(monkeypatch):
    """A hidden institution has one too: it is told where a try is counted, and done."""
    stopped(monkeypatch, day(0))
    Client().post(f"/found/{A_KIND}/", filled_in(Client(), address="hidden-union"))
    other = Client(REMOTE_ADDR="2001:db8:1:3::1")

    def tried(address, **typed):
        form = filled_in(other, address=address, **typed)
        return other.post(f"/found/{A_KIND}/", form).content.decode()

    wrong = {"set-time_zone": "Nowhere/At-All"}
    pages = [tried(one, **wrong) for one in ("hidden-union", "free")]
    counted = [tried("hidden-union") for _ in range(6)]

    assert [TAKEN in page for page in pages] == [False, False]
    assert [TAKEN in page for page in counted] == [True] * 5 + [False]
    assert Institution.objects.count() == 1


def test_one_person_founds_a_few_a_day_from_wherever_they_are(monkeypatch):
    stopped(monkeypatch, day(0))
    browser = Client()
    form = filled_in(browser)

    tries = [
        browser.post(
            f"/found/{A_KIND}/",
            form | {"address": f"house-{n}"},
            REMOTE_ADDR=f"10.0.0.{n}",
        )
        for n in range(7)
    ]

    # The first arrived in founding; from then on it was somebody who is known.
    assert [one.status_code for one in tries] == [302] * 6 + [409]


def test_another_language_keeps_what_was_typed_to_found():
    url = reverse("institutions:found", args=["consensus_collective"])
    sent = {"name": "Ours", "place": "Here", "my_name": "Asha", "language": "es"}
    sent |= {"set-rules.ordinary.voting_days": "9", "set-public": ["charter"]}

    page = Client().post(url, sent)

    said = page.content.decode()
    assert (page.status_code, page["Content-Language"]) == (200, "es")
    assert 'value="Ours"' in said
    assert 'value="9"' in said
    assert 'class="wrong"' not in said
    assert not Institution.objects.exists()


def test_a_collective_reads_before_it_is_founded_that_one_member_may_block():
    url = reverse("institutions:found", args=["consensus_collective"])

    page = Client().get(url).content.decode()

    first, _fold, _rest = page.partition("Read the whole charter")
    assert "1 block stops it." in first


def test_the_time_zone_is_asked_for_where_one_says_the_place():
    page = Client().get("/found/tenants_union/").content.decode()

    first, rest = page.split('<h2 id="read">')
    assert 'name="set-time_zone"' in first
    assert 'name="set-time_zone"' not in rest
    assert "nothing expires" not in page


@pytest.mark.parametrize(
    ("typed", "taken"), [("Bogota", "America/Bogota"), ("", "Europe/Madrid")]
)
def test_the_clock_may_be_named_by_its_city_or_left_out(
    client, monkeypatch, typed, taken
):
    stopped(monkeypatch, day(0))

    client.post(f"/found/{A_KIND}/", filled_in(client, **{"set-time_zone": typed}))

    institution = Institution.objects.get(address="riverside")
    charter = queries.charter_in_force(institution, at=day(0))
    assert charter.time_zone == taken
