"""Nobody can stop an institution by what they write into a proposal."""

import logging

import pytest

from commonweal.capabilities.decisions import actions
from commonweal.capabilities.decisions.actions import settling
from commonweal.foundation import duties, effects
from commonweal.rules.verdict import Refused
from tests.builders import a_member, an_institution, day
from tests.capabilities.decisions.given import a_draft, a_proposal, seen

pytestmark = pytest.mark.django_db


@pytest.fixture
def union():
    """Give a union."""
    return an_institution()


@pytest.fixture
def tenants(union):
    """Give members enough to support a proposal."""
    return [a_member(union, name) for name in ("Ben", "Chidi", "Dolores")]


@pytest.mark.parametrize("effect", ["", *effects.names()])
@pytest.mark.parametrize("term", ["seats", "holders", "nonsense"])
def test_a_term_that_nobody_asks_for_is_refused(union, tenants, effect, term):
    with pytest.raises(Refused, match="term_unknown"):
        a_draft(union, tenants[0], at=day(1), aim=actions.Aim(effect, {term: "boom"}))


def test_a_proposal_that_breaks_holds_up_no_other(union, tenants, monkeypatch, caplog):
    broken = a_proposal(union, tenants, at=day(1))
    other = a_proposal(union, tenants, at=day(1))
    open_vote = settling._DEEDS["open"]

    def breaks(proposal, step):
        if proposal.pk == broken.pk:
            raise ValueError("boom")
        open_vote(proposal, step)

    monkeypatch.setitem(settling._DEEDS, "open", breaks)
    opens_at = seen(other, at=day(2)).moments.opens_at

    with caplog.at_level(logging.ERROR):
        duties.settle(union, at=opens_at)

    assert other.questions.count() == 1
    assert broken.questions.count() == 0
    assert "could not go on" in caplog.text
    monkeypatch.undo()
    duties.settle(union, at=opens_at + settling.TRY_AGAIN)
    assert broken.questions.count() == 1
