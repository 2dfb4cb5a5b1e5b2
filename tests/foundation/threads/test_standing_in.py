"""A report always reaches somebody: where no steward can look, members stand in."""

import pytest

from commonweal.foundation.institutions.queries import (
    charter_in_force,
    memberships_of,
)
from commonweal.foundation.safeguards.actions import avoid
from commonweal.foundation.threads import access, queries
from commonweal.rules.verdict import Refused
from tests.builders import a_member, day, founder_of
from tests.foundation.threads.given import (
    a_post,
    a_union,
    appealed,
    hidden,
    is_hidden,
    reported,
    stewards,
    words_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def union():
    """Give a union in which nobody was elected yet."""
    return a_union()


@pytest.fixture
def people(union):
    named = {"hugo": founder_of(union)}
    for name in ("Rosa", "Samir", "Halima"):
        named[name.lower()] = a_member(union, name)
    return named


def needs_of(member, *, at):
    memberships = memberships_of(member.person, at=at)
    return [one.kind for one in queries.steward_needs(memberships, at=at)]


def test_where_nobody_holds_the_office_members_who_could_look_at_a_report(people):
    post = a_post(people["hugo"])
    reported(post, people["rosa"], at=day(2))

    waits = {name: needs_of(one, at=day(2)) for name, one in people.items()}
    hidden(post, people["samir"], at=day(3))

    assert waits == {"hugo": [], "rosa": [], "samir": ["report"], "halima": ["report"]}
    assert is_hidden(post, at=day(3))
    assert needs_of(people["halima"], at=day(3)) == []


def test_the_appeal_goes_to_another_of_them(people):
    post = a_post(people["hugo"])
    reported(post, people["rosa"], at=day(2))
    hiding = hidden(post, people["samir"], at=day(3))
    appealed(hiding, post, people["hugo"], at=day(4))

    waits = {name: needs_of(one, at=day(4)) for name, one in people.items()}

    assert waits == {"hugo": [], "rosa": ["appeal"], "samir": [], "halima": ["appeal"]}


def test_where_the_only_steward_wrote_the_words_others_look(union, people):
    stewards(union, people["hugo"])
    post = a_post(people["hugo"])
    reported(post, people["rosa"], at=day(2))

    assert needs_of(people["samir"], at=day(2)) == ["report"]
    with pytest.raises(Refused, match="judges_own_words"):
        hidden(post, people["hugo"], at=day(3))


def test_while_a_steward_can_look_nobody_else_does(union, people):
    stewards(union, people["samir"])
    post = a_post(people["hugo"])
    reported(post, people["rosa"], at=day(2))

    assert needs_of(people["halima"], at=day(2)) == []
    assert queries.reports_for(people["halima"], _charter(union), at=day(2)) is None
    with pytest.raises(Refused, match="not_a_steward"):
        hidden(post, people["halima"], at=day(3))


def test_whoever_has_a_part_reads_no_report_where_members_stand_in(union, people):
    post = a_post(people["hugo"])
    reported(post, people["rosa"], at=day(2))

    read = {
        name: queries.reports_for(one, _charter(union), at=day(2)) is not None
        for name, one in people.items()
    }

    assert read == {"hugo": False, "rosa": False, "samir": True, "halima": True}


def test_a_steward_who_has_a_part_reads_neither_the_report_nor_the_appeal(
    union, people
):
    halima = people["halima"]
    stewards(union, people["hugo"], people["samir"], halima)
    post, charter = a_post(people["hugo"]), _charter(union)
    reported(post, people["rosa"], at=day(2))

    reports = _read_by(people, queries.reports_for, charter, at=day(2))
    reported(a_post(people["rosa"]), halima, at=day(2))
    more = _read_by(people, queries.reports_for, charter, at=day(2))
    hiding = hidden(post, people["samir"], at=day(3))
    appealed(hiding, post, people["hugo"], at=day(4))
    appeals = _read_by(people, queries.appeals_for, charter, at=day(4))

    assert reports == {"hugo": 0, "rosa": 0, "samir": 1, "halima": 1}
    assert more == {"hugo": 1, "rosa": 0, "samir": 2, "halima": 1}
    assert appeals == {"hugo": 0, "rosa": 0, "samir": 0, "halima": 1}


def test_a_steward_kept_apart_from_the_reporter_does_not_read_the_report(union, people):
    people["emre"] = a_member(union, "Emre")
    stewards(union, people["samir"], people["halima"], people["emre"])
    avoid(people["rosa"], people["samir"], at=day(2))

    reported(a_post(people["hugo"]), people["rosa"], at=day(2))

    read = _read_by(people, queries.reports_for, _charter(union), at=day(2))
    assert read == {"hugo": 0, "rosa": 0, "samir": 0, "halima": 1, "emre": 1}


def test_who_could_not_hold_the_office_does_not_stand_in(union, people):
    type(people["halima"]).objects.filter(pk=people["halima"].pk).update(
        member_class="supporter"
    )
    post = a_post(people["hugo"])
    reported(post, people["rosa"], at=day(2))

    assert needs_of(people["samir"], at=day(2)) == ["report"]
    people["halima"].refresh_from_db()
    assert needs_of(people["halima"], at=day(2)) == []


def test_a_term_that_ended_leaves_the_office_empty(union, people):
    stewards(union, people["samir"])
    post = a_post(people["hugo"], at=day(399))
    said, charter = words_of(post), _charter(union)

    assert not access.stands_in(said, union, charter, at=day(300))
    assert access.stands_in(said, union, charter, at=day(400))


def _read_by(people, asked, charter, *, at):
    return {name: len(asked(one, charter, at=at) or ()) for name, one in people.items()}


def _charter(union):
    return charter_in_force(union, at=day(9))


def _told_of(post, people, *, at):
    hiding = hidden(post, people["samir"], at=at)
    [first, *_] = queries.told(
        hiding, charter_in_force(hiding.institution, at=at), at=at
    )
    return first.id


def test_what_was_hidden_says_who_stood_in_and_why(union, people):
    empty = a_post(people["hugo"])
    reported(empty, people["rosa"], at=day(2))
    assert _told_of(empty, people, at=day(3)) == "hidden_in_empty_office"

    stewards(union, people["hugo"], at=day(4))
    own = a_post(people["hugo"], at=day(4))
    reported(own, people["rosa"], at=day(5))
    assert _told_of(own, people, at=day(6)) == "hidden_by_stand_in"

    stewards(union, people["samir"], at=day(7))
    third = a_post(people["hugo"], at=day(7))
    reported(third, people["rosa"], at=day(8))
    assert _told_of(third, people, at=day(9)) == "hidden_by_person"


def test_whoever_comes_second_is_told_what_the_first_answered(people):
    post = a_post(people["hugo"])
    reported(post, people["rosa"], at=day(2))
    hidden(post, people["samir"], at=day(3))

    with pytest.raises(Refused, match="answered_hidden_by"):
        hidden(post, people["halima"], at=day(3))
