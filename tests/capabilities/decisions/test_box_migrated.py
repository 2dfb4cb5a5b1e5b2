"""Boxes that were counted before their numbers were sealed, taken over with their rows.

Run on both engines: PostgreSQL changes no table while a check of changed rows waits.
"""

import json
from collections.abc import Iterator

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from commonweal.capabilities.decisions import actions
from commonweal.capabilities.decisions.models import PaperEntry
from commonweal.capabilities.decisions.queries import ballot_box
from commonweal.foundation.keys import actions as keys
from commonweal.foundation.keys import store
from commonweal.rules.charters.controls import adjusted
from commonweal.rules.verdict import Refused
from commonweal.rules.voting.paper import HandedOut, PaperCount
from tests.builders import a_charter, a_member, an_institution, day
from tests.capabilities.decisions.given import a_proposal, in_office, voting

pytestmark = pytest.mark.django_db(transaction=True)

YES, NO = {"answer": "yes"}, {"answer": "no"}
BEFORE = [("decisions", "0010_proposals_held")]


@pytest.fixture
def tellers():
    """Give two tellers of a union whose votes are secret, and a voter on paper."""
    charter = adjusted(a_charter(), {"rules.ordinary.ballot": "secret"})
    union = an_institution(charter=charter)
    return [a_member(union, name) for name in ("Asha", "Ben", "Chidi")]


@pytest.fixture
def question(tellers):
    asha, ben, chidi = tellers
    in_office(asha, ben)
    proposal = a_proposal(asha.institution, [asha, ben], at=day(1))
    actions.check_out_to_paper(proposal, voter=chidi, by=chidi, at=day(2))
    return voting(proposal)


@pytest.fixture
def tables_before(question) -> Iterator[object]:
    """Give the tables as they were, and take them forward again whatever happens."""
    executor = MigrationExecutor(connection)
    executor.migrate(BEFORE)
    yield executor.loader.project_state(BEFORE).apps
    try:
        forward()
    except Refused:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM decisions_paperentry")
        forward()


def forward() -> None:
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


def entered(tables, question, teller, said, *, numbers=(2, 2, 0)):
    """Write an entry as it was kept: its numbers beside what was marked, sealed."""
    about = str(question.pk)
    tables.get_model("decisions", "PaperEntry").objects.create(
        institution_id=question.institution_id,
        question_id=question.pk,
        entered_by_id=teller.pk,
        sealed=keys.seal(json.dumps(said), key=f"ballots/{about}", about=about),
        issued=numbers[0],
        returned=numbers[1],
        spoiled=numbers[2],
    )


def test_numbers_of_boxes_that_were_counted_are_sealed_with_them(
    tables_before, question, tellers
):
    asha, ben, _ = tellers
    entered(tables_before, question, asha, [[YES, 1], [NO, 1]])
    table = {"said": [[YES, 1]], "table": [3, 1]}
    entered(tables_before, question, ben, table, numbers=(4, 3, 2))

    forward()

    columns = {one.name for one in PaperEntry._meta.get_fields()}
    assert not columns & {"issued", "returned", "spoiled"}
    with connection.cursor() as cursor:
        told = connection.introspection.get_table_description(
            cursor, "decisions_paperentry"
        )
    assert not {one.name for one in told} & {"issued", "returned", "spoiled"}
    counts = ballot_box.paper_counts(question)
    assert sorted(counts, key=lambda one: one.issued) == [
        PaperCount(2, 2, 0, ((YES, 1), (NO, 1)), HandedOut(0, 0)),
        PaperCount(4, 3, 2, ((YES, 1),), HandedOut(3, 1)),
    ]


def test_a_key_that_is_mislaid_leaves_the_tables_as_they_were(
    tables_before, question, tellers
):
    asha, ben, _ = tellers
    for one in (asha, ben):
        entered(tables_before, question, one, [[YES, 2]])
    name = f"ballots/{question.pk}"
    key = store.kept(name)
    store.destroy(name)

    with pytest.raises(Refused, match="box_key_mislaid"):
        forward()

    kept = tables_before.get_model("decisions", "PaperEntry").objects
    assert list(kept.values_list("issued", flat=True)) == [2, 2]
    store.keep(name, key)
    forward()
    assert [one.said for one in ballot_box.paper_counts(question)] == [((YES, 2),)] * 2
