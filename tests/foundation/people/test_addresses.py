"""Whose a mail address is: the first who shows it, and those they share it with."""

import pytest

from commonweal.foundation.people import actions, queries
from commonweal.foundation.people.actions import arriving
from commonweal.foundation.people.models import SignInLink
from commonweal.rules.verdict import Refused
from tests.builders import a_member, an_institution, day
from tests.foundation.people.given import arrived, sent_code

pytestmark = pytest.mark.django_db

# ---- addresses that somebody only typed


@pytest.mark.parametrize(
    "typed", ["asha", "a@b", "a b@example.org", "a@example.org\nBcc: x", "x" * 10_000]
)
def test_what_is_no_address_is_refused(typed):
    with pytest.raises(Refused, match="email_malformed"):
        arrived(typed)


def test_the_first_link_confirms_the_address_and_ends_earlier_sign_ins():
    asha = arrived()
    _, begun = actions.begin_sign_in(asha, at=day(0))

    signed_in = actions.sign_in_by_link(sent_code(), at=day(1))
    _, later = actions.begin_sign_in(signed_in, at=day(1))
    actions.sign_in_by_link(sent_code(at=day(2)), at=day(2))

    assert signed_in.email_confirmed
    assert queries.signed_in_by(begun, at=day(2)) is None
    assert queries.signed_in_by(later, at=day(2)) is not None


def test_typing_a_neighbours_address_opens_nothing_of_theirs():
    asha = arrived()
    actions.sign_in_by_link(sent_code(), at=day(1))

    eve = arrived("asha@example.org", at=day(2))
    signed_in = actions.sign_in_by_link(sent_code(at=day(3)), at=day(3))

    assert eve != asha
    assert signed_in == asha
    eve.refresh_from_db()
    assert not eve.email_confirmed


def test_a_paper_code_made_before_an_address_was_confirmed_opens_nothing_more():
    paper, *_ = actions.write_paper_codes(arrived(), at=day(0))

    actions.sign_in_by_link(sent_code(), at=day(1))

    with pytest.raises(Refused, match="sign_in_code_unknown"):
        actions.sign_in_by_code(paper)


def test_whoever_gives_an_address_later_takes_nothing_from_the_first():
    asha = arrived(at=day(0))
    arrived(at=day(2))

    assert actions.sign_in_by_link(sent_code(at=day(3)), at=day(3)) == asha


def test_of_two_on_one_day_the_first_to_belong_is_written_to():
    union = an_institution()
    eves = [a_member(union, f"Eve {n}", person=arrived(), at=day(1)) for n in (2, 3)]
    asha = a_member(union, "Asha R", person=arrived(), at=day(0))

    assert actions.sign_in_by_link(sent_code(at=day(3)), at=day(3)) == asha.person
    assert asha.person not in [one.person for one in eves]


def test_a_link_asked_for_behind_the_door_confirms_whoever_asked():
    eve, asha = arrived(at=day(0)), arrived(at=day(1))
    codes = []

    actions.send_sign_in_link(
        asha.email,
        language="en",
        link=lambda code: codes.append(code) or code,
        at=day(2),
        asked_by=asha,
        occasion="confirm",
    )

    assert actions.sign_in_by_link(codes[0], at=day(2)) == asha
    eve.refresh_from_db()
    assert not eve.email_confirmed


def test_a_link_to_an_address_that_somebody_has_confirmed_since_opens_nothing():
    arrived()
    code = sent_code()
    SignInLink.objects.update(person=arrived(at=day(1)))
    actions.sign_in_by_link(sent_code(), at=day(1))

    with pytest.raises(Refused, match="sign_in_link_unknown"):
        actions.sign_in_by_link(code, at=day(1))


# ---- two people on one mail address


def asked_to_confirm(person, *, at=None):
    """Ask from behind the door for a link that confirms one's address."""
    codes = []
    actions.send_sign_in_link(
        "asha@example.org",
        language="en",
        link=lambda code: codes.append(code) or code,
        at=at or day(2),
        asked_by=person,
        occasion="confirm",
    )
    return codes[0]


@pytest.fixture
def household():
    """Give two who share a mailbox: Asha had it first, Ben was let in."""
    asha, ben = arrived(at=day(0)), arrived(at=day(1))
    actions.sign_in_by_link(sent_code(at=day(1)), at=day(1))
    actions.sign_in_by_link(asked_to_confirm(ben), at=day(2))
    return asha, ben


def test_whoever_reads_the_mailbox_can_let_somebody_share_it(household):
    asha, ben = household

    for person in household:
        person.refresh_from_db()

    assert asha.email_confirmed
    assert ben.email_confirmed


def test_the_letter_says_that_somebody_wants_to_share():
    arrived(at=day(0))
    ben = arrived(at=day(1))
    actions.sign_in_by_link(sent_code(at=day(1)), at=day(1))

    asked_to_confirm(ben)

    letter = queries.letters()[0]
    assert letter.subject == "Do you share this mailbox?"


@pytest.mark.parametrize("who", [0, 1])
def test_the_link_signs_in_whichever_of_them_says_so(household, who):
    code = sent_code(at=day(3))

    offered = queries.signed_in_by_link(code, at=day(3))
    entered = actions.sign_in_by_link(code, as_whom=household[who].pk, at=day(3))

    assert offered == household
    assert entered == household[who]
    assert queries.signed_in_by_link(code, at=day(3)) == ()


def test_the_link_signs_in_nobody_who_has_not_confirmed_the_mailbox(household):
    eve, stranger = arrived(at=day(2)), arrived("zora@example.org")
    code = sent_code(at=day(3))

    for other in (eve, stranger):
        with pytest.raises(Refused, match="sign_in_link_not_theirs"):
            actions.sign_in_by_link(code, as_whom=other.pk, at=day(3))

    assert actions.sign_in_by_link(code, as_whom=household[1].pk, at=day(3))


def test_being_let_in_ends_what_was_begun_before(household):
    eve = arrived(at=day(2))
    _, token = actions.begin_sign_in(eve, at=day(2))
    actions.write_paper_codes(eve, at=day(0))

    actions.sign_in_by_link(asked_to_confirm(eve, at=day(3)), at=day(3))

    assert queries.signed_in_by(token, at=day(3)) is None
    assert queries.ways_back(eve).codes_left == 0


def test_a_mailbox_has_room_for_a_household_and_no_more(household, monkeypatch):
    monkeypatch.setattr(arriving, "MOST_IN_A_MAILBOX", 2)
    one_more = arrived(at=day(2))

    with pytest.raises(Refused, match="mailbox_is_full"):
        actions.sign_in_by_link(asked_to_confirm(one_more, at=day(3)), at=day(3))


def test_when_one_of_them_leaves_the_other_stays(household):
    asha, ben = household

    actions.leave_node(asha, at=day(3))

    assert actions.sign_in_by_link(sent_code(at=day(4)), at=day(4)) == ben


def test_whose_address_a_stranger_typed_says_so_and_takes_nothing_else():
    eve = arrived("nina@example.org")
    _, begun = actions.begin_sign_in(eve, at=day(0))
    code = sent_code("nina@example.org")

    actions.disown_address(code, at=day(1))

    eve.refresh_from_db()
    assert (eve.email, eve.email_digest, eve.email_confirmed) == ("", "", False)
    assert queries.signed_in_by(begun, at=day(1)) is not None
    with pytest.raises(Refused, match="sign_in_link_unknown"):
        actions.sign_in_by_link(code, at=day(1))


def test_an_address_that_was_shown_to_be_theirs_is_not_taken_away_by_a_link():
    asha = arrived()
    actions.sign_in_by_link(sent_code(), at=day(1))
    code = sent_code(at=day(2))

    with pytest.raises(Refused, match="sign_in_link_unknown"):
        actions.disown_address(code, at=day(2))

    asha.refresh_from_db()
    assert asha.email_confirmed
