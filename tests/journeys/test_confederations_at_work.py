"""Kinds whose members are bodies, founded by their page and at work in a browser.

Those who speak for a body act in browsers of their own, without scripts; what the
bases decide at home comes about beside them.
"""

from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from commonweal.capabilities.confederation.models import Matter
from commonweal.foundation import duties
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.interfaces import limits
from tests.builders import a_member, an_institution, day, founder_of
from tests.capabilities.confederation.given import (
    JOINED,
    answered,
    join_all,
    raised,
    sent,
    told,
)
from tests.clock import Clock, stopped
from tests.journeys.test_an_assembly import press, signed_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@dataclass
class Confederated:
    """A confederation founded by its page, its bodies, and who speaks there."""

    clock: Clock
    whole: Institution
    bodies: list[Institution]
    pages: list[Page]
    delegates: list[Member] = field(default_factory=list)

    def later(self, **time: int) -> None:
        """Let time pass, and what is due be written down."""
        self.clock.at += timedelta(**time)
        duties.settle(self.whole, at=self.clock.at)

    def raised(self, text: str, competence: str) -> Matter:
        """Let the first body raise a matter."""
        about = {"competence": competence, "text": text}
        return raised(self.bodies[0], self.whole, at=self.clock.at, **about)

    def mandates(self, matter: Matter, *says: str) -> None:
        """Let bodies tell their delegates what to say."""
        for body, one in zip(self.bodies, says, strict=True):
            told(body, matter, one, at=self.clock.at)

    def all_say(self, matter: Matter, *says: str, puts: int = 0) -> None:
        """Let one of them put the words, and each press what they were told."""
        there = f"{self.address}together/{matter.number}/"
        for page, who in zip(self.pages, self.delegates, strict=True):
            signed_in(page, who, there)
        press(self.pages[puts], "Put these words")
        for page, one in zip(self.pages, says, strict=True):
            page.reload()
            press(page, f"Say {one} for my body")

    def bases_say(self, matter: Matter, *counts: tuple[int, int]) -> None:
        """Let bases answer with so many yes and no."""
        for body, (yes, no) in zip(self.bodies, counts, strict=True):
            answered(body, matter, yes=yes, no=no, at=self.clock.at)

    @property
    def address(self) -> str:
        return f"{self.pages[0].url.split('/i/')[0]}/i/{self.whole.address}/"


@pytest.fixture
def confederated(page_at, live_server, monkeypatch, settings):
    """Let whoever founded the first body found one by its page; all bodies come in."""
    settings.ADDRESS = live_server.url
    limits.forget()
    clock = stopped(monkeypatch, day(0))

    def made(link: str, *founders: tuple[str, str]) -> Confederated:
        bodies = [an_institution(kind, founder=name) for kind, name in founders]
        for body in bodies:
            a_member(body, f"Another {founder_of(body).name}")
        pages = [page_at(360, js=False) for _ in bodies]
        there = f"{live_server.url}/found/"
        page = signed_in(pages[0], founder_of(bodies[0]), there)
        page.get_by_role("link", name=link).click()
        page.get_by_label("What it is called").fill("All of us")
        page.get_by_label("Its address on this server").fill("all")
        page.get_by_label("Your name here").fill("Asha")
        page.get_by_role("button", name="Found it").click()
        expect(page.get_by_text("It is founded.")).to_be_visible()
        whole = Institution.objects.get(address="all")
        join_all(bodies, whole, at=JOINED)
        clock.at = day(2)
        delegates = [
            sent(body, whole, founder_of(body), at=clock.at)[0] for body in bodies
        ]
        return Confederated(clock, whole, bodies, pages, delegates)

    return made


def test_workers_users_and_the_assembly_run_a_service_and_none_of_them_alone(
    confederated, page_at
):
    buses = confederated(
        "Public enterprise",
        ("workers_council", "Asha"),
        ("community_council", "Ben"),
        ("neighbourhood_assembly", "Chidi"),
    )
    free = buses.raised("Buses are free on Sundays.", "service")
    buses.later(days=15)
    buses.mandates(free, "yes", "yes", "no")
    buses.all_say(free, "yes", "yes", "no")

    # Two of the three carry it, though as many members said no as one of them has.
    buses.later(hours=73)
    buses.bases_say(free, (2, 0), (1, 0), (0, 2))
    buses.later(days=22)
    here = buses.pages[2]
    here.reload()
    expect(here.get_by_text("In force: the bases said yes")).to_be_visible()

    # One of them alone sells nothing, whatever its delegates would like.
    sale = buses.raised("We sell the depot.", "substance")
    buses.later(days=15)
    buses.mandates(sale, "yes", "no", "no")
    buses.all_say(sale, "yes", "no", "no")
    buses.later(hours=73)
    here = page_at(360, js=False)
    here.goto(f"{buses.address}together/{sale.number}/")
    expect(here.get_by_text("Before the congress").first).to_be_visible()
    expect(here.get_by_role("heading", name="What the bases say")).to_have_count(0)


def test_spokes_carry_words_between_groups_and_take_turns(confederated, page_at):
    spokes = confederated(
        "Spokes council",
        ("consensus_collective", "Asha"),
        ("consensus_collective", "Ben"),
        ("consensus_collective", "Chidi"),
    )
    march = spokes.raised("We march at noon.", "action")
    spokes.later(days=1, hours=1)
    spokes.mandates(march, "yes", "yes", "no")
    spokes.all_say(march, "yes", "yes", "no")
    spokes.later(hours=5)
    first = spokes.pages[0]
    first.reload()
    expect(first.get_by_text("Before the congress").first).to_be_visible()

    # Chidi's group hears why, and nine of ten are for it now; who said yes is bound.
    told(spokes.bodies[2], march, "yes", at=spokes.clock.at)
    spokes.all_say(march, "yes", "yes", "yes", puts=1)
    spokes.later(hours=5)
    spokes.bases_say(march, (1, 0), (1, 0), (1, 0))
    spokes.later(days=4)
    first.reload()
    expect(first.get_by_text("In force: the bases said yes")).to_be_visible()

    # A week is over: whoever spoke speaks no more, and another of the group does.
    spokes.later(days=7)
    group = spokes.bodies[0]
    stranger = page_at(360, js=False)
    stranger.goto(f"{spokes.address}together/")
    expect(stranger.get_by_text("nobody speaks from it").first).to_be_visible()
    other = Member.objects.exclude(pk=founder_of(group).pk).get(institution=group)
    sent(group, spokes.whole, other, at=spokes.clock.at)
    stranger.reload()
    expect(stranger.get_by_text("Seat 1: a delegate").first).to_be_visible()
