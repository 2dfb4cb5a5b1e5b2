"""What came of a vote, in the words of the page that greets its members."""

import pytest

from commonweal.capabilities.decisions import queries
from commonweal.rules.charters.controls import adjusted
from tests.builders import a_charter, a_member, an_institution, day
from tests.capabilities.decisions.given import a_proposal, answered, seen, voting

pytestmark = pytest.mark.django_db

OF_YESES = {
    "rules.ordinary.quorum.kind": "positive_votes",
    "rules.ordinary.quorum.at_least": "4",
}


def test_too_few_who_said_yes_are_not_told_as_too_few_who_voted():
    union = an_institution(charter=adjusted(a_charter(), OF_YESES))
    there = [a_member(union, name) for name in ("Asha", "Ben", "Chidi", "Dolores")]
    question = voting(a_proposal(union, there[:2], at=day(1)))
    closes = answered(question, yes=there[:2], no=there[2:])
    told = seen(question.proposal, at=closes).question

    [news] = queries.news_of(there[0].person, at=closes)

    assert told.verdict.id == "support_missed"
    assert news.outcome.id in {"news.too_few_yes", "news.too_few_yes_at_first"}
    assert news.outcome.facts["turnout"] == 4
