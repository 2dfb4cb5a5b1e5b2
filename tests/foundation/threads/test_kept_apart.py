"""Who decides about somebody's words is not whom they are kept apart from."""

import pytest

from commonweal.foundation.safeguards.actions import avoid
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
