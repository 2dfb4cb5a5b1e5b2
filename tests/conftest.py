"""What all tests share: two databases, a browser, no network, the shared data."""

import gc
import os
import socket
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.db import connection
from django.test import client
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from whitenoise.middleware import WhiteNoiseMiddleware

from commonweal.interfaces.cli import translations
from tests import machine, made_once

# The browser's driver runs an event loop in the thread of the test, and Django would
# refuse to touch tables beside it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

# How long one example takes says more about the machine than about the code. Each run
# makes other examples, so that few at a time find as much over the days.
settings.register_profile("patient", deadline=None, max_examples=40)
settings.register_profile("long", deadline=None, max_examples=200)
settings.load_profile("patient")

BROWSER_FIXTURES = {"chromium", "page_at", "page"}
# Pages look the same on both engines; these walks show that they work on both: one
# always, and those where something is lost or sent twice where there is time.
WALKED_ON_BOTH = ("tests/journeys/test_found_",)
# What tries every page as everybody, every column, or every method there is, which all
# read their ballots from the same tables: on PostgreSQL too with `--long`. So with what
# pages say: they ask the tables through queries and actions alone, and these are all
# tried on both engines where they stand.
ASKED_IN_TIME = (
    "tests/demo/test_nothing_unseen.py",
    "tests/foundation/institutions/test_invitations_held.py::test_what_a_way_in_gives_",
    "tests/foundation/people/test_held.py::test_a_row_in_any_table_",
    "tests/interfaces/api/test_access.py",
    "tests/interfaces/hostile/",
    "tests/interfaces/web/",
)
# Each page there is, and each form, by somebody who may, and where a page itself does
# several deeds or none: always on both.
ASKED_ALWAYS = (
    "tests/interfaces/web/institutions/test_joining.py",
    "tests/interfaces/web/room/",
    "tests/interfaces/web/test_access.py::test_somebody_in_the_hall_may_do_",
)
WALKED_IN_TIME = ("tests/journeys/test_lost_", "tests/journeys/test_without_")

CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    # No name but this machine's own is ever looked up.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]

# Keys are written through to the disk, one by one; a disk in memory is quick at that.
_MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
_KEYS = tempfile.TemporaryDirectory(prefix="commonweal-keys-", dir=_MEMORY)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add what `bin/test` hands over."""
    parser.addoption(
        "--long", action="store_true", help="also what takes long: simulations, peers"
    )
    parser.addoption(
        "--tables-only", action="store_true", help="only tests that touch tables"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Make the translations, which are not in the repository in the form pages read."""
    if config.getoption("--long"):
        settings.load_profile("long")
    # Thousands of tests are read here, and none of what is read goes again.
    gc.disable()
    translations.compile_all()
    _share_one_connection()
    _look_for_styles_once()
    _remember_pages_only()
    # Keys of tests open nothing outside them, and go with the process.
    django_settings.KEYS = f"{_KEYS.name}/keys"
    django_settings.KEYS_OF_VOTES = f"{_KEYS.name}/keys-of-votes"


def _share_one_connection() -> None:
    """Keep SQLite in memory, where threads share a connection and no line is needed."""
    database = django_settings.DATABASES["default"]
    if "sqlite3" in database["ENGINE"]:
        database["ENGINE"] = "django.db.backends.sqlite3"


def _look_for_styles_once() -> None:
    """Let each client of the tests know the styles and scripts that the first found."""
    look, found = WhiteNoiseMiddleware.add_files_from_finders, {}

    def look_once(self: WhiteNoiseMiddleware) -> None:
        if not found:
            look(self)
            found.update(self.files)
        self.files.update(found)

    WhiteNoiseMiddleware.add_files_from_finders = look_once  # type: ignore[method-assign]


def _remember_pages_only() -> None:
    """Keep with an answer what its page was filled with, not each field and piece."""
    keep = client.store_rendered_templates

    def keep_pages(
        store: dict[str, Any], signal: Any, sender: Any, template: Any, **more: Any
    ) -> None:
        if not str(template.name).startswith(("django/", "components/")):
            keep(store, signal, sender, template, **more)

    client.store_rendered_templates = keep_pages


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Choose tests by what they use, so that nobody has to mark them."""
    wanted = [(item, _wanted(config, item)) for item in items]
    left_out = [item for item, is_wanted in wanted if not is_wanted]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item, is_wanted in wanted if is_wanted]


def _wanted(config: pytest.Config, item: pytest.Item) -> bool:
    if item.get_closest_marker("long") and not config.getoption("--long"):
        return False
    if not config.getoption("--tables-only"):
        return True
    fixtures = set(getattr(item, "fixturenames", ()))
    walked = WALKED_ON_BOTH
    if config.getoption("--long"):
        walked += WALKED_IN_TIME
    in_time = item.nodeid.startswith(ASKED_IN_TIME)
    if in_time and not (
        config.getoption("--long") or item.nodeid.startswith(ASKED_ALWAYS)
    ):
        return False
    if fixtures & BROWSER_FIXTURES and not item.nodeid.startswith(walked):
        return False
    uses_tables = {"db", "transactional_db", "live_server"} & fixtures
    return bool(uses_tables or item.get_closest_marker("django_db"))


def pytest_collection_finish() -> None:
    """Look for rubbish among what tests make, and not over and over in the tests."""
    gc.collect()
    gc.freeze()
    # What tests leave behind is little beside what stays: it is looked for less often.
    gc.set_threshold(50_000, 20, 20)
    gc.enable()


def pytest_make_parametrize_id(val: object) -> str | None:
    """Name a case by its id, which unlike its looks is the same in every process."""
    name = getattr(val, "id", None)
    return name if isinstance(name, str) else None


# ---- the tables


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, django_db_use_migrations: bool
) -> Iterator[None]:
    """Hand SQLite tables that are made already: migrating finds nothing left to do."""
    if connection.vendor != "sqlite" or not django_db_use_migrations:
        yield
        return
    with made_once.in_memory(connection.creation._get_test_db_name()):
        yield


# ---- no network


@pytest.fixture(autouse=True, scope="session")
def _only_this_machine_answers() -> Iterator[None]:
    """Refuse every connection that would leave this machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        local = self.family == socket.AF_UNIX or (
            isinstance(address, tuple) and _is_loopback(str(address[0]))
        )
        assert local, f"a test may not connect to {address}"
        connect(self, address)  # type: ignore[arg-type]

    socket.socket.connect = guarded  # type: ignore[method-assign]
    yield
    socket.socket.connect = connect  # type: ignore[method-assign]


def _is_loopback(host: str) -> bool:
    return host in {"localhost", "::1"} or host.startswith("127.")


# ---- the shared data


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Give the folder of published elections; skip where it is not at hand."""
    folder = machine.SHARED / "data"
    if not folder.is_dir():
        pytest.skip(
            "the published elections are not here (COMMONWEAL_SHARED names them)"
        )
    return folder


# ---- the browser


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Give one Chromium for the whole run."""
    path = machine.chromium()
    if path is None:
        pytest.skip("Chromium is not installed")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=path,
            headless=True,
            chromium_sandbox=False,
            args=CHROMIUM_FLAGS,
        )
        yield browser
        browser.close()


type OpenPage = Callable[..., Page]


@pytest.fixture
def page_at(chromium: Browser) -> Iterator[OpenPage]:
    """Open a page of a width, in a colour scheme, with or without JavaScript.

    `page_at(360, scheme="dark", js=False)`; every page is in a context of its own,
    like a person of their own, and is closed when the test ends. A page whose script
    fails, or which asks another machine for anything, fails the test.
    """
    contexts: list[BrowserContext] = []
    wrongs: list[str] = []

    def open_page(
        width: int = 360,
        *,
        scheme: str = "light",
        js: bool = True,
        language: str = "en",
    ) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": 780},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=js,
            locale=language,
            reduced_motion="reduce",
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: wrongs.append(f"script: {error}"))
        page.on("request", lambda request: _note_foreign(request.url, wrongs))
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not wrongs, wrongs


def _note_foreign(address: str, wrongs: list[str]) -> None:
    if not address.startswith(
        ("http://localhost", "http://127.0.0.1", "data:", "about:")
    ):
        wrongs.append(f"asked another machine: {address}")
