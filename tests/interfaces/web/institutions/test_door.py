"""The door for founding on the pages: who guards it, who asks, what is answered."""

import pytest
from django.test import Client
from django.urls import reverse

from commonweal.capabilities.decisions.models import Proposal
from commonweal.foundation.institutions.actions import applying
from commonweal.foundation.institutions.models import Application
from tests.builders import an_institution, day, founder_of
from tests.interfaces.web.conftest import browser_of

pytestmark = pytest.mark.django_db
KINDS = reverse("institutions:choose_kind")
ASKED = {"called": "Farah", "kind": "tenants_union", "why": "Our roof leaks."}


@pytest.fixture
def door(clock):
    """Give the door, let in through by application, and guarded by the operator."""
    clock.at = day(1)
    applying.set_by_operator("application", assembly=None, at=day(1))
    return clock


def test_the_page_says_who_guards_the_door_and_strangers_ask_in_three_fields(door):
    stranger = Client()
    page = stranger.get(KINDS).content.decode()
    assert "The operator, who runs this server, guards this door." in page

    sent = stranger.post(reverse("institutions:apply"), ASKED, follow=True)

    assert "it waits for an answer" in sent.content.decode()
    [asked] = Application.objects.all()
    assert (asked.name, asked.kind, asked.why) == (
        "Farah",
        "tenants_union",
        "Our roof leaks.",
    )
    applying.answer_by_operator(asked, admit=True, reason="Welcome.", at=day(1))
    told = stranger.get(KINDS).content.decode()
    assert "“Welcome.”" in told
    founding = stranger.get(reverse("institutions:found", args=["tenants_union"]))
    assert founding.status_code == 200


def test_what_is_left_out_comes_back_with_what_was_typed(door):
    answer = Client().post(reverse("institutions:apply"), ASKED | {"why": ""})

    assert answer.status_code == 422
    assert 'value="Farah"' in answer.content.decode()
    assert not Application.objects.exists()


def test_nobody_who_was_not_let_in_reaches_the_form_for_founding(door):
    url = reverse("institutions:found", args=["tenants_union"])

    assert Client().get(url).status_code == 403
    assert Client().post(url, {"name": "Ours"}).status_code == 409


def test_in_the_assembly_of_the_node_and_only_there_members_propose_an_answer(door):
    applying.set_by_operator("open", assembly=None, at=day(1))
    assembly, other = an_institution(), an_institution(founder="Emre")
    applying.set_by_operator("application", assembly=assembly, at=day(1))
    Client().post(reverse("institutions:apply"), ASKED)
    asked = Application.objects.get()
    ways = "decisions:propose_aim"
    url = reverse(ways, args=[assembly.address, "admit_institution"])
    browser = browser_of(founder_of(assembly))

    form = browser.get(url).content.decode()
    browser.post(
        url,
        {
            "title": "Shall we let Farah found a union?",
            "application": str(asked.pk),
            "admit": "yes",
            "text": "We know her.",
        },
    )

    assert "Our roof leaks." in form
    draft = Proposal.objects.get()
    assert draft.effect == "admit_institution"
    assert draft.terms == {"application": str(asked.pk), "admit": True}
    elsewhere = reverse(ways, args=[other.address, "admit_institution"])
    assert browser_of(founder_of(other)).get(elsewhere).status_code == 404
    set_it = reverse(ways, args=[assembly.address, "set_founding"])
    assert browser.get(set_it).status_code == 200


def test_a_hidden_institution_that_guards_the_door_is_named_to_its_members_alone(door):
    applying.set_by_operator("open", assembly=None, at=day(1))
    hidden = an_institution("member_caucus")
    applying.set_by_operator("application", assembly=hidden, at=day(1))

    stranger = Client().get(KINDS).content.decode()
    member = browser_of(founder_of(hidden)).get(KINDS).content.decode()

    assert hidden.address not in stranger
    assert "The members of an institution on this server guard this door" in stranger
    assert hidden.address in member
