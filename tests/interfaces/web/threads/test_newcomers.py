"""A newcomer's words on the pages: seen by sponsors, links as text until vouched."""

from dataclasses import replace

import pytest
from django.urls import reverse

from commonweal.capabilities.decisions import actions as deciding
from commonweal.capabilities.decisions.actions import Aim, Wording
from commonweal.foundation.text import html_of
from commonweal.foundation.threads import actions
from commonweal.foundation.threads.models import Hold
from commonweal.rules.moderation.terms import Moderation
from tests.builders import a_charter, a_member, an_institution, day, founder_of
from tests.interfaces.web.conftest import browser_of
from tests.interfaces.web.visitors import put

pytestmark = pytest.mark.django_db

LINKED = "Buy [shoes](https://shoes.example) or <https://more.example> now."


@pytest.fixture
def hall(clock):
    charter = replace(a_charter(), moderation=Moderation(newcomer_posts=2))
    there = an_institution(charter=charter)
    asha = founder_of(there)
    ben = a_member(there, "Ben", at=day(1, hour=9))
    chidi = a_member(there, "Chidi", at=day(1, hour=9))
    proposal = put(there, asha, at=day(1))
    actions.say_in_thread(
        proposal.pk, institution=there, by=ben, text=LINKED, at=day(1)
    )
    return there, asha, ben, chidi


def seen_by(member, there):
    address = reverse("decisions:decision", args=[there.address, 1])
    return browser_of(member).get(address).content.decode()


def test_words_that_wait_are_for_their_author_and_sponsors(hall):
    there, asha, ben, chidi = hall

    assert "shoes.example" in seen_by(asha, there)
    assert "Let them through" in seen_by(asha, there)
    assert "your words wait until a sponsor" in seen_by(ben, there)
    assert "shoes.example" not in seen_by(chidi, there)
    assert "words wait here for a sponsor" in seen_by(chidi, there)


def test_a_newcomers_links_are_text_also_once_the_words_are_let_through(hall):
    there, asha, _ben, chidi = hall
    hold = Hold.objects.get()
    answer = browser_of(asha).post(
        reverse("threads:sponsor", args=[there.address, hold.pk]), {"deed": "through"}
    )
    assert answer.status_code == 302

    seen = seen_by(chidi, there)

    assert "shoes.example" in seen
    assert 'href="https://shoes.example' not in seen
    assert 'href="https://more.example' not in seen

    actions.say_in_thread(
        Hold.objects.get().about_id, institution=there, by=hall[2], text="a", at=day(1)
    )
    actions.let_through(Hold.objects.get(let_through=None), by=asha, at=day(1))
    assert 'href="https://shoes.example' in seen_by(chidi, there)


def test_a_newcomers_links_are_text_in_what_a_yes_would_adopt(hall):
    there, asha, ben, _chidi = hall
    draft = deciding.draft_proposal(
        there,
        by=ben,
        words=Wording("Shall we adopt it?", "Read it."),
        aim=Aim("adopt_statement", {"title": "House rules", "text": LINKED}),
        at=day(1),
    )
    deciding.put_proposal(draft, by=ben, at=day(1))
    hold = Hold.objects.get(about_id=draft.pk)
    deciding.let_draft_through(hold, by=asha, at=day(1))
    address = reverse("decisions:decision", args=[there.address, draft.number])

    seen = browser_of(asha).get(address).content.decode()

    assert "shoes.example" in seen
    assert 'href="https://shoes.example' not in seen


def test_words_can_be_turned_down_with_a_reason_for_their_author(hall):
    there, asha, ben, chidi = hall
    url = reverse("threads:sponsor", args=[there.address, Hold.objects.get().pk])

    refused = browser_of(asha).post(url, {"deed": "down"})
    browser_of(asha).post(url, {"deed": "down", "reason": "It sells shoes."})

    assert refused.status_code == 409
    assert "It sells shoes." in seen_by(ben, there)
    assert "It sells shoes." not in seen_by(chidi, there)


def test_words_out_of_sight_are_not_read_by_asking_to_report_them(hall):
    there, _asha, _ben, chidi = hall
    post = Hold.objects.get().about_id

    answer = browser_of(chidi).get(
        reverse("threads:report", args=[there.address, "post", post])
    )

    assert answer.status_code == 404
    assert "shoes" not in answer.content.decode()


@pytest.mark.parametrize(
    "text",
    [
        "[x](https://a.example)",
        "<https://a.example>",
        "[x][1]\n\n[1]: https://a.example",
        "[x](javascript:alert(1))",
        "![x](https://a.example/x.png)",
        '<a href="https://a.example">x</a>',
    ],
)
def test_without_links_nothing_leads_anywhere(text):
    assert "<a" not in html_of(text, links=False)
    assert "<img" not in html_of(text, links=False)
