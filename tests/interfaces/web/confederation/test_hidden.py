"""Words of bodies and delegates: reported, hidden in their place, asked back."""

from datetime import timedelta

import pytest
from tests.builders import day
from tests.capabilities.confederation.given import (
    DELIBERATED,
    WORDS,
    a_body,
    a_confederation,
    person_in,
    raised,
    told,
)
from tests.foundation.threads.given import stewards
from tests.interfaces.web.conftest import browser_of

from commonweal.capabilities.confederation import actions, queries
from commonweal.capabilities.confederation.models import ConfederalDeed
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.threads import actions as moderation
from commonweal.foundation.threads import queries as threads
from commonweal.foundation.threads.actions import Ground, stop_in_last_resort
from commonweal.foundation.threads.models import Hiding
from commonweal.rules.confederation.filed import read_file
from commonweal.rules.confederation.mandates import Whole
from commonweal.rules.verdict import Refused

pytestmark = pytest.mark.django_db
INSULT = "Rosa, Mill Lane 3, is a thief."
NOW = DELIBERATED + timedelta(hours=1)


@pytest.fixture
def bodies(clock):
    clock.at = NOW
    return a_body("Asha", "Ana"), a_body("Ben", "Bo"), a_body("Chidi", "Carla")


@pytest.fixture
def whole(bodies):
    return a_confederation(*bodies)


@pytest.fixture
def delegates(delegates, whole):
    stewards(whole, delegates[1], office="secretary", at=day(5))
    return delegates


@pytest.fixture
def matter(bodies, whole, delegates):
    return raised(bodies[0], whole)


@pytest.fixture
def put(matter, delegates):
    return actions.put_to_congress(
        matter, words=INSULT, is_urgent=False, by=delegates[0], at=NOW
    )


def read(by, url):
    return " ".join(browser_of(by).get(url).content.decode().split())


def hides(whole, steward, kind, place):
    """Let a stranger report words where they read them, and the secretary hide them."""
    here = f"/i/{whole.address}"
    page = f"{here}/together/1/"
    assert f"{here}/report/{kind}/{place}/" in read(None, page)
    answer = browser_of(None).post(
        f"{here}/report/{kind}/{place}/", {"wrong": "hurts", "words": "It is not so."}
    )
    assert answer["Location"] == f"{page}#said-{place}"
    told = {"deed": "hide", "wrong": "hurts", "reason": "It tells where she lives."}
    done = browser_of(steward).post(f"{here}/stewards/{kind}/{place}/", told)
    assert done.status_code == 302, done.content.decode()
    return Hiding.objects.get(about_id=place)


def test_words_put_to_a_congress_are_reported_and_hidden_in_their_place(
    whole, matter, put, bodies, delegates, clock
):
    hiding = hides(whole, delegates[1], "confederal_words", put.pk)

    here = f"/i/{whole.address}"
    for reader in (None, person_in(bodies[0], "Ana"), delegates[2]):
        for url in (
            f"{here}/together/1/",
            f"/api/institutions/{whole.address}/together/1",
            f"{here}/together/",
        ):
            assert "Mill Lane" not in read(reader, url), url
        assert "It tells where she lives." in read(reader, f"{here}/together/1/")
    assert "Mill Lane" not in read(delegates[2], f"{here}/together/mine/")
    own = f"{here}/hidden/{hiding.pk}/"
    assert "Mill Lane" in read(delegates[0], own)
    assert put.words == ConfederalDeed.objects.get(pk=put.pk).words


def test_what_a_congress_found_goes_with_the_words_that_were_put(
    whole, matter, put, bodies, delegates, clock
):
    for body, delegate in zip(bodies, delegates, strict=True):
        told(body, matter, "yes")
        actions.say(matter, saying=Whole("yes"), by=delegate, at=NOW)
    clock.at = NOW + timedelta(days=30)
    actions.settle_matters(whole, at=clock.at)
    hides(whole, delegates[1], "confederal_words", put.pk)

    file = browser_of(None).get(f"/i/{whole.address}/together/1/matter.json").json()

    assert "Mill Lane" not in str(file)
    found = next(one for one in file["deeds"] if one["deed"] == "composed")
    assert file["hidden"] == [found["number"]]
    assert found["facts"]["text"] == put.facts["text"]
    assert read_file(file).case


def test_a_matter_is_hidden_on_every_list_and_its_digest_stays(
    whole, matter, delegates, bodies
):
    matter.title, matter.text = "Rosa of Mill Lane", INSULT
    matter.save()
    before = queries.matter_at(whole, 1, at=NOW)
    hides(whole, delegates[1], "confederal_matter", matter.pk)

    here = f"/i/{whole.address}"
    ana = person_in(bodies[0], "Ana")
    for url in (
        f"{here}/together/",
        f"{here}/together/1/",
        f"/i/{bodies[0].address}/together/",
        f"/i/{bodies[0].address}/decisions/new/give_mandate/",
    ):
        assert "Mill Lane" not in read(ana, url), url
    file = browser_of(None).get(f"{here}/together/1/matter.json").json()
    assert "Mill Lane" not in str(file)
    assert file["hidden"][0] == 0
    assert file["digest"] == before.text


def test_nobody_puts_words_where_the_operator_lets_nobody_write(
    whole, matter, delegates, bodies
):
    ground = Ground("law", "A court said so.", 10)
    stop_in_last_resort(whole, "writing", ground=ground, at=NOW)
    whole.refresh_from_db()
    matter.refresh_from_db()

    with pytest.raises(Refused, match="institution_frozen"):
        actions.put_to_congress(
            matter, words=WORDS, is_urgent=False, by=delegates[0], at=NOW
        )
    with pytest.raises(Refused, match="institution_frozen"):
        raised(bodies[0], whole)


def test_whose_base_is_asked_reads_it_where_the_face_is_hidden(
    whole, matter, put, bodies, delegates
):
    ground = Ground("law", "A court said so.", 10)
    stop_in_last_resort(whole, "face", ground=ground, at=NOW)
    page = f"/i/{whole.address}/together/1/"

    answers = [
        browser_of(one).get(page).status_code
        for one in (None, person_in(bodies[2], "Carla"), delegates[0])
    ]

    assert answers == [451, 200, 200]


def test_nobody_votes_on_words_that_a_few_have_hidden(
    whole, matter, put, bodies, delegates, clock
):
    """While the bases are asked, their members read what they are asked about."""
    for body, delegate in zip(bodies, delegates, strict=True):
        told(body, matter, "yes", at=NOW)
        actions.say(matter, saying=Whole("yes"), by=delegate, at=NOW)
    clock.at = NOW + timedelta(days=3)
    actions.settle_matters(whole, at=clock.at)
    hides(whole, delegates[1], "confederal_words", put.pk)
    here = f"/i/{whole.address}/together/1/"
    api = f"/api/institutions/{whole.address}/together/1"
    ana = person_in(bodies[0], "Ana")

    assert "Mill Lane" in read(ana, here)
    for url in (here, api):
        assert "Mill Lane" not in read(None, url)
    clock.at = NOW + timedelta(days=60)
    assert "Mill Lane" not in read(ana, here)


def test_whoever_nobody_knows_yet_reads_as_a_stranger_does(whole, bodies, delegates):
    Member.objects.filter(institution=bodies[0], name="Ana").update(confirmers_needed=1)
    ana = person_in(bodies[0], "Ana")

    reader = queries.reading(whole, None, ana.person, at=NOW)

    assert not reader.is_inside
    assert queries.bodies_of(whole, ana.person, at=NOW) == []


def test_words_added_to_a_report_are_gone_through_every_door(
    whole, matter, put, bodies, delegates, clock
):
    for body, delegate in zip(bodies, delegates, strict=True):
        told(body, matter, "yes", at=NOW)
        actions.say(matter, saying=Whole("yes"), by=delegate, at=NOW)
    clock.at = NOW + timedelta(days=3)
    actions.settle_matters(whole, at=clock.at)
    actions.report(matter, words="Ask at Palm Street 12.", by=delegates[0], at=clock.at)
    row = ConfederalDeed.objects.get(deed="reported")
    ana = person_in(bodies[0], "Ana")
    page = f"/i/{whole.address}/together/1/"
    report = f"/i/{whole.address}/report/confederal_words/{row.pk}/"
    api = f"/api/institutions/{whole.address}/together/1"
    assert "Palm Street" in read(ana, page)
    assert "Palm Street" not in read(None, report)

    said = threads.said_at(whole, "confederal_words", row.pk)
    complaint = moderation.Complaint("hurts", "", False)
    moderation.report(
        said, institution=whole, by=delegates[2], complaint=complaint, at=clock.at
    )
    moderation.hide(
        said,
        institution=whole,
        by=delegates[1],
        wrong="hurts",
        reason="It tells where she lives.",
        at=clock.at,
    )

    for url in (page, api):
        assert "Palm Street" not in read(ana, url), url
