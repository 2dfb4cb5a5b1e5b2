"""Proposing, supporting, voting and recounting, done by programs."""

from dataclasses import replace
from uuid import uuid4

import pytest

from commonweal.foundation.institutions.actions import applying
from commonweal.foundation.institutions.models import Member
from commonweal.rules import recount
from commonweal.rules.charters.controls import adjusted
from commonweal.rules.voting.marking import Marking
from tests.builders import (
    a_charter,
    a_member,
    an_institution,
    day,
    founder_of,
)
from tests.capabilities.decisions.given import a_proposal, answered, voting
from tests.interfaces.api.conftest import (
    an_office,
    moment,
    program_of,
    told,
    until_the_vote,
)
from tests.interfaces.web.visitors import put

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_a_proposal_goes_from_draft_to_recount(union, here, asha, clock):
    ben = program_of(a_member(union, "Ben"))
    clock.at = day(30)
    words = {"title": "Shall we paint?", "text": "Green."}
    draft = told(asha.post(here + "/proposals", words), 201)
    one = f"{here}/proposals/{draft['number']}"

    unseen = ben.get(one)
    put_now = told(asha.post(one + "/put"))
    supported = told(ben.ask("PUT", one + "/support", {"version": 1}))
    until_the_vote(ben, one, clock)
    vote = f"{one}/votes/1"
    ballot = told(ben.ask("PUT", vote + "/ballot", {"answer": "yes"}))
    told(asha.ask("PUT", vote + "/ballot", {"answer": "yes"}))
    too_soon = ben.get(vote + "/recount")
    clock.at = moment(ballot["closes_at"])
    closed = told(ben.get(vote))
    bundle = told(ben.get(vote + "/recount"))

    assert unseen.status_code == 404
    assert put_now["stage"] == "seeking_support"
    assert supported["my_support"] == "given"
    assert ballot["my_marks"] == {"answer": "yes"}
    assert told(too_soon, 409)["id"] == "count_is_not_open"
    assert closed["outcome"]["carried"] is True
    assert recount.agrees(bundle)
    assert [row["name"] for row in told(asha.get(vote + "/ballots"))["items"]] == [
        "Asha",
        "Ben",
    ]
    assert told(asha.get(vote + "/roll"))["seal"]


def test_words_are_revised_corrected_contested_and_withdrawn(union, here, asha):
    ben = program_of(a_member(union, "Ben"))
    number = put(union, founder_of(union), at=day(1)).number
    one = f"{here}/proposals/{number}"
    told(ben.ask("PUT", one + "/support", {"version": 1}))

    words = {"title": "Shall we paint it?", "text": "Blue."}
    seen = told(asha.get(one))["words_id"]
    unsaid = asha.ask("PUT", one + "/words", words)
    revised = told(asha.ask("PUT", one + "/words", words | {"seen": seen}))
    unread = asha.ask("PUT", one + "/words", words | {"seen": seen})
    told(ben.ask("PUT", one + "/support", {"version": 2}))
    corrected = words | {"text": "Blu.", "is_correction": True}
    corrected |= {"seen": revised["words_id"]}
    told(asha.ask("PUT", one + "/words", corrected))
    contested = told(ben.post(one + "/contest"))
    stepped_back = told(ben.ask("DELETE", one + "/support"))
    versions = told(asha.get(one + "/versions"))["items"]
    withdrawn = asha.post(one + "/withdraw")

    assert unsaid.status_code == 422
    assert told(unread, 409)["id"] == "words_written_meanwhile"
    assert revised["version"] == 2
    assert contested["my_support"] == "to_confirm"
    assert stepped_back["my_support"] == "none"
    assert [one["is_correction"] for one in versions] == [False, False, True]
    assert withdrawn.status_code == 200
    assert told(asha.get(one))["stage"] == "withdrawn"


def test_each_way_to_propose_can_be_taken(union, here, asha):
    ways = told(asha.get(here + "/ways"))
    candidate = founder_of(union).pk
    aims = [
        {"adopt_statement": {"title": "House rules", "text": "Be kind."}},
        {"admit_member": [{"name": "Dolores", "member_class": "tenant"}]},
        {
            "fill_office": {
                "office": an_office(asha, here),
                "candidates": [str(candidate)],
            }
        },
    ]

    drafts = [
        told(asha.post(here + "/proposals", {"title": "Shall we?", **aim}), 201)
        for aim in aims
    ]

    assert [one["effect"] for one in drafts] == [next(iter(aim)) for aim in aims]
    assert {one["effect"] for one in drafts} <= {way["effect"] for way in ways}
    assert drafts[2]["options"] == [
        {"id": str(candidate), "label": "Asha", "cost": None}
    ]


def test_an_effect_says_what_it_asks_for_and_is_proposed_by_its_name(
    union, here, asha, clock
):
    door = {"effect": "set_founding", "terms": {"founding": "closed"}}
    asking = {"title": "Who may found here?", "set_in_motion": door}
    before = asha.post(here + "/proposals", asking)
    applying.set_by_operator("open", assembly=union, at=clock.at)

    ways = told(asha.get(here + "/ways"))
    draft = told(asha.post(here + "/proposals", asking), 201)
    ajar = {**asking, "set_in_motion": {**door, "terms": {"founding": "ajar"}}}

    assert told(before, 409)["id"] == "effect_unknown"
    [asked] = next(one["asks"] for one in ways if one["effect"] == "set_founding")
    assert asked["name"] == "founding"
    assert {"value": "closed", "label": "Nobody"} in asked["choices"]
    assert draft["effect"] == "set_founding"
    assert asha.post(here + "/proposals", ajar).status_code == 409


@pytest.mark.parametrize(
    ("sent", "status", "reason"),
    [
        (
            {"adopt_statement": {"title": "A", "text": ""}, "admit_member": []},
            409,
            "one_aim_at_most",
        ),
        ({"fill_office": {"office": "none", "candidates": []}}, 409, "office_unknown"),
        (
            {"fill_office": {"office": "none", "candidates": [str(uuid4())]}},
            409,
            "candidate_unknown",
        ),
        ({"rule": "no_such_rule"}, 409, "rule_unknown"),
        ({"effect": "amend_charter"}, 422, "not_filled_in"),
    ],
)
def test_what_cannot_be_put_to_a_vote_is_refused(here, asha, sent, status, reason):
    answer = asha.post(here + "/proposals", {"title": "Shall we?", **sent})

    assert told(answer, status)["id"] == reason


def test_nobody_names_a_candidate_by_the_name_of_another(union, here, asha):
    office = an_office(asha, here)
    sent = {
        "title": "Who?",
        "options": [{"label": "Ben", "id": str(founder_of(union).pk)}],
        "fill_office": {"office": office, "candidates": [str(founder_of(union).pk)]},
    }

    answer = asha.post(here + "/proposals", sent)

    assert told(answer, 422)["errors"][0]["id"] == "field_unknown"


def test_addresses_in_the_terms_are_told_to_nobody(union, here, asha):
    people = [{"name": "Dolores", "member_class": "tenant"}]
    draft = told(
        asha.post(here + "/proposals", {"title": "Shall we?", "admit_member": people}),
        201,
    )

    assert draft["terms"] == {"people": people}


@pytest.mark.parametrize(
    "marks", [{}, {"answer": "yes", "approved": []}, {"ranks": {"a": 1}, "scores": {}}]
)
def test_a_ballot_is_filled_in_in_one_way(union, here, asha, clock, marks):
    clock.at = day(30)
    number = put(union, founder_of(union), at=clock.at).number
    one = f"{here}/proposals/{number}"
    until_the_vote(asha, one, clock)

    answer = asha.ask("PUT", one + "/votes/1/ballot", marks)

    assert told(answer, 409)["id"] == "one_sort_of_marks"


def test_a_vote_that_there_is_not_is_not_there(union, here, asha):
    number = put(union, founder_of(union), at=day(1)).number

    answer = asha.ask(
        "PUT", f"{here}/proposals/{number}/votes/1/ballot", {"answer": "no"}
    )

    assert told(answer, 404)["id"] == "not_there"


def test_a_secret_ballot_is_left_to_people(clock):
    charter = a_charter()
    rules = tuple(replace(one, ballot="secret") for one in charter.rules)
    union = an_institution(charter=replace(charter, rules=rules))
    asha, here = program_of(founder_of(union)), f"/institutions/{union.address}"
    clock.at = day(30)
    one = f"{here}/proposals/{put(union, founder_of(union), at=clock.at).number}"
    until_the_vote(asha, one, clock)

    answer = asha.ask("PUT", one + "/votes/1/ballot", {"answer": "yes"})

    assert told(answer, 403)["id"] == "secret_ballots_by_people"
    assert told(asha.get(one + "/votes/1"))["turnout"] == 0


@pytest.mark.parametrize("said", ["yes", "no"])
def test_what_the_only_voter_of_a_lost_secret_vote_said_is_not_told(clock, said):
    secret = {
        "rules.ordinary.ballot": "secret",
        "rules.ordinary.quorum.kind": "positive_votes",
        "rules.ordinary.quorum.at_least": "4",
    }
    union = an_institution(charter=adjusted(a_charter(), secret))
    founder, here = founder_of(union), f"/institutions/{union.address}"
    for name in ("Ben", "Chidi", "Dolores", "Emre"):
        a_member(union, name)
    everybody = list(Member.objects.filter(institution=union))
    proposal = a_proposal(union, everybody, at=day(1))
    question = voting(proposal)
    clock.at = answered(question, **{said: [founder]})

    vote = told(program_of(founder).get(f"{here}/proposals/{proposal.number}/votes/1"))

    assert vote["turnout"] == 1
    assert vote["outcome"]["carried"] is False
    assert vote["outcome"]["winners"] == vote["outcome"]["plain"]["winners"] == []


def test_a_program_is_told_how_far_a_ballot_on_money_goes(clock):
    shipped = a_charter()
    rules = tuple(
        replace(one, method="greedy", marking=Marking("cumulative", 6))
        if one.id == "options"
        else one
        for one in shipped.rules
    )
    union = an_institution(charter=replace(shipped, rules=rules))
    asha, here = program_of(founder_of(union)), f"/institutions/{union.address}"
    ben = program_of(a_member(union, "Ben"))
    clock.at = day(30)
    options = [{"label": "A bench", "cost": 400}, {"label": "Trees", "cost": 500}]
    words = {"title": "What with 700?", "options": options, "budget": 700}
    draft = told(asha.post(here + "/proposals", words | {"rule": "options"}), 201)
    one = f"{here}/proposals/{draft['number']}"
    told(asha.post(one + "/put"))
    told(ben.ask("PUT", one + "/support", {"version": 1}))
    until_the_vote(asha, one, clock)
    vote = told(asha.get(one + "/votes/1"))
    first, second = (option["id"] for option in vote["options"])

    beyond = asha.ask("PUT", one + "/votes/1/ballot", {"scores": {first: 4, second: 3}})
    taken = asha.ask("PUT", one + "/votes/1/ballot", {"scores": {first: 4, second: 2}})

    assert (vote["ballot_form"], vote["points"], vote["ranks"]) == (
        "cumulative",
        6,
        None,
    )
    refusal = told(beyond, beyond.status_code)
    assert beyond.status_code >= 400
    assert refusal["id"] == "points_beyond"
    assert told(taken)["my_marks"] == {"scores": {first: 4, second: 2}}
