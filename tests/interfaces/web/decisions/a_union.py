"""Given a union of five, the clock of its pages, and a way through a decision."""

from tests.builders import an_institution, day, founder_of
from tests.clock import stopped
from tests.interfaces.web.visitors import browser_of, members


class Union:
    """A union of five, the clock of its pages, and a way through a decision."""

    def __init__(self, monkeypatch, kind="tenants_union", institution=None):
        self.institution = institution or an_institution(kind)
        self.asha = founder_of(self.institution)
        names = ("Ben", "Chidi", "Dolores", "Emre")
        self.others = members(self.institution, *names, at=day(0))
        self.clock = stopped(monkeypatch, day(1))
        self.here = f"/i/{self.institution.address}/decisions/"

    def write(self, way, **typed):
        """Write a draft and put it, on the web; give the decision's address."""
        browser = browser_of(self.asha)
        saved = browser.post(f"{self.here}new/{way}/", typed)
        assert saved.status_code == 302, saved.context["form"].errors
        browser.post(saved["Location"] + "put/")
        return saved["Location"]

    def open_vote(self, page):
        """Let the others support it and days pass until the vote is open."""
        for member in self.others:
            browser_of(member).post(page + "support/")
        view = browser_of(self.asha).get(page).context["view"]
        assert view.moments.opens_at is not None
        self.clock.at = view.moments.opens_at
        return browser_of(self.asha).get(page).context["ballot"]

    def vote(self, page, *ballots):
        """Let one member after another send a ballot."""
        for member, marks in zip((self.asha, *self.others), ballots, strict=False):
            answer = browser_of(member).post(page + "ballot/1/", marks)
            assert answer.status_code == 302, answer.context
        question = browser_of(self.asha).get(page).context["view"].question
        self.clock.at = question.closes_at
        return browser_of(self.asha).get(page)


def text_of(answer):
    return answer.content.decode()
