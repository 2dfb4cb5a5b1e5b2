"""Nothing in a log says who came, what they read, or what opens a door."""

import io
import logging
import logging.config
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from commonweal.interfaces.web import urls as all_urls
from commonweal.project.logs import TellsNobody

SECRETS = ("LIVECODE", "sign-in/", "join/", "10.6.6.6", "Tell-Tale", "evil.test")


def break_down(_request: HttpRequest, code: str) -> HttpResponse:
    """Make a mistake of ours that names what it met."""
    raise RuntimeError(f"no such code: {code}")


urlpatterns = [*all_urls.urlpatterns, path("sample/break/<str:code>/", break_down)]


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> Iterator[io.StringIO]:
    """Give what this node would have written, as it is set up."""
    written = io.StringIO()
    logging.config.dictConfig(settings.LOGGING)
    (console,) = (
        one
        for one in logging.getLogger().handlers
        if isinstance(one.formatter, TellsNobody)
    )
    assert isinstance(console, logging.StreamHandler)
    console.setStream(written)
    yield written
    logging.getLogger().removeHandler(console)


@pytest.fixture
def browser(db: None) -> Client:
    """Give a browser whose address and name would be worth knowing."""
    return Client(
        enforce_csrf_checks=True,
        raise_request_exception=False,
        REMOTE_ADDR="10.6.6.6",
        headers={"User-Agent": "Tell-Tale/1"},
    )


@pytest.mark.parametrize("door", ["/sign-in/LIVECODE/", "/join/LIVECODE/"])
def test_a_refused_form_leaves_no_code_in_the_log(browser, log, caplog, door):
    browser.post(door)
    browser.get(door + "nowhere/")

    assert not told(log, caplog)


def test_a_strange_host_leaves_nothing_in_the_log(browser, log, caplog):
    browser.get("/sign-in/LIVECODE/", headers={"host": "evil.test"})

    assert not told(log, caplog)


def test_a_mistake_of_ours_is_told_by_its_kind_and_place_alone(browser, log, settings):
    settings.ROOT_URLCONF = __name__

    browser.get("/sample/break/LIVECODE/")

    assert "RuntimeError" in log.getvalue()
    assert "in break_down" in log.getvalue()
    assert not told(log)


@pytest.mark.parametrize(
    "message", [("%s took %s", "/join/LIVECODE/", "10.6.6.6"), ("no /join/LIVECODE/",)]
)
def test_whatever_others_code_says_is_told_without_what_it_met(log, message):
    logging.getLogger("gunicorn.error").error(*message)
    logging.getLogger("django.server").error(*message)

    assert not told(log)


def test_what_our_own_code_says_is_told(log):
    logging.getLogger("commonweal.work").error("the letters wait")

    assert log.getvalue() == "ERROR commonweal.work: the letters wait\n"


def told(log: io.StringIO, caplog: pytest.LogCaptureFixture | None = None) -> list[str]:
    """List what was let out that names somebody, by our formatter or any other."""
    written = log.getvalue() + (caplog.text if caplog else "")
    return [one for one in SECRETS if one in written]
