"""An institution of some kind, founded by its page, and what its members do in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import cycle

from playwright.sync_api import Page, expect

from commonweal.capabilities.decisions import actions
from commonweal.capabilities.decisions.models import Proposal
from commonweal.foundation import duties
from commonweal.foundation.institutions.actions import joining
from commonweal.foundation.institutions.actions.bringing import bring_members
from commonweal.foundation.institutions.actions.lists import Row
from commonweal.foundation.institutions.charters import charter_in_force
from commonweal.foundation.institutions.models import Institution, Member
from tests.builders import FROM_A_SHEET, a_person, founder_of
from tests.clock import Clock
from tests.journeys.world import opening, seen

OTHERS = ("Ben", "Chidi", "Dolores", "Emre", "Farah")
IN_TIME = 40


@dataclass
class Founded:
    """An institution of some kind, Asha in front of it, and the others beside her."""

    page: Page
    home: str
    clock: Clock
    here: Institution
    others: list[Member]

    @property
    def asha(self) -> Member:
        return founder_of(self.here)

    @property
    def everybody(self) -> list[Member]:
        return [self.asha, *self.others]

    def put(
        self,
        title: str,
        rule: str = "",
        *,
        options: Sequence[str | Member] = (),
        aim: actions.Aim | None = None,
    ) -> Proposal:
        """Let Ben put something, with all the support it needs."""
        at = self.clock.at
        named = tuple(
            actions.Option(one)
            if isinstance(one, str)
            else actions.Option(one.name, id=str(one.pk))
            for one in options
        )
        words = actions.Wording(title, "So that we can go on.", named)
        chosen = aim or actions.Aim(rule_id=rule)
        ben, *more = self.others
        draft = actions.draft_proposal(
            self.here, by=ben, words=words, aim=chosen, at=at
        )
        proposal = actions.put_proposal(draft, by=ben, at=at)
        for member in more[: proposal.support_needed - 1]:
            actions.support(proposal, by=member, at=at)
        return proposal

    def open(self, proposal: Proposal) -> None:
        """Let its vote open, and Asha read it."""
        self.clock.at = opening(proposal)
        duties.settle(self.here, at=self.clock.at)
        self.read(proposal)

    def cast(self, proposal: Proposal, *marks: dict[str, object]) -> None:
        """Let as many of the others cast as there are marks."""
        at = self.clock.at
        question = seen(proposal, at).question.question
        for member, one in zip(self.others, marks, strict=False):
            actions.cast_ballot(question, by=member, marks=one, at=at)

    def end(self, proposal: Proposal) -> None:
        """Let its vote be over, and Asha read what came of it."""
        self.clock.at = seen(proposal, self.clock.at).question.closes_at
        self.read(proposal)

    def read(self, proposal: Proposal) -> None:
        self.page.goto(f"{self.home}decisions/{proposal.number}/")


def brought(here: Institution, *, at: datetime) -> list[Member]:
    """Let the founder bring five more, and each take up their place."""
    charter = charter_in_force(here, at=at)
    may = [one.id for one in charter.classes if {"vote", "stand"} & one.rights]
    # Where nobody votes before the draw, they are of every class that can be drawn.
    votes = [one.id for one in charter.classes if "vote" in one.rights][:1] or may
    rows = [
        Row(name, member_class=one)
        for name, one in zip(OTHERS, cycle(votes), strict=False)
    ]
    sheet = bring_members(here, rows, origin=FROM_A_SHEET, by=founder_of(here), at=at)
    return [
        joining.join(code, person=a_person(name, at=at), name=name, at=at)
        for code, name in zip(sheet.codes, OTHERS, strict=True)
    ]


def answers(said: str) -> list[dict[str, object]]:
    """Read `yyn` as two that agree and one that does not."""
    words = {"y": "yes", "n": "no", "a": "abstain"}
    return [{"answer": words[one]} for one in said]


def positions(said: str) -> list[dict[str, object]]:
    """Read `gga` as two that agree and one that stands aside."""
    words = {"g": "agree", "r": "reservations", "a": "stand_aside", "b": "block"}
    return [{"answer": words[one]} for one in said]


FOR_GOOD = "Send the ballot. It cannot be changed."


def send(page: Page, button: str = "Send the ballot") -> None:
    if button == FOR_GOOD:
        page.get_by_role("button", name="Look at it again before it is sent").click()
        expect(page.get_by_text("This is what you will put in.")).to_be_visible()
    page.get_by_role("button", name=button).click()
    expect(page.get_by_text("Your ballot is in.").first).to_be_visible()
