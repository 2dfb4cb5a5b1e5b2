"""The measures that hold on every page, taken in a browser on every page there is.

A page is every address a stranger and a member can walk to, at most a few of each
sort. Each is opened as on a phone; what is wrong on any of them is told with its
address.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command
from django.urls import resolve
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from commonweal.foundation.nodes import queries as nodes
from commonweal.interfaces import limits
from tests.clock import stopped
from tests.journeys.walking import (
    PHONE,
    Walk,
    a_browser,
    addresses,
    measure,
    note_console,
    told,
)
from tests.journeys.world import World, a_world

# The world outlasts each test; the mark only asks for the tables of tests.
pytestmark = [pytest.mark.browser, pytest.mark.django_db]

FIRST_LOAD = 60 * 1024


@pytest.fixture(scope="module")
def root(django_db_setup, django_db_blocker) -> Iterator[str]:
    """Serve the pages to the browser for as long as this module lasts."""
    with django_db_blocker.unblock():
        server = LiveServer("localhost")
        yield server.url
        server.stop()


@pytest.fixture(scope="module")
def world(root: str) -> Iterator[World]:
    """Give one world to all measures, and put it away afterwards."""
    with pytest.MonkeyPatch.context() as patch:
        limits.forget()
        nodes.forget_this_node()
        there = a_world()
        stopped(patch, there.now)
        patch.setattr(limits, "may_try", lambda *_, **__: True)
        yield there
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture(scope="module")
def walk(world: World, root: str, chromium: Browser) -> Walk:
    """Open every page once, as on a phone, and measure it."""
    found = Walk()
    for somebody, each in ((None, 1), (world.asha, 2)):
        context = a_browser(chromium, root, somebody)
        page = context.new_page()
        page.on("console", lambda said: note_console(found, said))
        for address in addresses(world, somebody, each=each):
            measure(found, page, root, address)
        context.close()
    return found


@pytest.fixture(scope="module")
def for_a_member(world: World) -> list[str]:
    """Give a page of each sort that a member can walk to; found out once."""
    return addresses(world, world.asha)


def test_the_walk_reaches_the_pages_people_use(walk):
    sorts = {resolve(address).view_name for address in walk.pages}

    assert {
        "node:home",
        "people:me",
        "institutions:face",
        "institutions:found",
        "institutions:join",
        "institutions:charter",
        "decisions:decision",
        "decisions:propose",
        "institutions:journal",
        "assemblies:assembly",
        "assemblies:minutes",
    } <= sorts


@pytest.mark.parametrize(
    "measure",
    ["axe", "sideways", "targets", "foreign", "console", "blocking", "names"],
)
def test_every_page_holds(walk, measure):
    assert not walk.wrong[measure], "\n".join(walk.wrong[measure])


def test_the_first_load_is_small(walk):
    assert walk.heaviest[0] <= FIRST_LOAD, walk.heaviest


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_colours_can_be_told_apart_in_every_scheme(world, root, chromium, scheme):
    context = a_browser(chromium, root, world.asha, color_scheme=scheme)
    page = context.new_page()
    wrong = []
    for address in ("/style/", "/", f"/i/{world.union.address}/decisions/4/"):
        page.goto(root + address)
        rules = {"runOnly": ["color-contrast", "target-size", "link-in-text-block"]}
        wrong += [
            told(one) for one in Axe().run(page, options=rules).response["violations"]
        ]
    context.close()

    assert wrong == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_every_part_of_the_pages_is_photographed(
    world, root, chromium, width, scheme, tmp_path
):
    size = {"width": width, "height": 800}
    context = a_browser(chromium, root, None, viewport=size, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{root}/style/")
    album = Path(os.environ.get("COMMONWEAL_ALBUM", tmp_path))

    picture = page.screenshot(
        path=album / f"style-{width}-{scheme}.png", full_page=True
    )

    assert len(picture) > 50_000
    context.close()


def test_every_page_turns_around(world, root, chromium, for_a_member):
    context = a_browser(chromium, root, world.asha)
    pretend = {"name": "language", "value": "en-xr", "url": root}
    context.add_cookies([pretend])
    world.asha.person.__class__.objects.update(language="en-xr")
    page = context.new_page()
    wrong = []
    for address in for_a_member:
        page.goto(root + address)
        state = page.evaluate(
            "[document.dir, document.documentElement.scrollWidth, innerWidth]"
        )
        if state[0] != "rtl" or state[1] > state[2]:
            wrong.append((address, state))
    world.asha.person.__class__.objects.update(language="en")
    context.close()

    assert wrong == []


def test_every_page_reads_without_a_script(world, root, chromium, for_a_member):
    context = a_browser(chromium, root, world.asha, java_script_enabled=False)
    page = context.new_page()
    for address in for_a_member:
        page.goto(root + address)
        assert page.locator("h1").is_visible(), address
    context.close()


def test_what_is_printed_is_black_on_white_and_without_buttons(world, root, chromium):
    context = a_browser(chromium, root, world.asha, color_scheme="dark")
    page = context.new_page()
    for address in ("", "charter/", "decisions/1/", "journal/"):
        page.goto(f"{root}/i/{world.union.address}/{address}")
        page.emulate_media(media="print", color_scheme="dark")
        ink = page.evaluate("getComputedStyle(document.body).color")
        assert ink == "rgb(0, 0, 0)", address
        assert not page.locator(".hall nav").is_visible()
        assert not page.locator("main button:visible").count(), address
        for paper in ("A4", "Letter"):
            assert page.pdf(format=paper).startswith(b"%PDF")
    context.close()


def test_the_first_key_press_leads_to_the_content(world, root, chromium):
    context = a_browser(chromium, root, world.asha)
    page = context.new_page()
    page.goto(root)

    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.className")
    page.keyboard.press("Enter")

    assert focused == "skip"
    assert page.evaluate("document.activeElement.id") == "main"
    context.close()


def test_a_page_read_before_opens_without_a_network(world, root, chromium):
    context = chromium.new_context(viewport=PHONE)
    page = context.new_page()
    face = f"{root}/i/{world.union.address}/"
    page.goto(root)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.goto(face)
    page.wait_for_function("caches.match(location.href).then((kept) => Boolean(kept))")

    context.set_offline(True)
    page.goto(face)
    known = page.locator("h1").inner_text()
    page.goto(f"{root}/found/")
    unknown = page.locator("h1").inner_text()
    context.close()

    assert known != "There is no network"
    assert unknown == "There is no network"


def test_without_a_network_words_stay_and_the_page_says_so(world, root, chromium):
    """What does not wait on the device to be sent stays in its form."""
    context = a_browser(chromium, root, world.asha)
    page = context.new_page()
    page.goto(f"{root}/i/{world.union.address}/decisions/new/by-ordinary/")
    question = page.get_by_label("The question, in one sentence")
    question.fill("Shall we dance?")
    page.get_by_label("What we would do, and why").fill("On Saturdays.")

    context.set_offline(True)
    page.get_by_role("button", name="Save the draft").click()

    assert "nothing was sent" in page.get_by_role("alert").inner_text()
    assert question.input_value() == "Shall we dance?"
    context.close()


def test_being_signed_out_forgets_the_pages_on_the_phone(world, root, chromium):
    context = chromium.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(root)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.goto(f"{root}/i/{world.union.address}/")
    kept = "caches.match(location.href).then((kept) => Boolean(kept))"
    page.wait_for_function(kept)

    page.goto(f"{root}/me/")

    page.goto(f"{root}/offline/")
    face = f"caches.match('{root}/i/{world.union.address}/')"
    page.wait_for_function(f"{face}.then((kept) => !kept)")
    context.close()
