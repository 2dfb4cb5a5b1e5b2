"""Hidden words are read nowhere through the door for programs either."""

import pytest

from commonweal.foundation.threads import actions, queries
from tests.builders import a_member, day, founder_of
from tests.capabilities.decisions.given import a_proposal
from tests.foundation.threads.given import hidden, reported, stewards
from tests.interfaces.api.conftest import program_of, told

pytestmark = pytest.mark.django_db


def test_hidden_posts_and_proposals_have_no_words(union, here, clock):
    asha, ben, chidi = founder_of(union), a_member(union, "Ben"), a_member(union, "C")
    stewards(union, ben, chidi)
    proposal = a_proposal(union, [asha], "Rosa must go", at=day(1))
    post = actions.say_in_thread(
        proposal.pk, institution=union, by=asha, text="She is a thief.", at=day(1)
    )
    reported(post, chidi, at=day(1))
    hidden(post, ben, at=day(1))
    _hide_proposal(union, proposal, chidi, ben)
    program = program_of(chidi)

    for path in (
        "/proposals",
        "/proposals/1",
        "/proposals/1/posts",
        "/journal",
        "/journal/file",
        "/proposals/1/versions",
    ):
        seen = str(told(program.get(here + path)))
        assert "thief" not in seen, path
        assert "Rosa" not in seen, path


def _hide_proposal(union, proposal, reporter, steward):
    from_place = actions.Complaint("hurts")
    said = _said(union, proposal)
    actions.report(
        said, institution=union, by=reporter, complaint=from_place, at=day(1)
    )
    actions.hide(
        said,
        institution=union,
        by=steward,
        wrong="hurts",
        reason="It hurts.",
        at=day(1),
    )


def _said(union, proposal):
    found = queries.said_at(union, "proposal", proposal.pk)
    assert found is not None
    return found
