"""The measures that hold on every page, taken in a browser on every page there is.

A page is every address a stranger and a member can walk to, at most a few of each
sort. Each is opened as on a phone; what is wrong on any of them is told with its
address.
"""

import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command
from django.urls import resolve
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from commonweal.foundation.institutions.actions import inviting
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.nodes import queries as nodes
from commonweal.interfaces.web import limits
from tests.clock import stopped
from tests.journeys.world import World, a_world, browser_of

# The world outlasts each test; the mark only asks for the tables of tests.
pytestmark = [pytest.mark.browser, pytest.mark.django_db]

INSIDE = Path(__file__).with_name("measures.js").read_text()
LINKS = re.compile(rb'href="(/[^"#?]*)')
LEFT_ALONE = re.compile(r"^/(static|service-worker|manifest)|\.json$")
OF_EACH_SORT = 2
FIRST_LOAD = 60 * 1024
PHONE = {"width": 360, "height": 780}


@dataclass
class Walk:
    """What was found wrong, by measure, over all pages that were opened."""

    pages: list[str] = field(default_factory=list)
    wrong: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    heaviest: tuple[int, str] = (0, "")

    def note(self, measure: str, page: str, faults: list[str]) -> None:
        """Write down what is wrong with a page."""
        self.wrong[measure] += [f"{page}: {fault}" for fault in faults]


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
    for somebody in (None, world.asha):
        context = a_browser(chromium, root, somebody)
        page = context.new_page()
        page.on("console", lambda said: note_console(found, said))
        for address in addresses(world, somebody):
            measure(found, page, root, address)
        context.close()
    return found


def addresses(world: World, somebody: Member | None) -> list[str]:
    """Walk from the front door wherever links lead; a few addresses of each sort."""
    browser, sorts = browser_of(somebody), Counter()
    seen, waiting = [], ["/", "/style/", "/offline/", *extra(world)]
    while waiting:
        address = waiting.pop(0)
        if address in seen or LEFT_ALONE.search(address):
            continue
        sort = resolve(address).view_name
        sorts[sort] += 1
        if sorts[sort] > OF_EACH_SORT and sort != "decisions:decision":
            continue
        answer = browser.get(address)
        if answer.status_code == 200 and "html" in answer.headers["Content-Type"]:
            seen.append(address)
            waiting += [link.decode() for link in LINKS.findall(answer.content)]
    return seen


def extra(world: World) -> list[str]:
    """Name the pages no link leads to: what a letter or a slip of paper carries."""
    invited = inviting.invite_by_link(world.union, by=world.asha, at=world.now)
    return [f"/join/{invited.code}/", "/sign-in/0123456789abcdef/", "/sign-in/sent/"]


def a_browser(
    chromium: Browser, root: str, somebody: Member | None, **more: object
) -> BrowserContext:
    """Give a browser like a person's phone, signed in or not."""
    settings = {"viewport": PHONE, "reduced_motion": "reduce", "locale": "en"} | more
    context = chromium.new_context(service_workers="block", **settings)
    context.set_default_timeout(15_000)
    cookies = browser_of(somebody).cookies.items()
    context.add_cookies(
        [{"name": name, "value": one.value, "url": root} for name, one in cookies]
    )
    return context


def note_console(found: Walk, said) -> None:
    """Note what the browser complains of, the policy's complaints among it."""
    blocked = "Service Worker registration blocked" in said.text
    if said.type in {"error", "warning"} and not blocked:
        found.note("console", said.location.get("url", ""), [said.text])


def measure(found: Walk, page: Page, root: str, address: str) -> None:
    """Open a page and note all that is wrong with it."""
    weights: dict[str, int] = {}
    foreign: list[str] = []

    def weigh(response) -> None:
        if not response.url.startswith(root):
            foreign.append(response.url)
        elif response.status == 200:
            weights[response.url] = len(gzip.compress(response.body(), 6))

    page.on("response", weigh)
    page.goto(root + address, wait_until="load")
    page.remove_listener("response", weigh)
    found.pages.append(address)
    found.note("foreign", address, foreign)
    weigh_shared(weights)
    found.heaviest = max(found.heaviest, (sum(weights.values()), address))
    for name, faults in page.evaluate(INSIDE).items():
        found.note(name, address, faults[1:] if name == "blocking" else faults)
    sideways(found, page, address)
    complaints = Axe().run(page, options={"resultTypes": ["violations"]})
    found.note("axe", address, [told(one) for one in complaints.response["violations"]])


# What every page loads is cached by the browser after the first; each page is charged.
_SHARED: dict[str, int] = {}


def weigh_shared(weights: dict[str, int]) -> None:
    """Charge each page with what the browser had kept from an earlier one."""
    shared = {url: size for url, size in weights.items() if "/static/" in url}
    _SHARED.update(shared)
    weights.update(_SHARED)


def sideways(found: Walk, page: Page, address: str) -> None:
    """Look for sideways scroll at 320 px, and at 200 % zoom of a small laptop."""
    grow = "size => { document.documentElement.style.fontSize = size }"
    for width, size in ((320, ""), (640, ""), (640, "200%")):
        page.set_viewport_size({"width": width, "height": 780})
        page.evaluate(grow, size)
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            found.note("sideways", address, [f"{wide} at {width} {size}"])
    page.evaluate(grow, "")
    page.set_viewport_size(PHONE)


def told(violation: dict) -> str:
    """Tell what axe found in a line."""
    places = "; ".join(node["html"][:120] for node in violation["nodes"][:3])
    return f"{violation['id']} ({violation['help']}): {places}"


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


def test_every_page_turns_around(world, root, chromium):
    context = a_browser(chromium, root, world.asha)
    pretend = {"name": "language", "value": "en-xr", "url": root}
    context.add_cookies([pretend])
    world.asha.person.__class__.objects.update(language="en-xr")
    page = context.new_page()
    wrong = []
    for address in addresses(world, world.asha):
        page.goto(root + address)
        state = page.evaluate(
            "[document.dir, document.documentElement.scrollWidth, innerWidth]"
        )
        if state[0] != "rtl" or state[1] > state[2]:
            wrong.append((address, state))
    world.asha.person.__class__.objects.update(language="en")
    context.close()

    assert wrong == []


def test_every_page_reads_without_a_script(world, root, chromium):
    context = a_browser(chromium, root, world.asha, java_script_enabled=False)
    page = context.new_page()
    for address in addresses(world, world.asha):
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
