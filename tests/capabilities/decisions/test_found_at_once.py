"""A vote and a place on its roll are found by index, however long the lists."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from commonweal.capabilities.decisions import queries
from tests.builders import a_charter, a_member, an_institution, day
from tests.capabilities.decisions.given import a_proposal, voting

pytestmark = pytest.mark.django_db


def test_finding_a_vote_walks_through_neither_the_proposals_nor_the_roll():
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL chooses by what it knows of the rows, here too few")
    union = an_institution(founder="Nour", charter=a_charter())
    tenants = [a_member(union, name) for name in ("Asha", "Ben")]
    question = voting(a_proposal(union, tenants, at=day(1)))

    with CaptureQueriesContext(
        connection,
    ) as asked:
        found = queries.vote_in(union, question.proposal.number, 1, tenants[0])

    assert found == question
    [one] = asked.captured_queries
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {one['sql']}")
        plan = [row[3] for row in cursor.fetchall()]
    assert not [step for step in plan if step.startswith("SCAN")]
    assert any("(institution_id=? AND number=?)" in step for step in plan)
    assert any("(roll_id=? AND member_id=?)" in step for step in plan)
