"""What the operator does in the last resort decides nothing that bases are asked."""

from datetime import timedelta

import pytest
from tests.builders import founder_of
from tests.capabilities.confederation.given import (
    COMPOSED,
    WORDS,
    in_congress,
    person_in,
    raised,
)
from tests.interfaces.web.conftest import browser_of

from commonweal.capabilities.confederation import queries
from commonweal.capabilities.decisions import actions as decisions
from commonweal.capabilities.decisions.actions import Aim, Wording
from commonweal.capabilities.decisions.models import Version
from commonweal.foundation.institutions.queries import memberships_of
from commonweal.foundation.threads import queries as threads
from commonweal.foundation.threads.actions import (
    Ground,
    hide_in_last_resort,
    stop_in_last_resort,
)
from commonweal.rules.verdict import Refused

pytestmark = pytest.mark.django_db
LAW = Ground("law", "A court ordered it.", 60)
NOW = COMPOSED + timedelta(days=1)


@pytest.fixture
def asked(bodies, whole, clock):
    matter = raised(bodies[0], whole)
    in_congress(matter, bodies)
    clock.at = NOW
    return matter


@pytest.fixture
def frozen(asked, bodies):
    stop_in_last_resort(bodies[0], "writing", ground=LAW, at=NOW)
    bodies[0].refresh_from_db()
    return bodies[0]


def read(by, url):
    return " ".join(browser_of(by).get(url).content.decode().split())


def an_answer(base, matter, *, title="Shall we?", text="", effect="answer_matter"):
    asha = founder_of(base)
    draft = decisions.draft_proposal(
        base,
        by=asha,
        words=Wording(title, text, (), "en"),
        aim=Aim(effect, {"matter": str(matter.pk)}),
        at=NOW,
    )
    return decisions.put_proposal(draft, by=asha, at=NOW)


@pytest.mark.parametrize("kind", ["confederal_matter", "confederal_words"])
def test_whoever_is_asked_reads_what_the_operator_has_taken_down(
    whole, asked, bodies, kind
):
    found = queries.matter_at(whole, 1, at=NOW)
    places = {"confederal_matter": asked.pk, "confederal_words": found.of("put")[0].pk}
    said = threads.said_at(whole, kind, places[kind])
    hide_in_last_resort(whole, said, ground=LAW, at=NOW)
    an_answer(bodies[0], asked)
    ana = person_in(bodies[0], "Ana")

    for url in (
        f"/i/{whole.address}/together/1/",
        f"/api/institutions/{whole.address}/together/1",
        f"/i/{bodies[0].address}/decisions/1/",
    ):
        assert WORDS in read(ana, url), url


def test_an_answer_that_is_taken_down_still_shows_what_the_base_is_asked(asked, bodies):
    answer = an_answer(bodies[0], asked, title="Say no, or else")
    said = threads.said_at(bodies[0], "proposal", answer.pk)
    hide_in_last_resort(bodies[0], said, ground=LAW, at=NOW)

    page = read(person_in(bodies[0], "Ana"), f"/i/{bodies[0].address}/decisions/1/")

    assert WORDS in page
    assert "Say no, or else" not in page


def test_nobody_keeps_a_base_from_answering_by_a_freeze(frozen, asked):
    asha = founder_of(frozen)

    answer = an_answer(frozen, asked)

    assert Version.objects.get(proposal=answer).title == asked.title
    found = queries.needs_together(memberships_of(asha.person, at=NOW), at=NOW)
    assert "together_answer" not in [one.kind for one in found]


def test_an_answer_brings_no_words_of_its_own_meanwhile(frozen, asked):
    with pytest.raises(Refused, match="answer_without_words"):
        an_answer(frozen, asked, text="Buy here!")
    with pytest.raises(Refused, match="institution_frozen"):
        an_answer(frozen, asked, effect="return_words", text="Other words.")
    with pytest.raises(Refused, match="institution_frozen"):
        an_answer(frozen, asked, effect="give_mandate")


def test_what_was_drafted_before_is_put_without_its_words(bodies, asked):
    asha = founder_of(bodies[0])
    aim = Aim("answer_matter", {"matter": str(asked.pk)})
    drafts = [
        decisions.draft_proposal(
            bodies[0], by=asha, words=Wording("Buy!", text), aim=aim, at=NOW
        )
        for text in ("", "Buy here!")
    ]
    stop_in_last_resort(bodies[0], "writing", ground=LAW, at=NOW)

    put = decisions.put_proposal(drafts[0], by=asha, at=NOW)

    assert Version.objects.get(proposal=put).title == asked.title
    with pytest.raises(Refused, match="answer_without_words"):
        decisions.put_proposal(drafts[1], by=asha, at=NOW)


def test_the_page_lets_a_frozen_base_answer_and_says_what_it_leaves_out(frozen, asked):
    asha = founder_of(frozen)
    here = f"/i/{frozen.address}/decisions"
    told = {"title": "Shall we?", "text": "Buy here!", "matter": str(asked.pk)}

    refused = browser_of(asha).post(f"{here}/new/answer_matter/", told)
    done = browser_of(asha).post(f"{here}/new/answer_matter/", {**told, "text": ""})

    assert "leave the text empty" in " ".join(refused.content.decode().split())
    assert done.status_code == 302
    assert asked.title in read(asha, done["Location"])


def test_a_frozen_base_is_told_that_it_is_asked(frozen, asked):
    ana = person_in(frozen, "Ana")

    found = queries.needs_together(memberships_of(ana.person, at=NOW), at=NOW)

    assert [one.kind for one in found] == ["together_answer"]
