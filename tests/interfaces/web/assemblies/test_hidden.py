"""Words of assemblies on the pages: reported, hidden in their place, asked back."""

from datetime import timedelta

import pytest

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.actions import NewTask, give_task
from commonweal.foundation.threads.models import Hiding
from tests.builders import a_member, an_institution, confirmed, founder_of
from tests.capabilities.assemblies.given import an_open_assembly, did
from tests.foundation.threads.given import stewards
from tests.interfaces.web.conftest import browser_of

pytestmark = pytest.mark.django_db
INSULT = "Rosa is a thief."


@pytest.fixture
def hall(clock):
    """Give people and an assembly that Hugo led, insults in all he wrote."""
    there = an_institution("neighbourhood_assembly")
    people = {"hugo": confirmed(founder_of(there))}
    for name in ("Rosa", "Samir", "Halima", "Emre"):
        people[name.lower()] = confirmed(a_member(there, name))
    stewards(there, people["samir"], people["halima"], office="coordinator")
    hugo = people["hugo"]
    row = an_open_assembly(hugo, people["rosa"], people["samir"])
    did(row, "adjourn", hugo, item="2", reason=INSULT, minute=1)
    at = row.opens_at + timedelta(minutes=2)
    give_task(row, NewTask(INSULT, people["rosa"], at.date()), by=hugo, at=at)
    did(row, "close", hugo, minute=30)
    clock.at = row.opens_at + timedelta(hours=2)
    return row, people


def at(row, rest=""):
    return f"/i/{row.institution.address}/assemblies/{row.number}/{rest}"


def read(by, url):
    return " ".join(browser_of(by).get(url).content.decode().split())


def hides(row, people, kind):
    """Let Rosa report words on their page, and Samir hide them."""
    found = queries.passages(row, at=row.opens_at + timedelta(hours=2))
    place = next(one.said.id for one in found if one.said.kind == kind)
    here = f"/i/{row.institution.address}"
    assert f"{here}/report/{kind}/{place}/" in read(people["rosa"], at(row, "words/"))
    answer = browser_of(people["rosa"]).post(
        f"{here}/report/{kind}/{place}/", {"wrong": "hurts", "words": "It is not so."}
    )
    assert answer["Location"] == f"{at(row, 'words/')}#said-{place}"
    assert "It is not so." in read(people["samir"], f"{here}/stewards/")
    told = {"deed": "hide", "wrong": "hurts", "reason": "It insults a neighbour."}
    done = browser_of(people["samir"]).post(f"{here}/stewards/{kind}/{place}/", told)
    assert done.status_code == 302, done.content.decode()
    return Hiding.objects.get(about_id=place)


def test_a_reason_is_reported_hidden_in_its_place_and_comes_back(hall):
    row, people = hall
    hiding = hides(row, people, "deed")
    task = hides(row, people, "task")

    for rest in ("", "live/", "minutes/", "words/"):
        seen = read(people["emre"], at(row, rest))
        assert INSULT not in seen, rest
        assert "It insults a neighbour." in seen, rest
        assert "Hidden by Samir" in seen, rest
    text = read(people["emre"], at(row, "minutes/text/"))
    assert INSULT not in text
    assert "It insults a neighbour." in text
    tasks = read(people["rosa"], f"/i/{row.institution.address}/assemblies/tasks/")
    assert INSULT not in tasks
    assert "It insults a neighbour." in tasks

    own = f"/i/{row.institution.address}/hidden/{hiding.pk}/"
    assert INSULT in read(people["hugo"], own)
    browser_of(people["hugo"]).post(own + "appeal/", {"words": "It is in the books."})
    browser_of(people["halima"]).post(
        own + "answer/", {"outcome": "back", "reason": "The books say so."}
    )
    assert INSULT in read(people["emre"], at(row))
    assert task.shown_at is None


def test_words_beside_a_line_are_hidden_there_and_in_the_pdf(hall):
    row, people = hall
    browser_of(people["rosa"]).post(at(row, "minutes/0/"), {"words": "Hugo is mad."})
    found = queries.passages(row, at=row.opens_at + timedelta(hours=2))
    place = next(one.said.id for one in found if one.said.kind == "minutes")
    here = f"/i/{row.institution.address}"
    told = {"wrong": "hurts", "words": ""}
    browser_of(people["hugo"]).post(f"{here}/report/minutes/{place}/", told)
    told = {"deed": "hide", "wrong": "hurts", "reason": "It insults a neighbour."}
    browser_of(people["samir"]).post(f"{here}/stewards/minutes/{place}/", told)

    seen = read(people["emre"], at(row, "minutes/"))
    assert "Hugo is mad." not in seen
    assert "Proposed by Rosa" in seen
    assert browser_of(people["emre"]).get(at(row, "minutes/pdf/")).status_code == 200


def test_a_title_is_hidden_on_every_list_and_the_place_stays(hall):
    row, people = hall
    hides(row, people, "assembly")

    here = f"/i/{row.institution.address}/assemblies/"
    for url in (here, at(row), at(row, "minutes/"), at(row, "calendar.ics")):
        seen = read(people["emre"], url)
        assert "The rent and the hall" not in seen, url
        assert "Church hall" in seen, url
    assert "The rent and the hall" not in read(people["emre"], "/")


def test_a_matter_is_hidden_on_the_agenda_and_where_it_is_offered_again(hall):
    row, people = hall
    hides(row, people, "matter")

    assert "The hall" not in read(people["emre"], at(row))
    offered = read(people["emre"], f"/i/{row.institution.address}/assemblies/new/")
    assert "The hall<" not in offered


def test_whoever_may_not_attend_neither_reads_nor_reports(hall):
    row, _ = hall
    found = queries.passages(row, at=row.opens_at + timedelta(hours=2))
    [place] = [one.said.id for one in found if one.said.kind == "deed"]
    url = f"/i/{row.institution.address}/report/deed/{place}/"

    assert browser_of(None).get(url).status_code in {302, 403}
    assert browser_of(None).get(at(row, "words/")).status_code in {302, 401, 403}
