"""Whoever signs in with an address hears of each way in that is made in their name."""

import pytest

from commonweal.capabilities.reaching import actions as reaching
from commonweal.foundation.people import actions
from commonweal.foundation.people.models import Person
from commonweal.foundation.people.queries import letters
from commonweal.foundation.tokens import actions as tokens
from tests.builders import a_member, an_institution, confirmed, day
from tests.foundation.people.keyring import Keyring

pytestmark = pytest.mark.django_db


def codes(person: Person) -> None:
    actions.write_paper_codes(person, at=day(1))


def passkey(person: Person) -> None:
    asked, state = actions.offer_passkey(person, called="Asha")
    answer = Keyring().made(asked)
    actions.keep_passkey(person, answer=answer, state=state, name="x", at=day(1))


def program(person: Person) -> None:
    tokens.make_token(person, name="Secret plan", scopes=["read"], days=7, at=day(1))


def calendar(person: Person) -> None:
    reaching.make_calendar(person, at=day(1))


MADE = {
    codes: "Codes to sign in with were printed for you.",
    passkey: "A passkey was made that signs you in.",
    program: "A key was made with which a program acts for you.",
    calendar: "An address was made at which a calendar reads your days.",
}


@pytest.mark.parametrize("make", MADE)
def test_a_letter_tells_of_a_new_way_in_and_of_nothing_else(make):
    union = an_institution()
    asha = confirmed(a_member(union, "Zora")).person

    make(asha)

    [letter] = [one for one in letters() if one.address == asha.email]
    assert letter.subject == "A new way in was made for you"
    assert MADE[make] in letter.body
    # What it is called, and where somebody belongs, is not for whoever reads a mailbox.
    assert not any(one in letter.body for one in ("Secret plan", union.address, "Zora"))


@pytest.mark.parametrize("make", MADE)
def test_an_address_that_nobody_confirmed_is_not_written_to(make):
    person = a_member(an_institution(), "Zora").person
    before = len(letters())

    make(person)

    assert len(letters()) == before
