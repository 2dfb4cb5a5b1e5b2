"""An institution offers its charter, and another one starts from it."""

from dataclasses import replace

import pytest
from django.test import Client

from commonweal.foundation.institutions.access import has_right
from commonweal.foundation.institutions.actions import founding
from commonweal.foundation.institutions.charters import charter_in_force
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.institutions.queries import members
from commonweal.foundation.journal.models import Line
from commonweal.foundation.journal.queries import comparison
from commonweal.foundation.language import say
from commonweal.rules.fostering.terms import Fostering
from commonweal.rules.verdict import Refused
from tests.builders import (
    a_charter,
    a_member,
    a_person,
    an_institution,
    day,
    founder_of,
)
from tests.clock import stopped
from tests.interfaces.web.institutions.conftest import at, text_of
from tests.interfaces.web.visitors import browser_of

pytestmark = pytest.mark.django_db
TITLE = "Or start from what others here have learned"


@pytest.fixture(autouse=True)
def today(monkeypatch):
    return stopped(monkeypatch, day(1))


def offering(*, public=("charter",), kind="worker_cooperative"):
    charter = replace(
        a_charter(kind),
        public=frozenset(public),
        place="Fennel Valley",
        bylaws="We clean up after ourselves.",
        fostering=Fostering(template=True),
    )
    return an_institution(kind, charter=charter)


def started(client, older, **more):
    """Found an institution by the page of what another one offers."""
    address = f"/found/like/{older.address}/"
    controls = client.get(address).context["forms"].controls
    offered = {controls.add_prefix(one.name): one.value() for one in controls}
    named = {"name": "Our bakery", "address": "our-bakery", "my_name": "Bo"}
    rest = {"place": "", "email": "", "bylaws": "", **more}
    client.post(address, {**offered, **named, **rest})
    return Institution.objects.get(address="our-bakery")


def test_one_starts_from_what_another_offers_and_each_names_the_other(client):
    older = offering()
    assert TITLE in text_of(client.get("/found/"))

    younger = started(client, older)

    charter = charter_in_force(younger, at=day(1))
    assert charter.place == ""
    assert charter.rules == a_charter("worker_cooperative").rules
    assert not charter.fostering.template
    theirs = text_of(Client().get(at(younger, "charter/")))
    ours = text_of(Client().get(at(older, "charter/")))
    assert "This charter grew from that of" in theirs
    assert f'href="{at(older)}"' in theirs
    assert "Found an institution from this charter" in ours
    assert "Our bakery" in ours
    line = Line.objects.get(institution=older, deed="fostered")
    assert "our-bakery" not in str(line.facts)
    assert comparison(younger).problems == ()
    assert comparison(older).problems == ()


def test_somebody_of_the_older_one_can_belong_without_a_vote(client):
    younger = started(client, offering())

    mentor = charter_in_force(younger, at=day(1)).member_class("mentor")

    assert mentor is not None
    assert mentor.rights == {"attend", "speak"}
    assert mentor.lasts_days == 180
    assert dict(mentor.name.versions)["en"] == "Mentor from where we grew from"
    assert dict(mentor.name.versions)["es"]


def test_a_mentor_speaks_for_half_a_year_and_is_put_off_no_list(client):
    younger = started(client, offering())
    charter = charter_in_force(younger, at=day(1))
    mentor = a_member(younger, "Mona", at=day(1))
    Member.objects.filter(pk=mentor.pk).update(member_class="mentor")
    mentor.refresh_from_db()

    def may(right, number):
        return bool(has_right(mentor, charter, right, at=day(number)))

    assert [may("speak", number) for number in (1, 180, 181)] == [True, True, False]
    assert not may("vote", 1)
    assert members(younger, at=day(181)).filter(pk=mentor.pk).exists()


def test_whoever_shows_strangers_nothing_is_not_found_from_there(client):
    older = offering()
    hidden = founding.found_like(
        older,
        charter=a_charter("union_branch"),
        address="quiet",
        by=a_person(),
        name="Farah",
        at=day(1),
    )

    assert "Grown from it" not in text_of(Client().get(at(older, "charter/")))
    own = text_of(browser_of(founder_of(hidden)).get(at(hidden, "charter/")))
    assert "This charter grew from that of" in own


@pytest.mark.parametrize("is_public", [True, False])
def test_a_charter_nobody_offers_is_nowhere_to_start_from(client, is_public):
    older = offering(public=()) if not is_public else an_institution()

    assert client.get(f"/found/like/{older.address}/").status_code == 404
    assert TITLE not in text_of(client.get("/found/"))
    with pytest.raises(Refused) as refused:
        founding.found_like(
            older,
            charter=a_charter("worker_cooperative"),
            address="another",
            by=a_person(),
            name="Farah",
            at=day(1),
        )
    assert say(refused.value.verdict.reason) == (
        "This charter is not offered for others to start from any more."
    )


def test_another_origin_in_the_tables_is_noticed(client):
    younger = started(client, offering())
    Institution.objects.filter(pk=younger.pk).update(grown_from=None)
    younger.refresh_from_db()

    problems = {one.id for one in comparison(younger).problems}

    assert "journal_origin_differs" in problems


def test_a_confederation_gets_no_mentors(client):
    older = offering(kind="city_confederation")

    younger = started(client, older)

    assert charter_in_force(younger, at=day(1)).member_class("mentor") is None
