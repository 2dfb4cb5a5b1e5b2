"""A draft is its author's alone: nobody else learns that there is one."""

import pytest

from commonweal.capabilities.decisions import actions
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.journal.models import Line
from tests.builders import an_institution, day, founder_of
from tests.capabilities.decisions.given import newest_words
from tests.interfaces.web.visitors import put

pytestmark = pytest.mark.django_db


@pytest.fixture
def union():
    """Give a union whose founder writes."""
    return an_institution()


def a_draft(union, title="Shall we sing?"):
    words = actions.Wording(title, "On Sundays.", ())
    return actions.draft_proposal(
        union, by=founder_of(union), words=words, aim=actions.Aim(), at=day(1)
    )


def test_writing_changing_and_dropping_a_draft_leaves_no_line(union):
    asha, before = founder_of(union), journal.head(union)
    draft = a_draft(union)
    words = actions.Wording("Shall we dance?", "", ())

    actions.revise(
        draft,
        by=asha,
        words=words,
        is_correction=False,
        seen=newest_words(draft),
        at=day(2),
    )
    actions.withdraw(draft, by=asha, at=day(3))

    assert journal.head(union) == before


def test_the_journal_tells_of_a_proposal_from_when_it_is_put(union):
    draft = a_draft(union)

    actions.put_proposal(draft, by=founder_of(union), at=day(2))

    told = Line.objects.filter(about_id=draft.pk).order_by("number")
    assert [line.deed for line in told] == ["put_proposal", "support_proposal"]


def test_no_number_that_others_saw_means_two_things(union):
    asha = founder_of(union)
    first = put(union, asha, at=day(1))
    dropped = a_draft(union)
    actions.withdraw(dropped, by=asha, at=day(2))
    actions.withdraw(first, by=asha, at=day(2))

    next_one = put(union, asha, "Shall we dance?", at=day(3))

    assert (first.number, next_one.number) == (1, 2)
