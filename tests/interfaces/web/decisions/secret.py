"""A secret vote and the browsers of its voters, for the tests of its pages."""

from dataclasses import replace

from commonweal.foundation.institutions.models import OfficeHolding
from commonweal.rules.charters.controls import adjusted
from tests.builders import a_charter, a_member, an_institution, day
from tests.capabilities.decisions import given
from tests.clock import stopped
from tests.interfaces.web.visitors import browser_of

NAMES = ("Asha", "Ben", "Chidi", "Dolores", "Emre", "Farah", "Gloria")


class Vote:
    """A secret vote that has just opened, and the browsers of its voters."""

    def __init__(self, monkeypatch, **rule) -> None:
        charter = adjusted(a_charter(), {"rules.ordinary.ballot": "secret"})
        rules = [
            replace(one, **rule) if one.id == "ordinary" else one
            for one in charter.rules
        ]
        charter = replace(charter, rules=tuple(rules))
        self.union = an_institution(charter=charter)
        self.members = [a_member(self.union, name) for name in NAMES]
        proposal = given.a_proposal(self.union, self.members, at=day(1))
        self.question = given.voting(proposal)
        self.clock = stopped(monkeypatch, self.question.opens_at)
        self.page = f"/i/{self.union.address}/decisions/{proposal.number}/"
        self.browsers = [browser_of(one) for one in self.members]

    def send(self, voter: int, answer: str):
        """Send a ballot by the page that shows it again."""
        sent = {"answer": answer, "looked": "yes"}
        return self.browsers[voter].post(self.page + "ballot/1/", sent)

    def read(self, voter: int, more: str = "") -> str:
        """Read the page, as one of the members sees it."""
        return self.browsers[voter].get(self.page + more).content.decode()

    def end(self) -> None:
        """Let the vote be over."""
        self.clock.at = self.question.closes_at


class PaperVote(Vote):
    """A secret vote not open yet, with two tellers and a voter who wants paper."""

    def __init__(self, monkeypatch, **rule) -> None:
        super().__init__(monkeypatch, **rule)
        for teller in self.members[:2]:
            OfficeHolding.objects.create(
                institution=self.union,
                office="steward",
                holder=teller,
                from_at=day(0),
                until_at=day(300),
            )
        proposal = given.a_proposal(self.union, self.members, at=day(20))
        self.clock.at = day(21)
        self.page = f"/i/{self.union.address}/decisions/{proposal.number}/"
        self.opens = given.seen(proposal, at=day(20)).moments.opens_at
