"""What somebody types on a shared phone is not there for the next one."""

import pytest
from playwright.sync_api import expect

from commonweal.foundation.people import actions
from tests.builders import a_member, an_institution, day

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

KEPT = "() => Object.keys(localStorage).length + Object.keys(sessionStorage).length"


@pytest.mark.parametrize("shared", [True, False])
def test_nothing_typed_stays_on_a_shared_phone(page_at, live_server, shared):
    union = an_institution()
    asha = a_member(union, "Asha")
    code, *_ = actions.write_paper_codes(asha.person, at=day(0))
    page = page_at(360)
    page.goto(f"{live_server.url}/sign-in/code/")
    page.get_by_label("Your code").fill(code)
    if shared:
        page.get_by_label("This is a shared phone").check()
    page.get_by_role("button", name="Sign me in").click()
    expect(page.get_by_role("heading", name="What needs me")).to_be_visible()

    page.goto(f"{live_server.url}/i/{union.address}/decisions/new/by-ordinary/")
    page.locator("form[data-keep] input[type=text]").first.fill("The boiler is cold")

    assert (page.evaluate(KEPT) == 0) == shared
    [cookie] = [one for one in page.context.cookies() if one["name"] == "sign-in"]
    assert (cookie["expires"] == -1) == shared
