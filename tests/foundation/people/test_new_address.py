"""Another mail address: the old one stays until a letter to the new one came back."""

from datetime import timedelta

import pytest

from commonweal.foundation.keys import store
from commonweal.foundation.keys.queries import key_of
from commonweal.foundation.people import actions, queries
from commonweal.foundation.people.models import OutgoingMail, Person
from commonweal.foundation.people.queries.addresses import address_asked
from commonweal.rules.verdict import Refused
from tests.builders import day
from tests.foundation.people.given import arrived, sent_code

pytestmark = pytest.mark.django_db

NEW = "new@example.org"


def asked(person: Person, email: str = NEW, *, at=None) -> str:
    """Ask for an address; give what the link in the letter carries."""
    tokens: list[str] = []

    def link(token: str) -> str:
        tokens.append(token)
        return f"https://commonweal.example/{token}"

    actions.ask_for_address(person, email, language="en", link=link, at=at or day(1))
    return tokens[0]


def confirmed(email: str = "asha@example.org", *, at=None) -> Person:
    arrived(email)
    return actions.sign_in_by_link(sent_code(email), at=at or day(1))


def subjects(address: str) -> list[str]:
    """Say what the letters are about that wait for an address."""
    return [one.subject for one in queries.letters() if one.address == address]


def test_the_old_address_stays_until_the_new_one_has_answered():
    asha = confirmed()

    token = asked(asha)
    before = Person.objects.get(pk=asha.pk)
    actions.take_address(asha, token, at=day(1))
    after = Person.objects.get(pk=asha.pk)

    assert (before.email, before.email_confirmed) == ("asha@example.org", True)
    assert (after.email, after.email_confirmed) == (NEW, True)


def test_whoever_gave_none_can_give_one():
    asha = arrived("")

    actions.take_address(asha, asked(asha), at=day(1))

    now = Person.objects.get(pk=asha.pk)
    assert (now.email, now.email_confirmed) == (NEW, True)
    assert queries.ways_back(now).by_mail


def test_the_address_before_is_destroyed_and_told(django_capture_on_commit_callbacks):
    asha = confirmed()
    key = key_of(asha.email_sealed)

    with django_capture_on_commit_callbacks(execute=True):
        actions.take_address(asha, asked(asha), at=day(1))

    assert not store.is_kept(key)
    assert "Your mail address here was changed" in subjects("asha@example.org")


def test_an_address_nobody_had_shown_to_be_theirs_is_told_nothing():
    asha = arrived()

    actions.take_address(asha, asked(asha), at=day(1))

    assert subjects("asha@example.org") == []


@pytest.mark.parametrize("later", [timedelta(hours=1), timedelta(days=2)])
def test_a_link_ends_within_the_hour(later):
    asha = confirmed()
    token = asked(asha)

    with pytest.raises(Refused, match="address_link_unknown"):
        actions.take_address(asha, token, at=day(1) + later)

    assert Person.objects.get(pk=asha.pk).email == "asha@example.org"


def test_a_link_works_at_midnight():
    at = day(1, hour=23) + timedelta(minutes=59)
    asha = arrived("")

    actions.take_address(asha, asked(asha, at=at), at=at + timedelta(minutes=2))

    assert Person.objects.get(pk=asha.pk).email == NEW


def test_a_link_works_once_and_none_that_was_asked_for_before_it():
    asha = confirmed()
    older, newer = asked(asha, "older@example.org"), asked(asha)
    actions.take_address(asha, newer, at=day(1))

    for token in (older, newer):
        with pytest.raises(Refused, match="address_link_unknown"):
            actions.take_address(asha, token, at=day(1))

    assert Person.objects.get(pk=asha.pk).email == NEW


def test_whoever_reads_a_mistyped_mailbox_can_do_nothing_with_the_link():
    asha, eve = confirmed(), confirmed("eve@example.org")
    token = asked(asha, "eve@example.org")

    with pytest.raises(Refused, match="address_link_unknown"):
        actions.take_address(eve, token, at=day(1))

    assert address_asked(eve, token, at=day(1)) is None


@pytest.mark.parametrize("made_up", ["", "x", "é", "AAAA", "AQEu", "A" * 400])
def test_a_link_that_was_made_up_opens_nothing(made_up):
    assert address_asked(arrived(), made_up, at=day(1)) is None


def test_a_link_that_was_changed_in_one_letter_opens_nothing():
    asha = arrived()
    token = asked(asha)
    middle = len(token) // 2
    other = "A" if token[middle] != "A" else "B"

    changed = token[:middle] + other + token[middle + 1 :]

    assert address_asked(asha, changed, at=day(1)) is None


def test_sharing_a_mailbox_is_said_in_the_letter_and_beside_the_button():
    confirmed(NEW)
    asha = confirmed()

    token = asked(asha)

    assert "Do you share this mailbox?" in subjects(NEW)
    told = address_asked(asha, token, at=day(1))
    assert told is not None
    assert told.is_shared


def test_too_many_do_not_share_one_mailbox():
    several = [arrived(f"p{number}@example.org") for number in range(7)]
    tokens = [asked(one) for one in several]

    for one, token in zip(several[:6], tokens, strict=False):
        actions.take_address(one, token, at=day(1))
    with pytest.raises(Refused, match="mailbox_is_full"):
        actions.take_address(several[6], tokens[6], at=day(1))

    assert Person.objects.get(pk=several[6].pk).email == "p6@example.org"


def test_what_is_no_address_or_mine_already_is_refused():
    asha = confirmed()
    letters = OutgoingMail.objects.count()

    for typed, reason in (("x", "email_malformed"), (asha.email, "address_is_yours")):
        with pytest.raises(Refused, match=reason):
            asked(asha, typed)

    assert OutgoingMail.objects.count() == letters
