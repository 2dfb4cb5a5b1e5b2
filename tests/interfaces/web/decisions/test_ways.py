"""Each way to propose and each form of ballot, from the words to the outcome."""

from datetime import timedelta

import pytest

from commonweal.capabilities.decisions import actions
from commonweal.capabilities.decisions.models import Proposal
from commonweal.foundation.institutions import queries
from tests.builders import day
from tests.interfaces.web.decisions.a_union import Union, text_of
from tests.interfaces.web.visitors import browser_of, put

pytestmark = pytest.mark.django_db


@pytest.fixture
def union(monkeypatch):
    return Union(monkeypatch)


def test_options_are_ranked_and_counted_in_steps(union):
    page = union.write(
        "by-options",
        title="Where do we meet?",
        lines="The library\nThe church hall\n\nThe bakery",
        text="",
    )
    ballot = union.open_vote(page)
    ids = [str(option["id"]) for option in ballot.options]

    one_first = {f"on-{ids[0]}": "1", f"on-{ids[1]}": "2", f"on-{ids[2]}": ""}
    told = union.vote(page, one_first, one_first, {f"on-{ids[2]}": "1"})

    assert ballot.shape == "ranking"
    assert [field.value() for field in ballot] == ["", "", ""]
    assert "Chosen: The library." in text_of(told)
    assert "The count, in" in text_of(told)


def test_a_ballot_without_a_single_rank_comes_back(union):
    page = union.write(
        "by-options", title="Where?", lines="The library\nThe hall", text=""
    )
    union.open_vote(page)

    answer = browser_of(union.asha).post(page + "ballot/1/", {})

    assert answer.status_code == 422
    assert "Mark at least one option." in text_of(answer)


def test_an_option_of_another_question_is_no_option_of_this_one(union):
    page = union.write(
        "by-options", title="Where?", lines="The library\nThe hall", text=""
    )
    ballot = union.open_vote(page)
    ids = [str(option["id"]) for option in ballot.options]

    answer = browser_of(union.asha).post(
        page + "ballot/1/", {f"on-{ids[0]}": "1", "on-somebody-else": "2"}
    )
    kept = browser_of(union.asha).get(page).context["view"].question.my_marks

    assert answer.status_code == 302
    assert kept == {"ranks": {ids[0]: 1}}


def test_a_rank_beyond_the_options_is_not_taken(union):
    page = union.write(
        "by-options", title="Where?", lines="The library\nThe hall", text=""
    )
    ballot = union.open_vote(page)
    first = str(ballot.options[0]["id"])

    answer = browser_of(union.asha).post(page + "ballot/1/", {f"on-{first}": "9"})

    assert answer.status_code == 422


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("Only one", "Write at least two options"),
        ("The hall\nthe HALL", "is there twice"),
        ("x" * 121 + "\nThe hall", "at most 120"),
        ("\n".join(f"Place {n}" for n in range(201)), "at most 200"),
    ],
)
def test_options_that_cannot_be_asked_come_back_with_the_reason(union, lines, said):
    answer = browser_of(union.asha).post(
        union.here + "new/by-options/", {"title": "Where?", "lines": lines}
    )

    assert answer.status_code == 422
    assert said in text_of(answer)
    assert not Proposal.objects.exists()


def test_a_statement_is_adopted_and_stands_on_the_page(union):
    page = union.write(
        "adopt_statement",
        title="Shall we adopt our house rules?",
        statement_title="House rules",
        statement="We clean the stairs in turns.",
        text="",
    )
    union.open_vote(page)
    union.vote(page, *({"answer": "yes"} for _ in range(5)))

    face = browser_of(union.asha).get(f"/i/{union.institution.address}/")

    assert "We clean the stairs in turns." in text_of(face)


def test_somebody_is_admitted_by_decision(union):
    page = union.write(
        "admit_member",
        title="Shall we admit Farah?",
        people="Farah\n",
        member_class="tenant",
        text="",
    )
    union.open_vote(page)
    told = union.vote(page, *({"answer": "yes"} for _ in range(5)))

    assert "Farah: admitted as Tenant." in text_of(told)
    names = {one.name for one in queries.members(union.institution, at=union.clock.at)}
    assert "Farah" in names
    people = browser_of(union.asha).get(f"/i/{union.institution.address}/people/")
    assert "has not signed in yet" in text_of(people)


def test_an_office_is_filled_by_election(union):
    ben, chidi, *_ = union.others
    page = union.write(
        "fill_office",
        title="Who are our stewards?",
        office="steward",
        candidates=[str(ben.pk), str(chidi.pk)],
        text="",
    )
    union.open_vote(page)
    told = union.vote(page, *({f"on-{ben.pk}": "1", f"on-{chidi.pk}": "2"},) * 5)
    face = browser_of(union.asha).get(f"/i/{union.institution.address}/")

    assert "Ben" in text_of(told)
    assert "Steward" in text_of(face)


def test_money_is_shared_out_among_what_it_can_pay_for(monkeypatch):
    union = Union(monkeypatch, "neighbourhood_assembly")
    choice = browser_of(union.asha).get(union.here + "new/")
    budgets = [way for way, _ in choice.context["ways"] if "how much money" in way.more]
    assert budgets, "this kind shares out money"
    here = f"new/{budgets[0].slug}/"

    missing = browser_of(union.asha).post(
        union.here + here,
        {"title": "What with 900?", "budget": "900", "lines": "A bench\nTrees: 500"},
    )
    page = union.write(
        budgets[0].slug,
        title="What with 900?",
        budget="900",
        lines="A bench: 400\nTrees: 500\nA stage: 800",
        text="",
    )

    assert missing.status_code == 422
    assert "A bench" in text_of(missing)
    ballot = union.open_vote(page)
    ids = [str(option["id"]) for option in ballot.options]
    told = union.vote(page, *({"approved": ids[:2]},) * 5)
    headline = told.context["outcomes"][0].headline
    assert headline in {
        "Chosen and paid for: A bench and Trees.",
        "Chosen and paid for: Trees and A bench.",
    }


def test_each_way_says_its_rule_before_anything_is_written(union):
    choice = browser_of(union.asha).get(union.here + "new/")

    slugs = [way.slug for way, _ in choice.context["ways"]]
    assert " ".join(slugs) == (
        "by-ordinary by-options by-withholding "
        "adopt_statement admit_member fill_office name_trustees "
        "join_confederation send_delegates recall_delegate "
        "raise_matter join_raising withdraw_matter give_mandate "
        "answer_matter discharge_delegates join_above leave_above return_words "
        "stay_out say_kept find_kept plan_to_keep do_listed_act "
        "admit_body accuse_body put_body_out "
        "leave_confederation stay_in_confederation wind_up go_on"
    )
    # Of a mandate the matter and the sort are chosen first, on a page of its own.
    slugs.remove("give_mandate")
    for slug in slugs:
        page = browser_of(union.asha).get(f"{union.here}new/{slug}/")
        assert "How it will be decided" in text_of(page)


def test_no_way_leads_round_the_rule_for_the_charter(union):
    for slug in ("by-charter_change", "amend_charter", "by-nothing"):
        answer = browser_of(union.asha).get(f"{union.here}new/{slug}/")
        assert answer.status_code == 404


def test_the_candidates_stay_when_the_words_change(union):
    ben, chidi, *_ = union.others
    page = union.write(
        "fill_office",
        title="Who are our stewards?",
        office="steward",
        candidates=[str(ben.pk), str(chidi.pk)],
        text="",
    )

    browser = browser_of(union.asha)
    seen = browser.get(page).context["view"].version.pk
    words = {"title": "Who are our stewards this year?", "text": "", "seen": seen}
    browser.post(page + "revise/", words)
    view = browser_of(union.asha).get(page).context["view"]

    assert view.title == "Who are our stewards this year?"
    assert [one["label"] for one in view.version.options] == ["Ben", "Chidi"]


def test_two_browsers_of_one_member_hold_one_ballot(union):
    proposal = put(union.institution, union.asha, at=day(1))
    for member in union.others:
        actions.support(proposal, by=member, at=day(1))
    union.clock.at = day(8)
    page = f"{union.here}{proposal.number}/"
    phone, laptop = browser_of(union.asha), browser_of(union.asha)

    phone.post(page + "ballot/1/", {"answer": "yes"})
    laptop.post(page + "ballot/1/", {"answer": "no"})

    question = phone.get(page).context["view"].question
    assert question.turnout == 1
    assert question.my_marks == {"answer": "no"}


def test_an_amendment_still_tells_what_it_changed_once_it_has(union):
    change = union.here.replace("decisions/", "charter/change/")
    browser = browser_of(union.asha)
    offered = browser.get(change).context["forms"].controls
    typed = {field.html_name: field.value() for field in offered}
    typed["set-rules.ordinary.voting_days"] = "9"
    page = browser.post(change, typed | {"title": "", "text": "", "bylaws": ""})[
        "Location"
    ]
    browser.post(page + "put/")

    before = browser.get(page).context["sets_in_motion"]["changes"]
    union.open_vote(page)
    union.vote(page, *({"answer": "yes"} for _ in range(5)))
    union.clock.at += timedelta(days=2)
    after = browser.get(page).context["sets_in_motion"]["changes"]

    assert before == after
    assert "9" in before[0]
