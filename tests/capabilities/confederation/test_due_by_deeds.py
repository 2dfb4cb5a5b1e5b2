"""What is due follows from the deeds, whatever a row notes of it."""

from datetime import timedelta

import pytest
from tests.capabilities.confederation.given import (
    SPEAKS,
    a_body,
    a_confederation,
    agreed_by_all,
    raised,
)

from commonweal.capabilities.confederation import duties, queries
from commonweal.capabilities.confederation.models import Matter
from commonweal.foundation.journal.queries import comparison

pytestmark = pytest.mark.django_db
NOW = SPEAKS
OVER = NOW + timedelta(days=30)


@pytest.fixture
def bodies():
    return a_body("Asha"), a_body("Ben"), a_body("Chidi")


@pytest.fixture
def matter(bodies):
    """Give a matter with a congress that all bodies said yes in."""
    whole = a_confederation(*bodies)
    matter = raised(bodies[0], whole)
    agreed_by_all(matter, bodies)
    return matter


def noted(matter, at):
    Matter.objects.filter(pk=matter.pk).update(next_due_at=at)


@pytest.mark.parametrize("at", [None, OVER + timedelta(days=900)])
def test_a_congress_is_counted_also_where_no_row_notes_that_it_is_due(matter, at):
    noted(matter, at)

    assert duties.settle_matters(OVER)

    read = queries.matter_at(matter.institution, 1, at=OVER)
    assert read.now.stage == "asking"
    assert read.found is not None
    assert not duties.settle_matters(OVER)


@pytest.mark.parametrize("at", [None, OVER + timedelta(days=900)])
def test_whoever_compares_reads_that_what_is_due_is_not_noted(matter, at):
    assert not _said(matter)
    noted(matter, at)

    assert _said(matter) == {"matter_due_unnoted"}


def test_what_is_noted_as_the_deeds_say_is_sound_at_every_stage(matter):
    assert not _said(matter)
    duties.settle_matters(OVER)
    assert not _said(matter)
    duties.settle_matters(OVER + timedelta(days=90))
    assert not _said(matter)


def _said(matter):
    return {one.id for one in comparison(matter.institution).problems}
