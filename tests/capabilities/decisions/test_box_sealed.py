"""What a teller enters of the box lies sealed whole: its numbers could tell of two."""

from importlib import import_module
from types import SimpleNamespace

import pytest

from commonweal.capabilities.decisions import actions
from commonweal.capabilities.decisions.models import PaperEntry
from commonweal.rules.charters.controls import adjusted
from commonweal.rules.voting.paper import PaperCount
from tests.builders import a_charter, a_member, an_institution, day
from tests.capabilities.decisions.given import a_proposal, in_office, voting

YES, NO = {"answer": "yes"}, {"answer": "no"}


@pytest.mark.django_db
def test_no_number_of_the_box_lies_beside_what_is_sealed():
    charter = adjusted(a_charter(), {"rules.ordinary.ballot": "secret"})
    union = an_institution(charter=charter)
    asha, ben, chidi = (a_member(union, name) for name in ("Asha", "Ben", "Chidi"))
    in_office(asha, ben)
    proposal = a_proposal(union, [asha, ben], at=day(1))
    actions.check_out_to_paper(proposal, voter=chidi, by=chidi, at=day(2))
    question, count = voting(proposal), PaperCount(1, 1, 0, ((YES, 1),))

    actions.enter_paper_count(question, by=asha, count=count, at=question.opens_at)

    [row] = PaperEntry.objects.values()
    beside = {"id", "institution_id", "question_id", "entered_by_id"}
    assert set(row) == beside | {"sealed"}


@pytest.mark.parametrize(
    "kept", [[[YES, 1], [NO, 1]], {"said": [[YES, 1], [NO, 1]], "table": [0, 0]}]
)
def test_a_count_entered_before_its_numbers_were_sealed_is_read(kept):
    sealing = import_module(
        "commonweal.capabilities.decisions.migrations.0011_box_numbers_sealed"
    )
    entry = SimpleNamespace(issued=3, returned=3, spoiled=1)

    found = sealing._count(entry, kept)

    assert found == PaperCount(3, 3, 1, ((YES, 1), (NO, 1)))
