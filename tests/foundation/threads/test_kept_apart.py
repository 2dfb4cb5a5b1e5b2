"""Who decides about somebody's words is not whom they are kept apart from."""

import pytest

from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.foundation.safeguards.actions import avoid
from commonweal.foundation.threads import access, queries
from commonweal.foundation.threads.models import Hold
from commonweal.rules.verdict import Refused
from tests.builders import a_member, day
from tests.foundation.threads.given import (
    a_post,
    appealed,
    hidden,
    reported,
    stewards,
    words_of,
)

pytestmark = pytest.mark.django_db
ALL_STEWARDS = ("samir", "halima", "emre")
THREE = set(ALL_STEWARDS)


@pytest.fixture
def people(union, people):
    """Give a third steward as well, and somebody more who is none."""
    stewards(
        union, people["samir"], people["halima"], people["emre"], at=day(0, hour=20)
    )
    return people | {"noor": a_member(union, "Noor")}


def seen_by(union, *members, at=None):
    """Say who of these reads that something waits."""
    charter = charter_in_force(union, at=at or day(3))
    return [
        one.name
        for one in members
        if queries.reports_for(one, charter, at=at or day(3))
    ]


def decide(union, people, post, *, at=None):
    charter, at = charter_in_force(union, at=at or day(3)), at or day(3)
    return {
        name
        for name, one in people.items()
        if access.may_decide(one, charter, words_of(post), union, at=at)
    }


@pytest.mark.parametrize("which", ["author", "reporter"])
def test_a_steward_is_left_out_and_cannot_tell_because_of_whom(
    union, people, post, which
):
    apart = {"author": post.author, "reporter": people["rosa"]}[which]
    avoid(apart, people["samir"], at=day(0))

    reported(post, people["rosa"], at=day(2))

    with pytest.raises(Refused, match="another_will_do") as refusal:
        hidden(post, people["samir"], at=day(3))
    assert refusal.value.verdict.facts == {}
    assert seen_by(union, *people.values()) == ["Halima", "Emre"]


def test_no_steward_learns_by_wishes_of_their_own_who_reported(union, people, post):
    reported(post, people["rosa"], at=day(2))
    samir = people["samir"]

    for other in ("rosa", "emre", "halima", "hugo"):
        avoid(samir, people[other], at=day(2))

        assert seen_by(union, samir) == ["Samir"]
        assert "samir" in decide(union, people, post)


def test_nor_who_hid_words_or_asked_for_them(union, people, post):
    reported(post, people["rosa"], at=day(2))
    hiding = hidden(post, people["samir"], at=day(3))
    appeal = appealed(hiding, post, people["hugo"], at=day(4))
    charter, halima = charter_in_force(union, at=day(5)), people["halima"]

    for other in ("samir", "hugo", "rosa"):
        avoid(halima, people[other], at=day(4))

        said = words_of(post)
        assert access.may_answer_appeal(halima, charter, said, appeal, at=day(5))


def test_whoever_wrote_words_does_not_choose_who_decides_about_them(
    union, people, post
):
    avoid(people["hugo"], people["samir"], at=day(1))

    reported(post, people["rosa"], at=day(2))

    assert decide(union, people, post) == THREE


@pytest.mark.parametrize("kept_from", [("samir", "halima"), ALL_STEWARDS])
def test_nobody_wishes_for_a_friend_to_decide_about_their_words(
    union, people, kept_from
):
    for name in kept_from:
        avoid(people["hugo"], people[name], at=day(0))
    post = a_post(people["hugo"], at=day(5))
    charter = charter_in_force(union, at=day(6))

    assert not access.stands_in(words_of(post), union, charter, at=day(6))
    reported(post, people["rosa"], at=day(6))

    assert decide(union, people, post, at=day(6)) == THREE
    assert seen_by(union, *people.values(), at=day(6)) == ["Samir", "Halima", "Emre"]


def test_whoever_reports_chooses_nobody_who_decides(union, people, post):
    reported(post, people["noor"], at=day(2))
    for name in ("hugo", *ALL_STEWARDS, "noor"):
        avoid(people["rosa"], people[name], at=day(2))
    friend = a_member(union, "Fen")

    reported(post, people["rosa"], at=day(2))

    assert decide(union, people | {"friend": friend}, post) == THREE
    with pytest.raises(Refused, match="not_a_steward"):
        hidden(post, friend, at=day(3))


def test_nor_among_those_who_stand_in(union, people):
    stewards(union, people["hugo"], at=day(1))
    avoid(people["hugo"], people["samir"], at=day(0))
    post = a_post(people["hugo"], at=day(5))

    reported(post, people["rosa"], at=day(6))

    assert decide(union, people, post, at=day(6)) == {*THREE, "noor"}


def test_no_wish_leaves_a_report_to_nobody(union, people):
    for name in (*ALL_STEWARDS, "noor"):
        avoid(people["hugo"], people[name], at=day(0))
    post = a_post(people["hugo"], at=day(5))

    reported(post, people["rosa"], at=day(6))

    assert decide(union, people, post, at=day(6)) == THREE


def test_hidden_words_do_not_come_back_because_nobody_might_answer(union, people, post):
    reported(post, people["rosa"], at=day(2))
    hiding = hidden(post, people["samir"], at=day(3))
    avoid(people["hugo"], people["halima"], at=day(3))

    appeal = appealed(hiding, post, people["hugo"], at=day(4))

    charter, said = charter_in_force(union, at=day(5)), words_of(post)
    assert access.may_answer_appeal(people["halima"], charter, said, appeal, at=day(5))


def test_a_wish_that_is_asked_again_counts_since_it_was_asked_first(
    union, people, post
):
    avoid(people["rosa"], people["samir"], at=day(0))
    reported(post, people["rosa"], at=day(2))

    avoid(people["rosa"], people["samir"], at=day(3))

    assert seen_by(union, people["samir"]) == []


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
