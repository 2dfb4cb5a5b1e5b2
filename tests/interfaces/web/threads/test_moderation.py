"""Reported, hidden, contradicted, restored: on the pages, shown nowhere meanwhile."""

import pytest
from django.urls import reverse

from commonweal.foundation.institutions.actions.bringing import bring_statement
from commonweal.foundation.threads import actions, queries
from commonweal.foundation.threads.models import Hiding, Report
from tests.builders import a_member, an_institution, day, founder_of
from tests.foundation.threads.given import stewards
from tests.interfaces.web.conftest import browser_of
from tests.interfaces.web.visitors import put

pytestmark = pytest.mark.django_db

INSULT = "Rosa is a thief, everybody knows."


@pytest.fixture
def hall(clock):
    """Give an assembly whose proposals are public, with two coordinators."""
    there = an_institution("neighbourhood_assembly")
    people = {"hugo": founder_of(there)}
    for name in ("Rosa", "Samir", "Halima", "Emre"):
        people[name.lower()] = a_member(there, name)
    stewards(there, people["samir"], people["halima"], office="coordinator")
    return there, people


@pytest.fixture
def post(hall):
    there, people = hall
    proposal = put(there, people["hugo"], at=day(1))
    return actions.say_in_thread(
        proposal.pk, institution=there, by=people["hugo"], text=INSULT, at=day(1)
    )


def page(name, hall, *parts):
    return reverse(name, args=[hall[0].address, *parts])


def seen_by(reader, url):
    return browser_of(reader).get(url).content.decode()


def decision_page(hall, number=1):
    return page("decisions:decision", hall, number)


def reported(hall, by, kind, about, **more):
    told = {"wrong": "hurts", "words": "That is not so.", **more}
    return browser_of(by).post(page("threads:report", hall, kind, about), told)


def hidden(hall, by, kind, about):
    told = {"deed": "hide", "wrong": "hurts", "reason": "It insults a neighbour."}
    answer = browser_of(by).post(page("threads:decide", hall, kind, about), told)
    assert answer.status_code == 302, answer.content.decode()
    return Hiding.objects.get(about_id=about, shown_at=None)


def test_words_are_reported_hidden_contradicted_and_come_back(hall, post, clock):
    _, people = hall
    answer = reported(hall, people["rosa"], "post", post.pk)
    assert answer["Location"] == f"{decision_page(hall)}#said-{post.pk}"
    assert "Look at a report" in seen_by(people["samir"], "/")
    hiding = hidden(hall, people["samir"], "post", post.pk)

    seen = seen_by(people["emre"], decision_page(hall))

    assert INSULT not in seen
    assert "Hidden by Samir, who holds this office: Coordinator." in seen
    assert "It insults a neighbour." in seen
    assert "There is time to appeal until" in seen

    own = page("threads:hidden", hall, hiding.pk)
    assert INSULT in seen_by(people["hugo"], own)
    assert INSULT in seen_by(people["halima"], own)
    assert INSULT not in seen_by(people["emre"], own)

    browser_of(people["hugo"]).post(
        page("threads:appeal", hall, hiding.pk), {"words": "I have proof."}
    )
    assert "Decide an appeal" in seen_by(people["halima"], "/")
    assert "Decide an appeal" not in seen_by(people["samir"], "/")
    browser_of(people["halima"]).post(
        page("threads:answer", hall, hiding.pk),
        {"outcome": "back", "reason": "The minutes say so too."},
    )

    seen = seen_by(people["emre"], decision_page(hall))
    assert INSULT in seen


def test_a_hidden_proposal_shows_its_words_nowhere(hall, clock):
    there, people = hall
    title, text = "Rosa must go", "She is a thief."
    proposal = put(there, people["hugo"], title, text=text, at=day(1))
    reported(hall, people["rosa"], "proposal", proposal.pk)
    hidden(hall, people["samir"], "proposal", proposal.pk)

    for name, parts in {
        "decisions:list": [],
        "decisions:decision": [1],
        "decisions:print": [1],
        "institutions:face": [],
        "institutions:journal": [],
        "institutions:journal_file": [],
    }.items():
        for reader in (people["emre"], None):
            answer = browser_of(reader).get(page(name, hall, *parts))
            seen = answer.content.decode()
            assert title not in seen, name
            assert text not in seen, name
    home = seen_by(people["emre"], "/")
    assert title not in home
    assert "Hidden words" in home


def test_whoever_votes_on_hidden_words_can_read_them_meanwhile(hall, clock):
    there, people = hall
    proposal = put(there, people["hugo"], "Rosa must go", at=day(1))
    from_the_bench = [people["rosa"], people["samir"], people["emre"]]
    for one in from_the_bench:
        browser_of(one).post(page("decisions:support", hall, 1))
    reported(hall, people["rosa"], "proposal", proposal.pk)
    hidden(hall, people["samir"], "proposal", proposal.pk)

    clock.at = day(12)

    member = seen_by(people["emre"], decision_page(hall))
    stranger = seen_by(None, decision_page(hall))
    assert "Read the hidden words" in member
    assert "Rosa must go" in member
    assert "Rosa must go" not in stranger


def test_a_statement_can_be_reported_by_a_stranger_and_hidden(clock):
    made = an_institution("neighbourhood_assembly")
    founder = founder_of(made)
    statement = bring_statement(
        made,
        by=founder,
        title="Rosa stays out",
        text="For ever.",
        decided_on=day(-9).date(),
        at=day(0),
    )
    ben, chidi = a_member(made, "Ben"), a_member(made, "Chidi")
    stewards(made, ben, chidi, office="coordinator")
    here = (made, {})

    assert "Rosa stays out" in seen_by(None, page("institutions:face", here))
    answer = reported(here, None, "statement", statement.pk)
    assert answer.status_code == 302
    hidden(here, ben, "statement", statement.pk)

    for reader in (None, founder):
        seen = browser_of(reader).get(page("institutions:face", here))
        assert "Rosa stays out" not in seen.content.decode()


def test_a_stranger_reports_only_what_strangers_see(hall, post):
    answer = reported(hall, None, "post", post.pk)

    assert answer.status_code == 409
    assert not Report.objects.exists()
    assert INSULT not in answer.content.decode()


def test_a_stranger_tries_only_so_often(hall, clock):
    there, people = hall
    proposal = put(there, people["hugo"], at=day(1))

    answers = [
        reported(hall, None, "proposal", proposal.pk).status_code for _ in range(11)
    ]

    assert answers == [302] * 10 + [409]


def test_nobody_reads_or_decides_from_another_institution(hall, post):
    other = an_institution("neighbourhood_assembly")
    stranger = founder_of(other)
    reported(hall, hall[1]["rosa"], "post", post.pk)
    hiding = hidden(hall, hall[1]["samir"], "post", post.pk)
    abroad = (other, {})

    for name, parts in {
        "threads:report": ["post", post.pk],
        "threads:hidden": [hiding.pk],
    }.items():
        answer = browser_of(stranger).get(page(name, abroad, *parts))
        assert answer.status_code == 404
    for name in ("threads:hidden", "threads:stewards"):
        parts = [hiding.pk] if name == "threads:hidden" else []
        answer = browser_of(stranger).get(page(name, hall, *parts))
        assert answer.status_code == 403
        assert INSULT not in answer.content.decode()


def test_reports_are_shown_to_those_who_look_at_them_alone(hall, post):
    reported(hall, hall[1]["rosa"], "post", post.pk, is_urgent="on")
    url = page("threads:stewards", hall)

    steward = seen_by(hall[1]["samir"], url)
    member = seen_by(hall[1]["emre"], url)

    assert "That is not so." in steward
    assert "Cannot wait" in steward
    assert "That is not so." not in member
    assert "Reports that wait" not in member


def test_a_decision_without_a_reason_keeps_what_was_typed(hall, post):
    reported(hall, hall[1]["rosa"], "post", post.pk)

    answer = browser_of(hall[1]["samir"]).post(
        page("threads:decide", hall, "post", post.pk), {"deed": "hide", "wrong": "spam"}
    )

    assert answer.status_code == 422
    assert 'value="spam" selected' in answer.content.decode()
    assert not Hiding.objects.exists()


def test_leaving_words_and_undoing_are_offered(hall, post):
    there, people = hall
    reported(hall, people["rosa"], "post", post.pk)
    browser_of(people["samir"]).post(
        page("threads:decide", hall, "post", post.pk),
        {"deed": "leave", "reason": "It is hard, and no insult."},
    )
    assert queries.reports_to_answer(there) == ()

    reported(hall, people["rosa"], "post", post.pk)
    hiding = hidden(hall, people["samir"], "post", post.pk)
    browser_of(people["samir"]).post(
        page("threads:show_again", hall, hiding.pk), {"reason": "I misread."}
    )

    assert INSULT in seen_by(people["emre"], decision_page(hall))
