"""Letters about a secret vote tell nobody who has voted, now or afterwards."""

from dataclasses import replace
from datetime import timedelta

import pytest

from commonweal.capabilities.reaching import duties, queries
from commonweal.capabilities.reaching.models import Reminded
from commonweal.foundation.institutions.queries import memberships_of
from commonweal.rules.charters.controls import adjusted
from commonweal.rules.reaching.terms import Reaching
from tests.builders import a_charter, a_member, an_institution, confirmed, day
from tests.capabilities.decisions.given import a_proposal, answered, seen, voting
from tests.capabilities.reaching.given import written_at

pytestmark = pytest.mark.django_db

SECRET = {"rules.ordinary.ballot": "secret", "rules.options.ballot": "secret"}
NAMES = ("Asha", "Ben", "Chidi", "Dolores", "Emre", "Farah", "Gloria")


def a_secret_vote(*, bare):
    """Give a secret vote in which five of seven have voted, and a day near its end."""
    charter = replace(adjusted(a_charter(), SECRET), reaching=Reaching(bare))
    union = an_institution(founder="Nour", charter=charter)
    people = [confirmed(a_member(union, name)) for name in NAMES]
    question = voting(a_proposal(union, people[:2], at=day(1)))
    answered(question, yes=people[:3], no=people[3:5])
    near = (question.closes_at - timedelta(hours=30)).replace(hour=10)
    return question, people, near


@pytest.mark.parametrize("bare", [False, True])
def test_whoever_voted_in_secret_is_written_to_as_whoever_did_not(bare):
    _question, people, near = a_secret_vote(bare=bare)

    letters = {one.address: one for one in written_at(near)}

    assert letters.keys() == {one.person.email for one in people}
    assert len({one.subject for one in letters.values()}) == 1
    assert all("so that no letter tells" in one.body for one in letters.values()) == (
        bare
    )


def test_the_letter_says_that_it_goes_to_everybody_on_the_roll():
    _question, _people, near = a_secret_vote(bare=False)

    letter = written_at(near)[0]

    assert "Vote, if you have not yet" in letter.body
    assert "everybody on the roll, whether they have voted or not" in letter.body


def test_the_page_asks_whoever_voted_in_secret_for_nothing():
    _question, people, near = a_secret_vote(bare=False)
    voted, silent = people[0].person, people[5].person

    waits = [
        queries.waiting_for(one, memberships_of(one, at=near), at=near).waiting
        for one in (voted, silent)
    ]

    assert [len(one) for one in waits] == [0, 1]


@pytest.mark.parametrize("bare", [False, True])
def test_nothing_tells_afterwards_who_had_voted(bare):
    question, people, near = a_secret_vote(bare=bare)
    written_at(near)
    kept = Reminded.objects.values_list("full_at", "bare_at")
    told = set(kept.filter(person__in=[one.person for one in people]))

    seen(question.proposal, at=question.closes_at)
    late = question.closes_at + timedelta(days=60)
    Reminded.objects.update(look_at=late)
    duties.write_reminders(late)

    assert len(told) == 1
    assert set(kept) == {(None, None)}
