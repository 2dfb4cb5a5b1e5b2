"""Who may call an assembly off, and who may call another, as the pages say it."""

import pytest

from tests.builders import day
from tests.capabilities.assemblies.given import an_assembly
from tests.foundation.threads.given import stewards
from tests.interfaces.web.assemblies.test_pages import (
    asha as asha,
)
from tests.interfaces.web.assemblies.test_pages import (
    at,
    page,
)
from tests.interfaces.web.assemblies.test_pages import (
    ben as ben,
)
from tests.interfaces.web.assemblies.test_pages import (
    union as union,
)
from tests.interfaces.web.conftest import browser_of

pytestmark = pytest.mark.django_db


def test_who_holds_an_office_calls_it_off_and_all_read_who_and_why(
    union, asha, ben, clock
):
    row = an_assembly(ben)
    here = at(union, f"{row.number}/")
    assert "Call it off" not in page(browser_of(asha).get(here))
    stewards(union, asha)
    clock.at = day(2)

    assert "An office that you hold lets you call it off" in page(
        browser_of(asha).get(here)
    )
    browser_of(asha).post(here + "act/", {"deed": "call_off", "reason": "A prank."})

    shown = page(browser_of(ben).get(here))
    assert "It does not take place: <bdi>A prank.</bdi>" in shown
    assert "Called off by <bdi>Asha</bdi>." in shown


def test_who_has_one_to_come_is_told_before_they_type(union, asha, ben, clock):
    an_assembly(asha)

    for path in ("", "new/"):
        shown = page(browser_of(asha).get(at(union, path)))
        assert "You have called an assembly already" in shown
        assert 'name="title"' not in shown
    assert 'name="title"' in page(browser_of(ben).get(at(union, "new/")))
