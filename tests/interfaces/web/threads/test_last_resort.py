"""What the operator did stands on the institution's pages, for everybody to read."""

import pytest
from django.test import Client
from django.urls import reverse

from commonweal.capabilities.decisions.models import Proposal
from commonweal.foundation import duties
from commonweal.foundation.threads import actions, queries
from tests.builders import a_member, an_institution, day, founder_of
from tests.interfaces.web.conftest import browser_of
from tests.interfaces.web.visitors import put

pytestmark = pytest.mark.django_db
LAW = actions.Ground("law", "A court ordered it.", 30)


@pytest.fixture
def hall(clock):
    """Give an assembly whose proposals are public, and one of its members."""
    there = an_institution("neighbourhood_assembly")
    return there, a_member(there, "Rosa")


def page(name, there, *parts):
    return reverse(name, args=[there.address, *parts])


def settled(there, at):
    there.refresh_from_db()
    duties.settle(there, at=at)


def test_a_frozen_institution_says_why_to_all_and_leads_members_to_the_review(
    hall, clock
):
    there, rosa = hall
    actions.stop_in_last_resort(there, "writing", ground=LAW, at=day(1))
    clock.at = day(2)
    face = page("institutions:face", there)

    member = browser_of(rosa).get(face).content.decode()
    stranger = Client().get(face).content.decode()

    number = Proposal.objects.get(effect="let_last_resort_stand").number
    assert "“A court ordered it.”" in member
    assert "“A court ordered it.”" in stranger
    assert page("decisions:decision", there, number) in member
    review = browser_of(rosa).get(page("decisions:decision", there, number))
    assert "it proposed itself, so that the members decide" in review.content.decode()
    assert "With a yes it stands." in review.content.decode()


def test_who_is_frozen_cannot_say_anything_and_is_told_why(hall, clock):
    there, rosa = hall
    proposal = put(there, founder_of(there), at=day(1))
    actions.stop_in_last_resort(there, "writing", ground=LAW, at=day(1))
    clock.at = day(2)
    browser = browser_of(rosa)

    said = browser.post(
        page("decisions:say", there, proposal.number), {"text": "And yet it moves."}
    )

    assert said.status_code == 409
    assert "stopped new words" in said.content.decode()
    assert "And yet it moves." in said.content.decode()
    for name in ("institutions:journal_file", "institutions:people"):
        assert browser.get(page(name, there)).status_code == 200
    assert browser.get(reverse("people:me")).status_code == 200


def test_a_hidden_face_answers_strangers_with_the_reason_on_every_page(hall, clock):
    there, rosa = hall
    put(there, founder_of(there), at=day(1))
    actions.stop_in_last_resort(there, "face", ground=LAW, at=day(1))
    clock.at = day(2)

    for name, parts in (
        ("institutions:face", ()),
        ("institutions:charter", ()),
        ("decisions:decision", (1,)),
        ("threads:last_resort", ()),
    ):
        answer = Client().get(page(name, there, *parts))
        assert answer.status_code == 451
        assert "“A court ordered it.”" in answer.content.decode()
        assert "paint the stairs" not in answer.content.decode()
        assert browser_of(rosa).get(page(name, there, *parts)).status_code == 200
    assert there.address not in Client().get(reverse("node:home")).content.decode()


def test_words_taken_down_are_read_by_nobody_but_their_author_not_even_by_voters(
    hall, clock
):
    there, rosa = hall
    proposal = put(there, founder_of(there), text="Names and doors.", at=day(1))
    said = queries.said_at(there, "proposal", proposal.pk)
    clock.at = day(30)
    decision = page("decisions:decision", there, 1)
    assert "Names and doors." in browser_of(rosa).get(decision).content.decode()

    actions.hide_in_last_resort(there, said, ground=LAW, at=day(30))

    assert "Names and doors." not in browser_of(rosa).get(decision).content.decode()
    own = browser_of(founder_of(there)).get(decision).content.decode()
    assert "Names and doors." in own


def test_the_page_of_all_it_did_tells_how_each_ended(hall, clock):
    there, rosa = hall
    measure = actions.stop_in_last_resort(there, "writing", ground=LAW, at=day(1))
    actions.lift_last_resort(measure, reason="The attack is over.", at=day(2))
    clock.at = day(3)

    told = browser_of(rosa).get(page("threads:last_resort", there)).content.decode()
    journal = browser_of(rosa).get(page("institutions:journal", there))

    assert "The operator ended it on" in told
    assert "The attack is over." in journal.content.decode()
    face = browser_of(rosa).get(page("institutions:face", there)).content.decode()
    assert "A court ordered it." not in face
