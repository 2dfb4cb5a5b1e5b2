"""Walking through every page there is, in a browser, and noting what is wrong."""

import gzip
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from django.urls import resolve
from playwright.sync_api import Browser, BrowserContext, Page

from commonweal.foundation.institutions.actions import inviting
from commonweal.foundation.institutions.models import Member
from tests.journeys.world import World, browser_of

INSIDE = Path(__file__).with_name("measures.js").read_text()
LINKS = re.compile(rb'href="(/[^"#?]*)')
# What is no page, or, as the way off a page at once, leads off this server.
LEFT_ALONE = re.compile(r"^/(static|service-worker|manifest|elsewhere)|\.json$")
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


def addresses(world: World, somebody: Member | None, *, each: int = 1) -> list[str]:
    """Walk from the front door wherever links lead; so many addresses of each sort.

    Of proposals a member sees all: each stands at another point of its way.
    """
    browser, sorts = browser_of(somebody), Counter()
    seen, waiting = [], ["/", "/style/", "/offline/", *extra(world)]
    while waiting:
        address = waiting.pop(0)
        if address in seen or LEFT_ALONE.search(address):
            continue
        sort = resolve(address).view_name
        sorts[sort] += 1
        seen_all = somebody is not None and sort == "decisions:decision"
        if sorts[sort] > each and not seen_all:
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
