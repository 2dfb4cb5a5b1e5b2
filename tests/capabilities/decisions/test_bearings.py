"""What a proposal has to say besides: drafts may lack it, what is put may not."""

from dataclasses import replace

import pytest

from commonweal.capabilities.decisions import actions
from commonweal.capabilities.decisions.actions import Aim, Wording
from commonweal.foundation.journal import queries as journal
from commonweal.rules.verdict import Refused
from commonweal.rules.voting.bearings import Bearings
from tests.builders import a_charter, an_institution, day, founder_of

pytestmark = pytest.mark.django_db

SAID = {"affected": "All on the third floor.", "money": "40 euros, from the box."}


@pytest.fixture
def asha():
    shipped = a_charter()
    asked = Bearings(frozenset(SAID))
    rules = [
        one if one.id == shipped.charter_rule else replace(one, bearings=asked)
        for one in shipped.rules
    ]
    return founder_of(an_institution(charter=replace(shipped, rules=tuple(rules))))


def drafted(asha, **bearings):
    words = Wording("Shall we mend the lift?", "It is stuck.", bearings=bearings)
    return actions.draft_proposal(
        asha.institution, by=asha, words=words, aim=Aim(), at=day(1)
    )


def revised(proposal, asha, at, **bearings):
    newest = proposal.versions.order_by("-number")[0]
    words = Wording("Shall we mend the lift?", "It is stuck again.", bearings=bearings)
    return actions.revise(
        proposal, by=asha, words=words, is_correction=False, seen=newest.pk, at=at
    )


def test_a_draft_that_lacks_something_is_kept_and_not_put(asha):
    draft = drafted(asha, affected=SAID["affected"], ecology="Nobody asked.")

    assert draft.versions.get().bearings == {"affected": SAID["affected"]}
    with pytest.raises(Refused) as refusal:
        actions.put_proposal(draft, by=asha, at=day(1))
    assert refusal.value.verdict.id == "bearings_missing"
    [missing] = refusal.value.verdict.facts["missing"]
    assert missing.id == "choice_money"

    revised(draft, asha, day(1), **SAID)
    assert actions.put_proposal(draft, by=asha, at=day(2)).put_at == day(2)


def test_new_words_do_not_leave_out_what_the_old_ones_said(asha):
    proposal = actions.put_proposal(drafted(asha, **SAID), by=asha, at=day(1))

    with pytest.raises(Refused, match="bearings_missing"):
        revised(proposal, asha, day(2), money="Nothing.")

    version = revised(proposal, asha, day(2), **SAID | {"money": "50 euros."})
    assert version.bearings["money"] == "50 euros."


def test_what_was_said_besides_is_held_by_the_journal(asha):
    proposal = actions.put_proposal(drafted(asha, **SAID), by=asha, at=day(1))
    assert journal.compared(asha.institution) == ()

    proposal.versions.update(bearings=SAID | {"money": "Nothing."})

    [found] = journal.compared(asha.institution)
    assert found.id == "journal_row_differs"
