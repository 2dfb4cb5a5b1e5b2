"""Bodies decide together: six people, each in a browser of their own, without scripts.

Bases tell their delegates what to say, a congress finds words, one delegate is called
home in the middle of it, and it is in force once the bases have said yes.
"""

from datetime import timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from commonweal.capabilities.confederation import actions
from tests.builders import founder_of
from tests.capabilities.confederation.given import (
    DELIBERATED,
    WORDS,
    a_body,
    a_confederation,
    answered,
    by_decision,
    person_in,
    raised,
    sent,
    told,
)
from tests.clock import stopped
from tests.journeys.test_an_assembly import press, signed_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_mandates_a_congress_a_recall_and_the_yes_of_the_bases(
    monkeypatch, live_server, settings, page_at
):
    settings.ADDRESS = live_server.url
    mill, port, ridge = bodies = (
        a_body("Asha", "Ana"),
        a_body("Ben", "Bo"),
        a_body("Chidi", "Carla"),
    )
    whole = a_confederation(*bodies)
    asha, ana = sent(mill, whole, founder_of(mill), alternates=[person_in(mill, "Ana")])
    [ben] = sent(port, whole, founder_of(port))
    [chidi] = sent(ridge, whole, founder_of(ridge))
    matter = raised(mill, whole)
    for body, says in zip(bodies, ("yes", "yes", "no"), strict=True):
        told(body, matter, says)
    clock = stopped(monkeypatch, DELIBERATED + timedelta(hours=1))
    here = f"{live_server.url}/i/{whole.address}/together/1/"

    # Ben puts words, and says what his body decided.
    his = signed_in(page_at(360, js=False), ben, here)
    press(his, "Put these words")
    expect(his.locator("blockquote").first).to_have_text(WORDS)
    press(his, "Say yes for my body")
    expect(line_of(his, "Ben")).to_contain_text("yes")

    # Chidi was told to say no, and says yes all the same: it does not count.
    theirs = signed_in(page_at(360), chidi, here)
    button = theirs.get_by_role("button", name="Say no for my body")
    button.evaluate("button => { button.value = 'yes' }")
    button.click()
    expect(line_of(theirs, "Chidi")).to_contain_text("Does not count.")

    # Asha is called home while it is open, and Ana speaks from her seat.
    hers = signed_in(page_at(360, js=False), asha, here)
    expect(hers.get_by_role("heading", name="What you may say today")).to_be_visible()
    clock.at += timedelta(minutes=10)
    by_decision(actions.call_home, mill, {"delegate": str(asha.pk)}, at=clock.at)
    press(hers, "Say yes for my body")
    expect(hers.get_by_text("called a delegate home on")).to_be_visible()
    expect(hers.get_by_text("For it speak now: Ana.")).to_be_visible()
    steps_in = signed_in(page_at(360, js=False), ana, here)
    press(steps_in, "Say yes for my body")
    expect(line_of(steps_in, "Ana")).to_contain_text("yes")

    # The congress is over, and whoever belongs to a base is asked to bring it there.
    clock.at += timedelta(hours=25)
    member = signed_in(page_at(360, js=False), person_in(port, "Bo"), here)
    expect(member.get_by_role("heading", name="Your base is asked")).to_be_visible()
    for body, yes, no in ((mill, 2, 0), (port, 2, 0), (ridge, 0, 2)):
        answered(body, matter, yes=yes, no=no, at=clock.at)
    member.reload()
    expect(member.get_by_text("As it stands, it would be ratified.")).to_be_visible()

    clock.at += timedelta(days=31)
    for page in (his, theirs, steps_in, member, page_at(360, js=False)):
        page.goto(here)
        expect(page.get_by_text("In force: the bases said yes")).to_be_visible()


def line_of(page: Page, who: str) -> Locator:
    """Find what somebody said in the congress."""
    return page.locator("#congress ~ ul li", has_text=who)
