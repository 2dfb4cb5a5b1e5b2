"""Trustees whom a decision named: what is sealed for them, opened, and handed on."""

from uuid import uuid4

import pytest

from commonweal.foundation import effects
from commonweal.foundation.institutions.actions import joining
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.sealing import access, actions, queries
from commonweal.foundation.sealing.models import Holder, SealedThing
from commonweal.rules.verdict import Refused
from tests.builders import a_member, an_institution, day, founder_of
from tests.foundation.given import all_bytes, last_line

pytestmark = pytest.mark.django_db

SECRET = "The foreman followed me home: Marker-Mallory."
ACCOUNT = actions.Account(SECRET, "if it goes to court", 365)


def named(union, *members, threshold=2, at=None):
    """Name trustees as a decision does that came into force."""
    terms = {"trustees": [str(one.pk) for one in members], "threshold": str(threshold)}
    effect = effects.effect("name_trustees")
    effect.carry_out(union, terms=terms, decision=uuid4(), at=at or day(1))


@pytest.fixture
def union():
    return an_institution()


@pytest.fixture
def trusted(union):
    """Give three trustees with their codes."""
    three = [a_member(union, name) for name in ("Chidi", "Dolores", "Emre")]
    named(union, *three)
    return [(one, actions.take_code(one, at=day(1))) for one in three]


def sealed(union, account=ACCOUNT, at=None):
    return actions.seal_account(union, account, by=founder_of(union), at=at or day(2))


def opened(thing, *trusted, at=None):
    for member, code in trusted:
        assert actions.give_share(thing, by=member, code=code, at=at or day(3))
    return actions.read(thing, by=trusted[0][0], at=at or day(3))


def test_what_a_member_seals_is_opened_by_two_trustees_and_by_nobody_else(
    union, trusted
):
    thing = sealed(union)

    with pytest.raises(Refused, match="sealed_until_shares"):
        actions.read(thing, by=trusted[0][0], at=day(3))
    assert opened(thing, *trusted[:2]) == SECRET
    with pytest.raises(Refused, match="holders_only"):
        actions.read(thing, by=founder_of(union), at=day(3))


def test_without_a_name_neither_a_row_nor_the_journal_says_who_sealed_it(
    union, trusted
):
    thing = sealed(union)

    row = SealedThing.objects.get(pk=thing.pk)
    assert (row.sealed_by, row.subject) == (None, None)
    line = last_line(union)
    assert (line.deed, line.by) == ("sealed_unnamed", None)
    assert b"Marker-Mallory" not in all_bytes()


def test_whoever_keeps_their_name_with_it_sees_who_read_it(union, trusted):
    mine = actions.Account(SECRET, "if it goes to court", 90, is_mine_by_name=True)
    thing = sealed(union, mine)

    opened(thing, *trusted[:2])

    person = founder_of(union).person
    [reading] = queries.readings_about(person)
    assert (reading.reader, reading.purpose) == ("Chidi", "if it goes to court")


def test_nothing_is_sealed_before_enough_trustees_took_their_codes(union):
    three = [a_member(union, name) for name in ("Chidi", "Dolores", "Emre")]
    asha = founder_of(union)

    assert access.may_seal_for_trustees(asha, at=day(9)).id == "nobody_is_trustee"
    named(union, *three)
    actions.take_code(three[0], at=day(1))
    assert access.may_seal_for_trustees(asha, at=day(9)).id == "trustees_not_ready"
    with pytest.raises(Refused, match="trustees_not_ready"):
        sealed(union)
    assert access.may_seal_for_trustees(None, at=day(9)).id == "members_only"
    actions.take_code(three[1], at=day(1))
    assert access.may_seal_for_trustees(asha, at=day(9))


def test_an_account_is_kept_for_a_time_that_is_offered(union, trusted):
    with pytest.raises(Refused, match="sealed_so_long"):
        sealed(union, actions.Account(SECRET, "for ever", 100_000))


def test_only_whom_the_members_named_takes_a_code(union, trusted):
    with pytest.raises(Refused, match="not_named_trustee"):
        actions.take_code(founder_of(union), at=day(2))
    with pytest.raises(Refused, match="members_only"):
        actions.take_code(None, at=day(2))


def test_a_lost_trustee_is_replaced_once_the_others_opened_it_and_hand_it_over(
    union, trusted, django_capture_on_commit_callbacks
):
    farah = a_member(union, "Farah")
    thing = sealed(union)
    lost, *left = trusted
    joining.leave(lost[0], at=day(3))
    with pytest.raises(Refused, match="sealed_until_shares"):
        actions.hand_over(thing, by=left[0][0], at=day(3))

    opened(thing, *left)
    named(union, left[0][0], left[1][0], farah, at=day(4))
    code = actions.take_code(farah, at=day(4))
    with django_capture_on_commit_callbacks(execute=True):
        fresh = actions.hand_over(thing, by=left[0][0], at=day(5))

    assert not queries.keys_of(thing)
    assert queries.thing_of(left[0][0], thing.pk, at=day(5)) is None
    view = queries.thing_of(farah, fresh.pk, at=day(5))
    assert (view.trustees, view.given, view.is_lost) == (3, 0, False)
    assert fresh.destroy_at == thing.destroy_at
    with pytest.raises(Refused, match="sealed_until_shares"):
        actions.read(fresh, by=farah, at=day(5))
    assert opened(fresh, (farah, code), left[1], at=day(6)) == SECRET


def test_where_too_few_trustees_are_left_it_says_that_it_is_lost(union, trusted):
    thing = sealed(union)

    for member, _ in trusted[:2]:
        joining.leave(member, at=day(3))

    assert queries.thing_of(trusted[2][0], thing.pk, at=day(3)).is_lost


def test_who_is_no_trustee_any_more_opens_what_was_sealed_for_them_alone(
    union, trusted
):
    old = sealed(union)
    others = [a_member(union, name) for name in ("Farah", "Gita")]
    named(union, *others, at=day(3))
    codes = [(one, actions.take_code(one, at=day(3))) for one in others]

    fresh = sealed(union, at=day(4))

    assert opened(old, *trusted[1:], at=day(4)) == SECRET
    assert queries.thing_of(trusted[0][0], fresh.pk, at=day(4)) is None
    assert opened(fresh, *codes, at=day(5)) == SECRET
    with pytest.raises(Refused, match="not_named_trustee"):
        actions.take_code(trusted[0][0], at=day(5))


def test_a_stranger_to_a_thing_hands_nothing_over(union, trusted):
    thing = sealed(union)

    with pytest.raises(Refused, match="trustees_only"):
        actions.hand_over(thing, by=founder_of(union), at=day(3))


def test_enough_trustees_destroy_it_by_a_recorded_act(
    union, trusted, django_capture_on_commit_callbacks
):
    thing = sealed(union)

    with django_capture_on_commit_callbacks(execute=True):
        first = actions.agree_to_destroy(thing, by=trusted[0][0], at=day(3))
        second = actions.agree_to_destroy(thing, by=trusted[1][0], at=day(3))

    assert (first, second) == (False, True)
    assert last_line(union).deed == "destroyed_keys"
    assert not queries.keys_of(thing)
    assert not Holder.objects.filter(thing=thing).exists()


@pytest.mark.parametrize(
    ("listed", "threshold"),
    [
        (2, "1"),
        (2, "3"),
        (1, "2"),
        (2, "two"),
        (2, "٢"),
        (3, "0021"),
        (3, "02"),
        (2, None),
        (0, "2"),
    ],
)
def test_fewer_than_two_or_more_than_there_are_are_not_named(union, listed, threshold):
    ids = [str(a_member(union, f"M{one}").pk) for one in range(listed)]
    terms = {"trustees": ids, "threshold": threshold}

    assert access.may_be_named(union, terms, day(1)).id == "trustees_out_of_range"


@pytest.mark.parametrize("listed", [None, "all of us", 3])
def test_terms_that_list_nobody_are_refused(union, listed):
    terms = {"trustees": listed, "threshold": "2"}

    assert access.may_be_named(union, terms, day(1)).id == "terms_unreadable"


def test_nobody_is_named_twice_or_from_elsewhere_or_without_the_right_to_stand(union):
    asha, ben = founder_of(union), a_member(union, "Ben")
    elsewhere = founder_of(an_institution(founder="Emre"))
    gone = a_member(union, "Gita")
    joining.leave(gone, at=day(2))

    for other in (asha.pk, elsewhere.pk, "nobody"):
        terms = {"trustees": [str(asha.pk), str(other)], "threshold": "2"}
        assert access.may_be_named(union, terms, day(3)).id == "trustees_out_of_range"
    with_gone = {"trustees": [str(ben.pk), str(gone.pk)], "threshold": "2"}
    assert not access.may_be_named(union, with_gone, day(3))


def test_the_page_of_the_decision_names_them(union):
    asha, ben = founder_of(union), a_member(union, "Ben")
    terms = {"trustees": [str(asha.pk), str(ben.pk)], "threshold": "2"}

    told = effects.effect("name_trustees").told(None, terms)

    assert told.facts == {"names": ("Asha", "Ben"), "threshold": "2"}


def test_the_journal_counts_who_was_named(union, trusted):
    lines = [one for one in journal.lines(union) if one.deed == "named_trustees"]

    assert lines[0].facts["count"] == 3


def test_whoever_nobody_knows_yet_seals_nothing(union, trusted):
    new = a_member(union, "New")
    type(new).objects.filter(pk=new.pk).update(confirmers_needed=1)
    new.refresh_from_db()

    with pytest.raises(Refused, match="not_confirmed_yet"):
        actions.seal_account(union, ACCOUNT, by=new, at=day(2))


def test_a_trustee_who_has_left_wants_nothing_destroyed_any_more(union, trusted):
    (chidi, _), (dolores, _), (emre, _) = trusted
    thing = sealed(union)
    actions.agree_to_destroy(thing, by=chidi, at=day(3))
    joining.leave(chidi, at=day(4))

    assert not actions.agree_to_destroy(thing, by=dolores, at=day(9))
    assert actions.agree_to_destroy(thing, by=emre, at=day(9))
