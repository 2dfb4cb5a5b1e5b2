"""Places kept for a class, from the charter to the outcome on the page."""

import json
from dataclasses import replace

import pytest

from commonweal.capabilities.decisions import queries
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.interfaces.api.requests import Hall
from commonweal.interfaces.api.telling.decisions import proposal_told
from commonweal.rules.charters.charter import MemberClass
from commonweal.rules.recount import agrees
from commonweal.rules.sentence import local_text
from commonweal.rules.voting.kept_places import KeptPlaces
from commonweal.rules.voting.methods import METHODS
from tests.builders import a_charter, an_institution, day, founder_of
from tests.clock import stopped
from tests.interfaces.web.decisions.a_union import Union, text_of
from tests.interfaces.web.visitors import browser_of, members

pytestmark = pytest.mark.django_db

TRANSFERABLE = [one for one in METHODS if one.startswith("stv-")]


class Works(Union):
    """A union of five whose two stewards are not both to be of the day shift."""

    def __init__(
        self, monkeypatch, method="stv-scottish", night=(), kept=1, ballot="open"
    ):
        shipped = a_charter("tenants_union")
        rights = shipped.classes[0].rights
        shift = MemberClass("night_shift", local_text(en="Night shift"), rights)
        rules = tuple(
            replace(
                rule,
                method=method,
                ballot=ballot,
                kept_places=KeptPlaces(kept, "night_shift"),
            )
            if rule.id == "election"
            else rule
            for rule in shipped.rules
        )
        offices = tuple(replace(one, seats=kept + 1) for one in shipped.offices)
        charter = replace(
            shipped, classes=(*shipped.classes, shift), rules=rules, offices=offices
        )
        self.institution = an_institution(charter=charter)
        self.asha = founder_of(self.institution)
        names = ("Ben", "Chidi", "Dolores", "Emre")
        self.others = members(self.institution, *names, at=day(0))
        working = [one.pk for one in self.others if one.name in night]
        Member.objects.filter(pk__in=working).update(member_class="night_shift")
        self.clock = stopped(monkeypatch, day(1))
        self.here = f"/i/{self.institution.address}/decisions/"
        self.page = self.write(
            "fill_office",
            title="Who are our stewards?",
            office="steward",
            candidates=[str(one.pk) for one in self.others],
            text="",
        )

    def elect(self):
        """Let the four of the day put Ben and Chidi first; read page and bundle."""
        ben, chidi, dolores, _ = (str(one.pk) for one in self.others)
        self.draft = self.read()
        self.open_vote(self.page)
        self.asked = self.read()
        first = {f"on-{ben}": "1", f"on-{chidi}": "2", f"on-{dolores}": "3"}
        second = {f"on-{chidi}": "1", f"on-{ben}": "2", f"on-{dolores}": "3"}
        voters = [one for one in (self.asha, *self.others) if one.name != "Dolores"]
        for member, marks in zip(voters, (first, second, first, second), strict=True):
            browser_of(member).post(self.page + "ballot/1/", marks)
        told = text_of(self.vote(self.page))
        self.bundle = json.loads(
            browser_of(self.asha).get(self.page + "recount-1.json").content
        )
        return told

    def read(self):
        return text_of(browser_of(self.asha).get(self.page))


@pytest.mark.parametrize("method", TRANSFERABLE)
def test_a_kept_place_goes_to_the_class_and_the_page_says_why(monkeypatch, method):
    works = Works(monkeypatch, method, night=("Dolores",))

    told = works.elect()

    assert "At least 1 of the places goes to: Night shift." in works.draft
    assert "Of those who stand, these are of that class: Dolores." in works.asked
    assert "Dolores has a place that is kept for Night shift." in told
    assert "Without it, the same ballots would have elected " in told
    assert works.bundle["rule"]["settings"]["reserved"].startswith("1 of ")
    assert agrees(works.bundle)
    assert "There are 2 places to fill." in works.asked


def test_a_place_nobody_can_fill_stays_open(monkeypatch):
    works = Works(monkeypatch, night=())

    told = works.elect()

    assert "Nobody of that class stands." in works.asked
    assert "Of that class stood: 0. So 1 place stays open." in told
    assert works.bundle["seats"] == 1
    assert agrees(works.bundle)


def test_of_several_kept_places_the_rest_stays_open(monkeypatch):
    works = Works(monkeypatch, night=("Dolores",), kept=2)

    told = works.elect()

    assert "Of that class stood: 1. So 1 place stays open." in told
    assert works.bundle["seats"] == 2


def test_a_count_told_in_short_tells_what_stays_open_and_nothing_of_ballots(
    monkeypatch,
):
    works = Works(monkeypatch, night=("Dolores",), kept=2, ballot="secret")

    told = works.elect()

    assert "So 1 place stays open." in told
    assert "has a place that is kept" not in told


def test_programs_are_told_what_is_kept_for_whom(monkeypatch):
    works = Works(monkeypatch, night=("Dolores",))
    works.open_vote(works.page)
    hall = Hall(
        institution=works.institution,
        charter=charter_in_force(works.institution, at=works.clock.at),
        member=works.asha,
        at=works.clock.at,
    )

    view = queries.proposal_view(
        works.institution, 1, at=works.clock.at, member=works.asha
    )

    told = proposal_told(hall, view)

    assert "At least 1 of the places goes to: Night shift." in told.rule_in_words


def test_strangers_are_not_told_the_class_of_all_who_stood(monkeypatch):
    works = Works(monkeypatch, night=("Dolores", "Emre"))
    works.open_vote(works.page)
    asked = browser_of(works.asha).get(works.page).context["view"].question
    names = {str(one["id"]): one["label"] for one in asked.options}

    inside = queries.places_kept(asked.question, names, to=works.asha)
    outside = queries.places_kept(asked.question, names, to=None)

    assert [one.id for one in inside] == ["places_kept", "places_kept_who"]
    assert inside[1].facts["names"] == ("Dolores", "Emre")
    assert [one.id for one in outside] == ["places_kept"]


def test_whoever_wins_by_ballots_alone_is_said_to(monkeypatch):
    works = Works(monkeypatch, night=("Ben",))

    assert "would have elected the same without that." in works.elect()
