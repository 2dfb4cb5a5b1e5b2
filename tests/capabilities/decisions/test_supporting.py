"""Supporting costs the same however many do, and remembers what a fresh look says."""

import re
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from commonweal.capabilities.decisions import actions
from commonweal.capabilities.decisions.actions.upkeep import remember_due
from commonweal.capabilities.decisions.models import Proposal
from commonweal.foundation.institutions.actions import joining
from commonweal.rules.voting.decision_rule import Support
from tests.builders import a_charter, a_member, an_institution, day, founder_of
from tests.capabilities.decisions.given import a_draft, a_proposal, newest_words

pytestmark = pytest.mark.django_db

# Whoever asks for one member's support alone names the member.
ALL_SUPPORTERS = re.compile(r'FROM "decisions_support" INNER JOIN')


@pytest.fixture
def union():
    shipped = a_charter()
    four = Support(at_least=4)
    rules = tuple(
        replace(rule, support=four) if rule.id == "ordinary" else rule
        for rule in shipped.rules
    )
    return an_institution(charter=replace(shipped, rules=rules))


def asked(deed, proposal, *, by, at):
    with CaptureQueriesContext(
        connection,
    ) as found:
        deed(proposal, by=by, at=at)
    return [one["sql"] for one in found.captured_queries]


def as_looked_at_anew(proposal, *, at):
    """Say when something falls due next, by all that is written down."""
    remember_due(proposal, at=at)
    return Proposal.objects.get(pk=proposal.pk).next_due_at


@pytest.mark.parametrize("deed", [actions.support, actions.take_back_support])
def test_however_many_support_one_more_asks_the_same_and_reads_them_once(union, deed):
    asha = founder_of(union)
    few, many = (
        a_proposal(
            union,
            [asha, *(a_member(union) for _ in range(count))],
            at=day(1),
        )
        for count in (1, 9)
    )
    ben = a_member(union)
    # Their first deed of a day is noted on them too.
    actions.support(a_proposal(union, [asha], at=day(1)), by=ben, at=day(2))
    if deed is actions.take_back_support:
        for one in (few, many):
            actions.support(one, by=ben, at=day(2))

    of_few = asked(deed, few, by=ben, at=day(2))
    of_many = asked(deed, many, by=ben, at=day(2))

    assert len(of_many) == len(of_few)
    assert sum(bool(ALL_SUPPORTERS.search(one)) for one in of_many) == 1


def test_what_falls_due_is_remembered_as_a_fresh_look_says(union):
    asha, *others = [founder_of(union), *(a_member(union) for _ in range(4))]
    proposal = a_draft(union, asha, at=day(1))
    actions.put_proposal(proposal, by=asha, at=day(1))
    deeds = [
        *((actions.support, one, day(2)) for one in others),
        (actions.take_back_support, others[0], day(3)),
        (actions.take_back_support, others[1], day(3)),
        (actions.support, others[1], day(3)),
        (actions.support, others[0], day(3)),
    ]
    seen = set()

    for deed, by, at in deeds:
        deed(proposal, by=by, at=at)
        due = Proposal.objects.get(pk=proposal.pk).next_due_at
        assert due == as_looked_at_anew(proposal, at=at)
        seen.add(due)

    # It was looking for support, and then was talked over.
    assert len(seen) == 2


def test_so_it_is_after_words_changed_and_a_supporter_left(union):
    asha, *others = [founder_of(union), *(a_member(union) for _ in range(4))]
    proposal = a_proposal(union, [asha, *others], at=day(1))
    joining.leave(others[0], at=day(2))
    words = actions.Wording("Shall we ask for two boilers?", "It is cold.", ())
    seen = newest_words(proposal)
    actions.revise(
        proposal, by=asha, words=words, is_correction=False, seen=seen, at=day(3)
    )

    for one in others[1:]:
        actions.support(proposal, by=one, at=day(3))
        due = Proposal.objects.get(pk=proposal.pk).next_due_at
        assert due == as_looked_at_anew(proposal, at=day(3))
