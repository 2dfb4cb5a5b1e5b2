"""Where no steward can look, the pages say who reads a report, and lead them to it."""

import pytest
from django.urls import reverse

from commonweal.foundation.threads import actions
from tests.builders import a_member, an_institution, day, founder_of
from tests.foundation.threads.given import reported, stewards
from tests.interfaces.web.conftest import browser_of
from tests.interfaces.web.visitors import put

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
ALL = "So the report goes to all members who could hold it"


@pytest.fixture
def union():
    return an_institution()


@pytest.fixture
def people(union):
    return [founder_of(union), *(a_member(union, name) for name in ("Ben", "Chidi"))]


def said_by(author, union):
    proposal = put(union, author, at=day(0))
    return actions.say_in_thread(
        proposal.pk, institution=union, by=author, text="Ben lies.", at=day(0)
    )


def seen_by(reader, name, union, *parts):
    url = reverse(name, args=[union.address, *parts])
    return browser_of(reader).get(url).content.decode()


def test_the_page_says_who_reads_a_report_before_it_is_sent(union, people):
    asha, ben, chidi = people
    post = said_by(asha, union)

    empty = seen_by(ben, "threads:report", union, "post", post.pk)
    stewards(union, chidi)
    filled = seen_by(ben, "threads:report", union, "post", post.pk)

    assert ALL in empty
    assert ALL not in filled
    assert "The report goes to this office: Steward." in filled


def test_what_needs_me_names_the_report_for_whoever_stands_in(union, people):
    asha, ben, chidi = people
    post = said_by(asha, union)
    reported(post, ben, at=day(1))

    needs = browser_of(chidi).get("/").content.decode()
    page = seen_by(chidi, "threads:stewards", union)
    authors = seen_by(asha, "threads:stewards", union)

    assert "Look at a report" in needs
    assert "Nobody holds this office now." in page
    assert "He calls me a liar." in page
    assert "He calls me a liar." not in authors
    assert "Look at a report" not in browser_of(asha).get("/").content.decode()


def test_the_second_to_decide_sees_who_answered_and_sends_nothing_again(union, people):
    asha, ben, chidi = people
    dora = a_member(union, "Dora")
    post = said_by(asha, union)
    reported(post, ben, at=day(1))
    url = reverse("threads:decide", args=[union.address, "post", post.pk])
    told = {"deed": "hide", "wrong": "hurts", "reason": "It insults a neighbour."}
    hiding = browser_of(chidi).post(url, told)["Location"]

    answer = browser_of(dora).post(url, told)

    seen = answer.content.decode()
    assert answer.status_code == 409
    assert "Chidi answered this just now: the words are hidden." in seen
    assert f'href="{hiding}"' in seen
    assert "Send them again" not in seen
    standing = "Hidden by Chidi, standing in, since nobody held this office: Steward."
    assert standing in browser_of(dora).get(hiding).content.decode()


def test_the_second_to_decide_is_told_that_words_were_left(union, people):
    asha, ben, chidi = people
    dora = a_member(union, "Dora")
    post = said_by(asha, union)
    reported(post, ben, at=day(1))
    url = reverse("threads:decide", args=[union.address, "post", post.pk])
    told = {"deed": "leave", "wrong": "hurts", "reason": "It is hard, no insult."}
    browser_of(chidi).post(url, told)

    seen = browser_of(dora).post(url, told).content.decode()

    assert "This was answered just now: the words stand as they are." in seen
    assert f"#said-{post.pk}" in seen


def test_words_that_came_back_are_not_said_to_be_out_of_sight(union, people):
    asha, ben, chidi = people
    post = said_by(asha, union)
    reported(post, ben, at=day(1))
    url = reverse("threads:decide", args=[union.address, "post", post.pk])
    told = {"deed": "hide", "wrong": "hurts", "reason": "It insults a neighbour."}
    hiding = browser_of(chidi).post(url, told)["Location"]
    assert "Only whoever wrote them" in browser_of(asha).get(hiding).content.decode()

    browser_of(chidi).post(f"{hiding}show/", {"reason": "I was wrong."})

    back = browser_of(asha).get(hiding).content.decode()
    assert "Words that came back" in back
    assert "Only whoever wrote them" not in back
    assert "There is time to appeal" not in back


def test_whoever_wrote_hidden_words_reads_it_among_what_needs_them(union, people):
    asha, ben, chidi = people
    post = said_by(asha, union)
    reported(post, ben, at=day(1))
    url = reverse("threads:decide", args=[union.address, "post", post.pk])
    told = {"deed": "hide", "wrong": "hurts", "reason": "It insults a neighbour."}
    hiding = browser_of(chidi).post(url, told)["Location"]

    needs = browser_of(asha).get("/").content.decode()
    browser_of(asha).post(f"{hiding}appeal/", {"words": "It was a joke."})

    assert "Your words were hidden: appeal, or let it be" in needs
    assert f'href="{hiding}"' in needs
    assert hiding not in browser_of(ben).get("/").content.decode()
    assert hiding not in browser_of(asha).get("/").content.decode()
