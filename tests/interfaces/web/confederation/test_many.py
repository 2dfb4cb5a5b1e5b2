"""A confederation of many bodies is read in pages, and in as many queries as a few."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.builders import day, founder_of
from tests.capabilities.confederation.given import a_body, a_confederation, raised
from tests.interfaces.web.conftest import browser_of, page

from commonweal.capabilities.confederation.models import ConfederalDeed
from commonweal.foundation.institutions.models import (
    CharterVersion,
    Institution,
    Member,
)
from commonweal.interfaces.web.confederation.views.together import A_PAGE, MATTERS

pytestmark = pytest.mark.django_db

MOST_QUERIES = 15


@pytest.fixture
def whole(clock):
    """Give a confederation whose first body is one that strangers do not find."""
    clock.at = day(12)
    return a_confederation(a_body("Asha", "Ana"), kind="union_federation")


def grown(whole, number):
    """Let so many more bodies be in, as if they had come by the yes of the first."""
    text = CharterVersion.objects.filter(institution__address__startswith="river")[0]
    others = Institution.objects.bulk_create(
        Institution(address=f"more-{one}", founded_at=day(0)) for one in range(number)
    )
    CharterVersion.objects.bulk_create(
        CharterVersion(institution=one, number=1, text=text.text, in_force_at=day(0))
        for one in others
    )
    first = ConfederalDeed.objects.get(institution=whole, deed="began").body
    kinds = (
        ("applied", {}),
        ("spoke_for", {"by": str(first)}),
        ("admitted", {"yes": 1, "of": 1}),
        ("sent", {"until": day(300).isoformat(), "alternates": []}),
    )
    delegate = founder_of(whole)
    deeds = [(one, deed, facts) for one in others for deed, facts in kinds]
    ConfederalDeed.objects.bulk_create(
        ConfederalDeed(
            institution=whole,
            number=100 + place,
            deed=deed,
            body=one.pk,
            seat=deed == "sent",
            who=delegate if deed == "sent" else None,
            facts=facts,
            decision=uuid4(),
            done_at=day(2),
        )
        for place, (one, deed, facts) in enumerate(deeds)
    )


def read(browser, whole, more=""):
    with CaptureQueriesContext(connection) as queries:
        shown = page(browser.get(f"/i/{whole.address}/together/{more}"))
    return shown, len(queries)


def test_many_bodies_are_read_in_as_many_queries_as_few(whole):
    ana = Member.objects.get(name="Ana")
    grown(whole, A_PAGE + 10)

    browser = browser_of(ana)
    browser.get(f"/i/{whole.address}/together/")
    shown, queries = read(browser, whole)

    assert queries <= MOST_QUERIES
    assert f"1 to {A_PAGE} of {A_PAGE + 11} bodies" in shown
    assert shown.count("Seat 1:") == A_PAGE - 1
    after, queries = read(browser, whole, f"?from={A_PAGE + 1}")
    assert queries <= MOST_QUERIES
    assert f"{A_PAGE + 1} to {A_PAGE + 11} of {A_PAGE + 11} bodies" in after
    assert "Those before" in after
    assert "Those after" not in after


@pytest.mark.parametrize("asked", ["0", "-3", "9999", "x", "1" * 40])
def test_a_place_that_there_is_not_is_the_first(whole, asked):
    shown, _ = read(browser_of(None), whole, f"?from={asked}")

    assert "The bodies" in shown
    assert "Those before" not in shown


def test_old_matters_stand_on_a_page_of_all(clock):
    clock.at = day(12)
    bodies = [a_body(name) for name in ("Asha", "Ben", "Chidi")]
    whole = a_confederation(*bodies)
    for number in range(MATTERS + 1):
        raised(bodies[number % 3], whole)

    newest, _ = read(browser_of(None), whole)
    every, _ = read(browser_of(None), whole, "?all")

    assert newest.count("The dam") == MATTERS
    assert "All matters there ever were" in newest
    assert every.count("The dam") == MATTERS + 1
    assert "All matters there ever were" not in every
