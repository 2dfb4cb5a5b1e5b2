"""Whoever waits at a door, by program: a newcomer's words, and a wish to found."""

from dataclasses import replace

import pytest

from commonweal.capabilities.decisions import actions as deciding
from commonweal.capabilities.decisions.actions import Aim, Wording
from commonweal.foundation.institutions.actions import applying
from commonweal.foundation.institutions.models import Application
from commonweal.foundation.threads import actions
from commonweal.foundation.threads.models import Hold
from commonweal.rules.moderation.terms import Moderation
from tests.builders import A_KIND, a_charter, a_member, an_institution, day, founder_of
from tests.interfaces.api.conftest import Program, program_of, told
from tests.interfaces.web.visitors import put

pytestmark = pytest.mark.django_db


@pytest.fixture
def hall(clock):
    """Give a hall in which Ben's words wait, and Asha who may be their sponsor."""
    clock.at = day(1)
    charter = replace(a_charter(), moderation=Moderation(newcomer_posts=2))
    there = an_institution(charter=charter)
    asha, ben = founder_of(there), a_member(there, "Ben", at=day(1))
    proposal = put(there, asha, at=day(1))
    actions.say_in_thread(
        proposal.pk, institution=there, by=ben, text="It is cold.", at=day(1)
    )
    return there, asha, ben, proposal


def test_a_sponsor_lists_what_waits_and_lets_it_through(hall):
    there, asha, _ben, proposal = hall
    here = f"/institutions/{there.address}"
    sponsor = program_of(asha)

    [waiting] = told(sponsor.get(here + "/waiting"))
    left = told(sponsor.post(f"{here}/waiting/{waiting['id']}", {"let_through": True}))
    posts = told(sponsor.get(f"{here}/proposals/{proposal.number}/posts"))["items"]

    assert (waiting["author"], waiting["text"]) == ("Ben", "It is cold.")
    assert left == []
    assert [one["text"] for one in posts] == ["It is cold."]
    assert Hold.objects.get().answered_by == asha


def test_a_newcomer_lists_nothing_and_lets_nobody_through(hall):
    there, _asha, ben, _proposal = hall
    here = f"/institutions/{there.address}/waiting"
    newcomer = program_of(ben)

    assert told(newcomer.get(here)) == []
    answer = newcomer.post(f"{here}/{Hold.objects.get().pk}", {"let_through": True})

    assert told(answer, 409)["id"] == "sponsor_of_oneself"


def test_words_are_turned_down_with_a_reason_and_not_without(hall):
    there, asha, _ben, _proposal = hall
    one = f"/institutions/{there.address}/waiting/{Hold.objects.get().pk}"
    sponsor = program_of(asha)

    bare = sponsor.post(one, {"let_through": False})
    said = sponsor.post(one, {"let_through": False, "reason": "It sells shoes."})

    assert told(bare, 409)["id"] == "reason_missing"
    assert told(said) == []
    assert Hold.objects.get().reason == "It sells shoes."


def test_a_newcomers_draft_is_put_once_it_is_let_through(hall):
    there, asha, ben, _proposal = hall
    draft = deciding.draft_proposal(
        there, by=ben, words=Wording("Shall we sing?"), aim=Aim(), at=day(1)
    )
    deciding.put_proposal(draft, by=ben, at=day(1))
    hold = Hold.objects.get(about_id=draft.pk)
    sponsor = program_of(asha)

    told(
        sponsor.post(
            f"/institutions/{there.address}/waiting/{hold.pk}", {"let_through": True}
        )
    )

    address = f"/institutions/{there.address}/proposals/{draft.number}"
    assert told(sponsor.get(address))["stage"] == "seeking_support"


def test_somebody_asks_to_found_and_reads_the_answer(clock):
    clock.at = day(1)
    somebody = program_of(founder_of(an_institution(founder="Emre")))
    applying.set_by_operator("application", assembly=None, at=day(1))
    sent = {"name": "Emre", "kind": A_KIND, "why": "Our roof leaks."}

    asked = told(somebody.post("/applications", sent), 201)
    again = somebody.post("/applications", sent)
    before = told(somebody.get("/door"))
    applying.answer_by_operator(
        Application.objects.get(), admit=True, reason="Welcome.", at=day(1)
    )
    after = told(somebody.get("/door"))

    assert asked["asked_at"]
    assert not asked["may_found"]["allowed"]
    assert told(again, 409)["id"] == "already_applied"
    assert (before["founding"], before["answer"]) == ("application", None)
    assert (after["answer"], after["may_found"]["allowed"]) == ("Welcome.", True)


def test_a_stranger_reads_the_door_and_nobody_asks_for_a_kind_that_is_not(clock):
    clock.at = day(1)
    somebody = program_of(founder_of(an_institution(founder="Emre")))
    applying.set_by_operator("application", assembly=None, at=day(1))
    sent = {"name": "Emre", "kind": "no_such_kind", "why": "Our roof leaks."}

    assert told(Program().get("/door"))["asked_at"] is None
    assert somebody.post("/applications", sent).status_code == 404


@pytest.mark.parametrize("kind", [A_KIND, "member_caucus"])
def test_whoever_guards_the_door_is_named_to_those_who_may_find_them(clock, kind):
    clock.at = day(1)
    guard, other = an_institution(kind), an_institution()
    applying.set_by_operator("application", assembly=guard, at=day(1))

    strangers = [Program(), program_of(founder_of(other))]
    seen = [told(one.get("/door")) for one in strangers]
    member = told(program_of(founder_of(guard)).get("/door"))

    named = guard.address if kind == A_KIND else None
    assert [one["guard"] for one in (*seen, member)] == ["institution"] * 3
    assert [one["assembly"] for one in seen] == [named, named]
    assert member["assembly"] == guard.address
