"""Who decides about somebody's words is not whom they are kept apart from."""

import pytest

from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.foundation.safeguards.actions import avoid
from commonweal.foundation.threads import access
from commonweal.foundation.threads.models import Hold
from commonweal.rules.verdict import Refused
from tests.builders import day
from tests.foundation.threads.given import hidden, reported

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("which", ["author", "reporter"])
def test_a_steward_is_left_out_and_cannot_tell_because_of_whom(
    union, people, post, which
):
    apart = {"author": post.author, "reporter": people["rosa"]}[which]
    reported(post, people["rosa"], at=day(2))

    avoid(apart, people["samir"], at=day(2))

    with pytest.raises(Refused, match="another_will_do") as refusal:
        hidden(post, people["samir"], at=day(3))
    assert refusal.value.verdict.facts == {}


def test_a_sponsor_is_left_out_as_well(union, people, post):
    hold = Hold.objects.create(
        institution=union,
        about_kind="post",
        about_id=post.pk,
        author=post.author,
        held_at=day(2),
    )
    charter = charter_in_force(union, at=day(2))
    before = access.may_sponsor(people["samir"], charter, hold, at=day(2))

    avoid(post.author, people["samir"], at=day(2))

    assert before
    after = access.may_sponsor(people["samir"], charter, hold, at=day(2))
    assert after.reason.id == "another_will_do"
