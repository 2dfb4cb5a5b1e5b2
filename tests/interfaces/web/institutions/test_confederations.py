"""The pages of an institution whose members are institutions."""

import pytest
from django.test import Client

from commonweal.foundation.institutions.models import Institution
from tests.builders import an_institution, day, founder_of
from tests.clock import stopped
from tests.interfaces.web.institutions.conftest import at, text_of
from tests.interfaces.web.visitors import browser_of

pytestmark = pytest.mark.django_db

BODIES = "Here bodies are members. Delegates come by a decision of their body."
PACT = (
    "The pact belongs to the bodies, so its delegates cannot change it. A body that "
    "wants another pact decides at home to ask all for it."
)


@pytest.fixture
def city(monkeypatch):
    """Give a confederation, and the browser of a delegate."""
    institution = an_institution("city_confederation")
    stopped(monkeypatch, day(1))
    return institution, browser_of(founder_of(institution))


def test_strangers_read_the_pact_and_that_delegates_come_by_their_body(city):
    institution, _ = city

    face = text_of(Client().get(at(institution)))
    charter = text_of(Client().get(at(institution, "charter/")))

    assert BODIES in face
    assert "Ask one of them to propose it" not in face
    assert "Our pact" in charter
    assert "Any body can bring a matter before all." in charter


def test_no_page_offers_what_belongs_to_the_bodies(city):
    institution, delegate = city

    charter = text_of(delegate.get(at(institution, "charter/")))
    ways = delegate.get(at(institution, "decisions/new/"))

    assert PACT in charter
    assert "Propose a change" not in charter
    assert "Change the charter" not in text_of(ways)
    effects = {way.effect for way, _ in ways.context["ways"]}
    assert not effects & {"admit_member", "wind_up", "go_on"}
    assert (
        delegate.get(at(institution, "decisions/new/admit_member/")).status_code == 404
    )


def test_whoever_goes_there_by_its_address_is_told_why_not(city):
    institution, delegate = city

    change = delegate.get(at(institution, "charter/change/"))
    invite = text_of(delegate.get(at(institution, "invite/")))
    bring = text_of(delegate.get(at(institution, "bring/")))

    assert change.status_code == 403
    assert PACT in text_of(change)
    assert BODIES in invite
    assert BODIES in bring
    assert "Propose to admit somebody" not in bring


def test_whoever_would_found_one_reads_whose_it_will_be(client):
    page = text_of(client.get("/found/city_confederation/"))

    assert "Later it belongs to the bodies" in page
    assert "Later only the members can change it" not in page
    assert "Next you invite the others" not in page


def test_whoever_founds_one_is_led_to_its_page_and_not_to_inviting(client, monkeypatch):
    stopped(monkeypatch, day(0))
    page = client.get("/found/city_confederation/")
    controls = page.context["forms"].controls
    offered = {controls.add_prefix(f.name): f.value() for f in controls}
    named = {"name": "Our city", "address": "our-city", "my_name": "Asha"}
    other = {"place": "", "email": "", "bylaws": ""}

    answer = client.post("/found/city_confederation/", {**offered, **named, **other})

    assert answer["Location"] == "/i/our-city/"
    assert Institution.objects.filter(address="our-city").exists()
