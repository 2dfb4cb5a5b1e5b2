"""A door can be tried so often and then not for a while, and nobody's address stays."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import RequestFactory

from commonweal.foundation.people.actions.arriving import LINK_LASTS
from commonweal.interfaces import limits

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
DOOR = limits.Door("test", 3, timedelta(minutes=1))


@pytest.fixture(autouse=True)
def _empty_buckets():
    limits.forget()


def tries(how_many: int, *, at: datetime, address: str = "10.0.0.1") -> list[bool]:
    """Try a door from an address."""
    request = RequestFactory().get("/", REMOTE_ADDR=address)
    return [bool(limits.may_try(request, DOOR, at=at)) for _ in range(how_many)]


def test_after_some_tries_the_door_is_shut():
    assert tries(4, at=NOON) == [True, True, True, False]


def test_one_try_comes_back_after_a_while():
    tries(4, at=NOON)

    assert tries(2, at=NOON + DOOR.one_back_every) == [True, False]


def test_a_neighbour_is_not_shut_out():
    tries(4, at=NOON)

    assert tries(1, at=NOON, address="10.0.0.2") == [True]


def test_the_refusal_says_what_to_do():
    request = RequestFactory().get("/", REMOTE_ADDR="10.0.0.1")
    tries(3, at=NOON)

    verdict = limits.may_try(request, DOOR, at=NOON)

    assert verdict.reason.id == "too_many_tries"


def test_no_address_is_kept_in_the_open():
    tries(1, at=NOON)

    assert all(b"10.0.0.1" not in name for name in limits._BUCKETS.full_at)


def test_the_key_is_made_anew_every_hour():
    tries(1, at=NOON)
    before = limits._BUCKETS.key

    tries(1, at=NOON + limits.KEY_LASTS)

    assert limits._BUCKETS.key != before


def test_behind_a_proxy_its_word_counts_and_no_other(settings):
    settings.BEHIND_PROXY = True
    request = RequestFactory().get("/", HTTP_X_FORWARDED_FOR="1.2.3.4, 10.9.9.9")

    assert limits._address(request) == "10.9.9.9"


def test_a_household_with_many_addresses_has_one_bucket():
    first, second = "2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff"
    tries(3, at=NOON, address=first)

    assert tries(1, at=NOON, address=second) == [False]
    assert tries(1, at=NOON, address="2001:db8:1:3::1") == [True]


def test_an_address_written_in_the_newer_way_is_still_the_same_one():
    tries(3, at=NOON, address="10.0.0.1")

    assert tries(1, at=NOON, address="::ffff:10.0.0.1") == [False]


def test_one_mailbox_gets_so_many_letters_however_it_is_written():
    door = limits.LETTERS
    first = [
        limits.may_be_written_to("Farah@Example.org", at=NOON)
        for _ in range(door.tries)
    ]

    again = limits.may_be_written_to(" farah@example.org", at=NOON)
    neighbour = limits.may_be_written_to("ben@example.org", at=NOON)
    later = limits.may_be_written_to("farah@example.org", at=NOON + door.one_back_every)

    assert all(first)
    assert (again.id, bool(neighbour), bool(later)) == ("letters_are_there", True, True)


def test_nobody_is_locked_out_by_who_uses_up_their_letters():
    assert limits.LETTERS.one_back_every < LINK_LASTS


def test_no_mail_address_is_kept_in_the_open():
    limits.may_be_written_to("farah@example.org", at=NOON)

    kept = limits._BUCKETS.full_at | limits._BUCKETS_OF_DAYS.full_at
    assert kept
    assert all(b"farah" not in name for name in kept)
