"""Newcomers' first words wait for a sponsor, where the charter says so."""

from dataclasses import replace

import pytest

from commonweal.foundation.institutions.models import CharterVersion
from commonweal.foundation.institutions.queries import memberships_of
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.journal.models import Line
from commonweal.foundation.threads import actions, queries
from commonweal.foundation.threads.models import Hold
from commonweal.rules.charters.toml import to_toml
from commonweal.rules.journal_seals import column_seal
from commonweal.rules.moderation.terms import Moderation
from commonweal.rules.verdict import Refused
from tests.builders import a_charter, a_member, day, founder_of
from tests.foundation.given import last_line
from tests.foundation.threads.given import a_post, a_union, stewards

pytestmark = pytest.mark.django_db


@pytest.fixture
def union():
    return a_union(Moderation(newcomer_posts=1))


@pytest.fixture
def ben(union):
    return a_member(union, "Ben", at=day(1))


def test_a_newcomers_first_words_wait_and_the_next_do_not(union, ben):
    asha = founder_of(union)
    first = a_post(ben, at=day(2))
    assert first.pk in queries.held_back(union, [first.pk])

    actions.let_through(Hold.objects.get(), by=asha, at=day(3))
    second = a_post(ben, at=day(4))

    assert queries.held_back(union, [first.pk, second.pk]) == {}
    lines = [last_line(union).deed]
    assert lines == ["said_in_thread"]


def test_a_founder_waits_for_nobody(union):
    post = a_post(founder_of(union), at=day(2))

    assert queries.held_back(union, [post.pk]) == {}


def test_in_their_first_days_everything_waits():
    union = a_union(Moderation(newcomer_days=7))
    ben = a_member(union, "Ben", at=day(1))

    early, later = a_post(ben, at=day(7)), a_post(ben, at=day(8))

    assert set(queries.held_back(union, [early.pk, later.pk])) == {early.pk}


def test_nobody_vouches_for_themselves_nor_one_newcomer_for_another(union, ben):
    chidi = a_member(union, "Chidi", at=day(1))
    a_post(ben, at=day(2))
    hold = Hold.objects.get()

    for by, why in {ben: "sponsor_of_oneself", chidi: "sponsors_are_others"}.items():
        with pytest.raises(Refused, match=why):
            actions.let_through(hold, by=by, at=day(3))
    with pytest.raises(Refused, match="members_only"):
        actions.let_through(hold, by=None, at=day(3))


def test_words_that_are_not_let_through_come_with_a_reason(union, ben):
    post = a_post(ben, at=day(2))
    hold = Hold.objects.get()
    with pytest.raises(Refused, match="reason_missing"):
        actions.turn_down(hold, by=founder_of(union), reason=" ", at=day(3))

    actions.turn_down(hold, by=founder_of(union), reason="It sells shoes.", at=day(3))

    assert queries.held_back(union, [post.pk])[post.pk].reason == "It sells shoes."
    assert last_line(union).deed == "turned_down"
    with pytest.raises(Refused, match="hold_is_over"):
        actions.let_through(hold, by=founder_of(union), at=day(4))


def test_why_words_were_not_let_through_cannot_be_changed_unseen(union, ben):
    a_post(ben, at=day(2))
    waiting = Hold.objects.get()
    for change in ({"reason": "Go away."}, {"salt": b"another salt"}):
        Hold.objects.update(**change)
        assert [one.id for one in journal.compared(union)] == [
            "journal_hold_unannounced"
        ]
        Hold.objects.update(reason="", salt=b"")

    actions.turn_down(
        waiting, by=founder_of(union), reason="It sells shoes.", at=day(3)
    )

    assert journal.compared(union) == ()
    told = last_line(union).facts["reason"]
    assert told != column_seal("reason", "It sells shoes.")
    Hold.objects.update(reason="Go away.")
    assert [one.id for one in journal.compared(union)] == ["journal_hold_unannounced"]


def test_reasons_of_before_lines_sealed_them_are_held_against_nothing(union, ben):
    a_post(ben, at=day(2))
    waiting = Hold.objects.get()
    actions.turn_down(waiting, by=founder_of(union), reason="Shoes.", at=day(3))
    Line.objects.filter(deed="turned_down").update(facts={})

    Hold.objects.update(salt=b"", reason="Go away.")

    assert journal.compared(union) == ()


def test_where_stewards_are_sponsors_others_are_not_unless_there_is_none():
    union = a_union(Moderation("steward", newcomer_posts=1, sponsors="stewards"))
    asha, ben = founder_of(union), a_member(union, "Ben", at=day(1))
    chidi, emre = (a_member(union, name, at=day(0)) for name in ("Chidi", "Emre"))
    a_post(ben, at=day(2))
    hold = Hold.objects.get()
    stewards(union, chidi, emre, at=day(2))

    with pytest.raises(Refused, match="sponsors_are_others"):
        actions.let_through(hold, by=asha, at=day(3))

    actions.let_through(hold, by=asha, at=day(500))


def test_what_waits_needs_those_who_could_let_it_through(union, ben):
    a_post(ben, at=day(2))

    for member, waits in {founder_of(union): 1, ben: 0}.items():
        belonging = memberships_of(member.person, at=day(3))
        assert len(queries.sponsor_needs(belonging, at=day(3))) == waits


def test_what_its_author_takes_back_waits_no_longer(union, ben):
    post = a_post(ben, at=day(2))

    actions.take_back(post, by=ben, at=day(3))

    assert queries.waiting_for_sponsor(union) == ()


def test_words_made_to_wait_by_hand_are_found(union, ben):
    asha = founder_of(union)
    post = a_post(asha, at=day(2))
    facts = {"institution": union, "about_kind": "post", "about_id": post.pk}

    for answered in ({}, {"answered_at": day(3), "let_through": False}):
        hold = Hold.objects.create(**facts, author=asha, held_at=day(2), **answered)

        found = [one.id for one in journal.compared(union)]
        assert found == ["journal_hold_unannounced"]
        hold.delete()


def test_an_answer_changed_by_hand_is_found(union, ben):
    a_post(ben, at=day(2))
    assert journal.compared(union) == ()
    actions.let_through(Hold.objects.get(), by=founder_of(union), at=day(3))
    assert journal.compared(union) == ()

    Hold.objects.update(let_through=False)

    [found] = journal.compared(union)
    assert found.id == "journal_hold_unannounced"


def test_what_had_to_wait_and_was_taken_out_is_missed(union, ben):
    a_post(ben, at=day(2))
    Hold.objects.all().delete()

    [found] = journal.compared(union)

    assert found.id == "journal_hold_gone"


def test_an_answer_taken_out_is_missed_and_one_wiped_out_is_found(union, ben):
    a_post(ben, at=day(2))
    actions.let_through(Hold.objects.get(), by=founder_of(union), at=day(3))

    nothing = {"answered_at": None, "answered_by": None, "let_through": None}
    Hold.objects.update(**nothing)
    assert [one.id for one in journal.compared(union)] == ["journal_hold_unannounced"]

    Hold.objects.all().delete()
    assert [one.id for one in journal.compared(union)] == ["journal_hold_gone"] * 2


def test_what_its_author_took_back_is_not_missed(union, ben):
    actions.take_back(a_post(ben, at=day(2)), by=ben, at=day(3))

    assert journal.compared(union) == ()


def changed(union, terms, *, at):
    """Let the members have changed how words are looked after."""
    charter = replace(a_charter(), moderation=terms)
    CharterVersion.objects.create(
        institution=union, number=2, text=to_toml(charter), in_force_at=at
    )
    return charter


def test_words_held_before_holding_was_given_up_still_wait_and_are_told_of(union, ben):
    post, asha = a_post(ben, at=day(2)), founder_of(union)
    changed(union, Moderation(), at=day(3))

    said_since = a_post(ben, at=day(4))
    needs = queries.sponsor_needs(memberships_of(asha.person, at=day(4)), at=day(4))

    assert set(queries.held_back(union, [post.pk, said_since.pk])) == {post.pk}
    assert [one.said.id for one in needs] == [post.pk]
    actions.let_through(Hold.objects.get(), by=asha, at=day(5))
    assert queries.held_back(union, [post.pk]) == {}


def test_whoever_could_let_words_through_when_they_were_held_still_decides():
    by_stewards = Moderation(office="steward", newcomer_posts=1, sponsors="stewards")
    union = a_union(by_stewards)
    asha, dolores = founder_of(union), a_member(union, "Dolores")
    stewards(union, dolores)
    a_post(a_member(union, "Ben", at=day(1)), at=day(2))
    changed(union, Moderation(office="steward", newcomer_posts=1), at=day(3))

    with pytest.raises(Refused, match="sponsors_are_others"):
        actions.let_through(Hold.objects.get(), by=asha, at=day(4))

    assert actions.let_through(Hold.objects.get(), by=dolores, at=day(4)).let_through


def test_a_newcomer_of_then_lets_nothing_through_though_the_charter_changed(union, ben):
    a_post(a_member(union, "Chidi", at=day(1)), at=day(2))
    changed(union, Moderation(), at=day(3))

    with pytest.raises(Refused, match="sponsors_are_others"):
        actions.let_through(Hold.objects.get(), by=ben, at=day(4))
