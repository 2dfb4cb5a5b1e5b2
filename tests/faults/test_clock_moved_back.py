"""A clock that was moved back undoes nothing: what is over stays over."""

from datetime import timedelta

import pytest

from commonweal.capabilities.decisions import actions, queries
from commonweal.foundation import duties
from commonweal.foundation.institutions.actions import inviting, joining
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.people import actions as people
from commonweal.foundation.tokens import actions as tokens
from commonweal.foundation.tokens.queries import token_by_code
from commonweal.rules.verdict import Refused
from tests.builders import a_member, a_person, an_institution, day, founder_of
from tests.capabilities.decisions.given import a_proposal, answered, voting

pytestmark = pytest.mark.django_db

A_DAY = timedelta(days=1)


def test_a_vote_that_was_counted_takes_no_ballot_and_keeps_its_outcome():
    union = an_institution()
    members = [a_member(union, name) for name in ("Ben", "Chidi", "Dolores", "Emre")]
    question = voting(a_proposal(union, members, at=day(1)))
    closed = answered(question, yes=members[:3])
    duties.settle(union, at=closed)
    question.refresh_from_db()
    counted = queries.recount_bundle(question)

    earlier = closed - A_DAY
    duties.settle(union, at=earlier)

    with pytest.raises(Refused, match="vote_is_over"):
        actions.cast_ballot(question, by=members[3], marks={"answer": "no"}, at=earlier)
    question.refresh_from_db()
    assert queries.recount_bundle(question) == counted


def test_what_was_taken_back_or_used_up_stays_so():
    union = an_institution()
    asha = founder_of(union)
    assert asha.person is not None
    taken_back = inviting.invite_by_link(union, by=asha, at=day(1))
    inviting.revoke(taken_back.invitation, by=asha, at=day(3))
    used_up = inviting.invite_by_codes(union, by=asha, count=1, at=day(1)).codes[0]
    joining.join(used_up, person=a_person("Ben"), name="Ben", at=day(3))
    (paper, *_) = people.write_paper_codes(asha.person, at=day(0))
    people.sign_in_by_code(paper)
    made = tokens.make_token(
        asha.person, name="A program", scopes=["read"], days=9, at=day(1)
    )
    tokens.end_token(asha.person, made.token.pk)

    for code in (taken_back.code, used_up):
        with pytest.raises(Refused):
            joining.join(code, person=a_person("Eve"), name="Eve", at=day(2))
    with pytest.raises(Refused):
        people.sign_in_by_code(paper)
    assert token_by_code(made.code) is None


def test_the_journal_goes_on_in_its_order_and_still_verifies():
    union = an_institution()
    a_member(union, "Ben", at=day(5))

    a_member(union, "Chidi", at=day(4))

    assert journal.verify(union) == ()
    numbers = [line.number for line in journal.lines(union, limit=50)]
    assert numbers == sorted(numbers, reverse=True)
