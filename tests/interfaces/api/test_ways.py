"""What a program is told can be proposed is what a page offers."""

import pytest

from commonweal.capabilities.decisions import queries
from tests.builders import a_charter, an_institution, day, founder_of
from tests.interfaces.api.conftest import program_of, told
from tests.interfaces.web.visitors import browser_of

pytestmark = pytest.mark.django_db


def test_pages_and_programs_offer_the_same_in_the_same_order(clock):
    union = an_institution()
    asha = founder_of(union)
    clock.at = day(1)

    page = browser_of(asha).get(f"/i/{union.address}/decisions/new/")
    answer = told(program_of(asha).get(f"/institutions/{union.address}/ways"))

    offered = [(way.rule.id, way.effect) for way, _ in page.context["ways"]]
    found = queries.ways_to_propose(a_charter(), guards_door=False)
    assert [(one["rule"], one["effect"]) for one in answer] == offered
    assert offered == [(one.rule.id, one.effect) for one in found]
