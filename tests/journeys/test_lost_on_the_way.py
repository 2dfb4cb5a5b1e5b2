"""What gets lost on the way: scripts, sign-ins, a second tab. The words stay."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from commonweal.capabilities.decisions import actions
from commonweal.foundation.people import actions as people
from tests.builders import an_institution, day, founder_of
from tests.clock import stopped
from tests.interfaces.web.visitors import browser_of, members, put

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def running(live_server, monkeypatch):
    """Give the address of a running vote, and a voter who has not voted."""
    institution = an_institution()
    asha = founder_of(institution)
    (ben,) = members(institution, "Ben", at=day(0))
    clock = stopped(monkeypatch, day(1))
    proposal = put(institution, asha, at=day(1))
    actions.support(proposal, by=ben, at=day(1))
    clock.at = day(8)
    here = f"{live_server.url}/i/{institution.address}/decisions/{proposal.number}/"
    return here, ben


def sign_in(context: BrowserContext, member, address: str) -> None:
    """Carry a sign-in of this member into a browser."""
    token = browser_of(member).cookies["sign-in"].value
    context.add_cookies([{"name": "sign-in", "value": token, "url": address}])


def send_yes(page: Page) -> None:
    page.get_by_role("radio", name="Yes, I agree").check()
    page.get_by_role("button", name="Send the ballot").click()


def test_a_ballot_arrives_when_the_scripts_never_did(page_at, running):
    here, ben = running
    page = page_at(360, js=True)
    page.route("**/htmx*", lambda route: route.abort())
    sign_in(page.context, ben, here)
    page.goto(here)

    send_yes(page)

    expect(page.get_by_text("Your ballot is in.").first).to_be_visible()


def test_scripts_that_are_lost_in_the_middle_of_a_form_lose_none_of_it(
    page_at, running
):
    here, ben = running
    page = page_at(360, js=True)
    sign_in(page.context, ben, here)
    page.goto(here)
    said = page.get_by_label("Say something")
    said.fill("The stairs are dark at night.")

    page.evaluate(
        "() => { window.fetch = () => Promise.reject(new TypeError('lost')) }"
    )
    page.get_by_role("button", name="Say it").click()
    expect(page.get_by_role("alert")).to_contain_text("nothing was sent")
    expect(said).to_have_value("The stairs are dark at night.")
    page.evaluate(
        "[...document.forms].find((one) => one.action.endsWith('/say/')).submit()"
    )

    expect(page.locator(".posts li", has_text="The stairs are dark")).to_be_visible()


@pytest.mark.parametrize("js", [False, True])
def test_words_are_there_when_the_sign_in_is_not(page_at, running, js):
    here, ben = running
    page = page_at(360, js=js)
    sign_in(page.context, ben, here)
    page.goto(here)
    page.get_by_label("Say something").fill("The stairs are dark at night.")

    page.context.clear_cookies(name="sign-in")
    page.get_by_role("button", name="Say it").click()
    expect(page.get_by_role("heading", name="You are signed out")).to_be_visible()
    sign_in(page.context, ben, here)
    page.get_by_role("button", name="Send them again").click()

    expect(page.get_by_text("The stairs are dark at night.").first).to_be_visible()
    expect(page.get_by_role("heading", name="Discussion")).to_be_visible()


@pytest.mark.parametrize("js", [False, True])
def test_a_page_from_before_signing_in_again_is_sent_at_once(page_at, running, js):
    here, ben = running
    page = page_at(360, js=js)
    sign_in(page.context, ben, here)
    page.goto(here)
    page.get_by_label("Say something").fill("The stairs are dark at night.")

    code, *_ = people.write_paper_codes(ben.person, at=day(0))
    other = page.context.new_page()
    other.goto(root_of(running) + "/sign-in/code/")
    other.get_by_label("Your code").fill(code)
    other.get_by_role("button", name="Sign me in").click()
    expect(other.get_by_role("heading", name="What needs me")).to_be_visible()
    page.get_by_role("button", name="Say it").click()

    said = page.locator(".posts li", has_text="The stairs are dark at night.")
    expect(said).to_be_visible()


def test_the_tab_left_open_says_so_when_the_vote_is_over(page_at, running, monkeypatch):
    here, ben = running
    page = page_at(360, js=True)
    sign_in(page.context, ben, here)
    page.goto(here)

    stopped(monkeypatch, day(13))
    send_yes(page)

    expect(page.get_by_text("The vote ended on")).to_be_visible()


def test_a_second_tab_shows_the_ballot_that_counts(page_at, running):
    here, ben = running
    page = page_at(360, js=True)
    sign_in(page.context, ben, here)
    page.goto(here)
    other = page.context.new_page()
    other.goto(here)

    send_yes(page)
    expect(page.get_by_text("Your ballot is in.").first).to_be_visible()
    other.get_by_role("radio", name="No, I do not agree").check()
    other.get_by_role("button", name="Send the ballot").click()
    expect(other.get_by_text("Your ballot is in.").first).to_be_visible()
    page.reload()

    expect(page.get_by_role("radio", name="No, I do not agree")).to_be_checked()


def root_of(running) -> str:
    return running[0].split("/i/")[0]


def change_page(running) -> str:
    return running[0].split("/decisions/")[0] + "/charter/change/"


def fill_in_a_change(page: Page) -> tuple[str, str]:
    """Change a number, a choice and a text that were filled in; give two of the ids."""
    page.evaluate(
        "document.querySelectorAll('details').forEach(one => one.open = true)"
    )
    number = page.locator("form#change input[type=number]").first
    number.fill("13")
    choice = page.locator("form#change select").first
    choice.select_option(index=choice.evaluate("one => 1 - one.selectedIndex"))
    return number.get_attribute("id"), choice.get_attribute("id")


def test_all_that_was_changed_survives_a_closed_tab(page_at, running):
    page = page_at(360, js=True)
    sign_in(page.context, running[1], root_of(running))
    page.goto(change_page(running))
    number, choice = fill_in_a_change(page)
    chosen = page.locator(f"[id='{choice}']").input_value()

    page.close()
    again = page.context.new_page()
    again.goto(change_page(running))

    expect(again.locator(f"[id='{number}']")).to_have_value("13")
    expect(again.locator(f"[id='{number}']")).to_be_visible()
    expect(again.locator(f"[id='{choice}']")).to_have_value(chosen)


def test_words_go_only_when_they_have_arrived(page_at, running):
    here, ben = running
    page = page_at(360, js=True)
    sign_in(page.context, ben, here)
    page.route("**/say/", lambda route: route.abort())
    page.goto(here)
    page.get_by_label("Say something").fill("The stairs are dark.")

    page.get_by_role("button", name="Say it").click()
    page.goto(here)
    expect(page.get_by_label("Say something")).to_have_value("The stairs are dark.")
    page.unroute("**/say/")
    page.get_by_role("button", name="Say it").click()
    expect(
        page.locator("article, li", has_text="The stairs are dark.").first
    ).to_be_visible()
    page.goto(here)

    expect(page.get_by_label("Say something")).to_have_value("")


def test_an_answer_that_is_sent_leaves_what_else_was_begun(page_at, running):
    here, ben = running
    page = page_at(360, js=True)
    sign_in(page.context, ben, here)
    page.goto(here)
    for words in ("The stairs are dark.", "The lamp is broken."):
        page.get_by_label("Say something").fill(words)
        page.get_by_role("button", name="Say it").click()
        expect(page.get_by_text(words)).to_be_visible()
    stairs = page.locator(".posts li", has_text="The stairs are dark.")
    lamp = page.locator(".posts li", has_text="The lamp is broken.")
    for post in (stairs, lamp):
        post.get_by_text("Answer this").click()

    page.get_by_label("Say something").fill("A third thing")
    lamp.get_by_label("Your answer").fill("Which lamp?")
    stairs.get_by_label("Your answer").fill("At night.")
    stairs.get_by_role("button", name="Send the answer").click()
    expect(page.locator(".posts li", has_text="At night.")).to_be_visible()
    page.reload()

    expect(page.get_by_label("Say something")).to_have_value("A third thing")
    expect(lamp.get_by_label("Your answer")).to_have_value("Which lamp?")
    expect(stairs.get_by_label("Your answer")).to_have_value("")


def test_signing_out_leaves_no_words_behind(page_at, running):
    page = page_at(360, js=True)
    sign_in(page.context, running[1], root_of(running))
    page.goto(change_page(running))
    fill_in_a_change(page)

    page.goto(root_of(running) + "/me/")
    page.get_by_role("button", name="Sign out", exact=True).click()
    assert page.evaluate("Object.keys(localStorage)") != []
    page.get_by_role("button", name="Sign out, and count on the letter").click()
    expect(page.get_by_role("heading").first).to_be_visible()

    assert page.evaluate("Object.keys(localStorage)") == []


def test_a_ballot_without_scripts_loses_no_comment(page_at, running):
    here, ben = running
    page = page_at(360, js=False)
    sign_in(page.context, ben, here)
    page.goto(here)
    page.get_by_label("Say something").fill("The stairs are dark.")

    send_yes(page)

    expect(page.get_by_text("Your ballot is in.").first).to_be_visible()
    expect(page.get_by_label("Say something")).to_have_value("The stairs are dark.")
    page.get_by_role("button", name="Say it").click()
    expect(page.locator("li", has_text="The stairs are dark.").first).to_be_visible()
    expect(page.get_by_role("radio", name="Yes, I agree")).to_be_checked()


def test_words_kept_for_one_person_are_not_there_for_the_next(page_at, running):
    here, ben = running
    page = page_at(360, js=True)
    sign_in(page.context, ben, here)
    page.goto(here)
    page.get_by_label("Say something").fill("The stairs are dark.")
    asha = next(one for one in ben.institution.member_set.all() if one.pk != ben.pk)

    page.context.clear_cookies()
    sign_in(page.context, asha, here)
    page.goto(here)

    expect(page.get_by_label("Say something")).to_have_value("")
    assert "stairs" not in page.evaluate("JSON.stringify(localStorage)")
