"""A newcomer's proposal waits for a sponsor, and is put when there is one."""

from dataclasses import replace

import pytest

from commonweal.capabilities.decisions import actions
from commonweal.foundation.threads import queries
from commonweal.foundation.threads.models import Hold
from commonweal.rules.moderation.terms import Moderation
from commonweal.rules.verdict import Refused
from tests.builders import a_charter, a_member, an_institution, day, founder_of
from tests.capabilities.decisions.given import a_draft, seen

pytestmark = pytest.mark.django_db


@pytest.fixture
def union():
    terms = Moderation(newcomer_posts=1)
    return an_institution(charter=replace(a_charter(), moderation=terms))


def test_it_stays_a_draft_until_it_is_let_through_and_is_put_then(union):
    ben = a_member(union, "Ben", at=day(1))
    draft = a_draft(union, ben, "Shall we paint?", at=day(2))

    waiting = actions.put_proposal(draft, by=ben, at=day(2))

    assert waiting.put_at is None
    [one] = queries.waiting_for_sponsor(union)
    assert (one.said.title, one.said.kind) == ("Shall we paint?", "draft")
    with pytest.raises(Refused, match="waits_for_sponsor"):
        actions.put_proposal(draft, by=ben, at=day(3))

    put = actions.let_draft_through(one.hold, by=founder_of(union), at=day(4))

    assert put.put_at == day(4)
    view = seen(put, at=day(4), by=founder_of(union))
    assert view.author == ben
    assert [one.name for one in view.supporters] == ["Ben"]


def test_one_that_was_turned_down_can_be_reworded_and_sent_again(union):
    ben = a_member(union, "Ben", at=day(1))
    draft = a_draft(union, ben, at=day(2))
    actions.put_proposal(draft, by=ben, at=day(2))
    hold = Hold.objects.get()

    with pytest.raises(Refused, match="sponsor_of_oneself"):
        actions.let_draft_through(hold, by=ben, at=day(3))
    hold.answered_at, hold.let_through = day(3), False
    hold.save()
    actions.put_proposal(draft, by=ben, at=day(4))

    assert len(queries.waiting_for_sponsor(union)) == 1
