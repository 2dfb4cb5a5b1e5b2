"""Notices by a real connection: to all members, proof of sending, and no more words."""

from dataclasses import replace
from datetime import timedelta

import pytest

from commonweal.capabilities.reaching.actions import choose_letters
from commonweal.foundation.institutions.actions import joining
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.notices import duties, queries
from commonweal.foundation.notices.actions import NAMED_FOR
from commonweal.foundation.notices.models import Notice, NoticeLetter
from commonweal.foundation.people.duties import forget_stale_links
from commonweal.foundation.people.jobs import deliver_letters
from commonweal.foundation.people.models import OutgoingMail, Person
from commonweal.rules.reaching.terms import Reaching
from tests.builders import (
    a_charter,
    a_member,
    an_institution,
    confirmed,
    day,
    founder_of,
)
from tests.capabilities.assemblies.given import an_assembly, did, lines
from tests.foundation.people.mail_server import HANGS_UP, TAKEN, a_mail_server

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


@pytest.fixture
def server(settings):
    with a_mail_server() as listening:
        settings.MAILERS = listening.mailers()
        yield listening


def a_union(*, bare=False, others=3):
    charter = replace(a_charter(), reaching=Reaching(bare_letters=bare))
    union = an_institution(charter=charter)
    asha = confirmed(founder_of(union))
    rest = [confirmed(a_member(union, f"Ben {one}")) for one in range(others)]
    OutgoingMail.objects.all().delete()
    return union, asha, rest


def hours_pass(hours, *, since=None):
    """Let a worker send what waits and write down what became of it."""
    for minute in range(0, hours * 60 + 1, 10):
        at = (since or day(1)) + minute * MINUTE
        deliver_letters.call(at.isoformat())
        duties.settle_notices(at)


def proof(union: Institution):
    return queries.notices_of(union)[0]


def test_all_members_are_told_and_the_journal_says_to_how_many_it_went(server):
    union, asha, _rest = a_union()
    a_member(union, "Without")

    an_assembly(asha)
    before = proof(union)
    hours_pass(1)

    assert (before.members, before.waiting, before.sent) == (5, 4, 0)
    after = proof(union)
    assert (after.sent, after.waiting, after.without_address) == (4, 0, 1)
    assert len(server.taken) == 4
    [line] = lines(union, "notice_went_out")
    numbers = {"notice": 1, "sent": 4, "not_sent": 0, "without_address": 1}
    assert line.facts.items() >= numbers.items()


def test_whoever_wants_no_letters_is_told_all_the_same(server):
    _union, asha, [ben] = a_union(others=1)
    choose_letters(ben.person, {ben.pk: "never"}, at=day(0))

    an_assembly(asha)
    hours_pass(1)

    assert ben.person.email in {letter["To"] for letter in server.taken}
    for letter in server.taken:
        assert "List-Unsubscribe" not in letter
        assert "comes whatever other letters you chose" in letter.get_content()


def test_a_server_that_refuses_half_leaves_a_list_for_paper(server):
    union, asha, rest = a_union(others=4)
    refused = {rest[0].person.email, rest[2].person.email}
    server.to_recipient = lambda address: (
        "550 nobody of that name" if address in refused else TAKEN
    )

    an_assembly(asha)
    hours_pass(2)

    found = proof(union)
    assert (found.sent, found.not_sent, found.by_hand) == (3, 2, 2)
    assert [one.name for one in queries.unreached(found)] == ["Ben 0", "Ben 2"]
    assert len(server.taken) == 3


def test_a_server_that_hangs_up_loses_no_notice(server):
    union, asha, _rest = a_union(others=4)
    calls = []

    def hangs_up_at_first(_letter):
        calls.append(1)
        return HANGS_UP if len(calls) in {1, 3, 4} else TAKEN

    server.to_letter = hangs_up_at_first

    an_assembly(asha)
    hours_pass(3)

    assert proof(union).sent == 5
    assert len({letter["To"] for letter in server.taken}) == 5 == len(server.taken)


def test_a_server_that_is_away_for_days_is_given_up_and_said(server):
    union, asha, _rest = a_union(others=1)
    server.to_recipient = lambda _address: "451 not now"

    an_assembly(asha)
    hours_pass(48)

    found = proof(union)
    assert (found.sent, found.not_sent, found.waiting) == (0, 2, 0)
    assert {one.why.id for one in queries.unreached(found)} == {"notice_not_given_up"}


def test_letters_that_were_forgotten_unsent_are_told_as_not_sent(settings):
    union, asha, _rest = a_union(others=1)
    an_assembly(asha)

    OutgoingMail.objects.all().delete()
    duties.settle_notices(day(2))

    assert proof(union).not_sent == 2


def test_what_became_is_written_down_before_letters_are_forgotten(server):
    union, asha, _rest = a_union(others=1)
    an_assembly(asha)
    deliver_letters.call(day(1).isoformat())

    late = day(30)
    duties.settle_notices(late)
    forget_stale_links(late)

    assert proof(union).sent == 2


def test_a_bare_notice_names_nothing(server):
    union, asha, _rest = a_union(bare=True)

    row = an_assembly(asha)
    did(row, "call_off", asha, minute=-600, reason="The hall is closed.")
    hours_pass(1)
    hours_pass(1, since=row.opens_at)

    assert len(server.taken) == 8
    for letter in server.taken:
        words = f"{letter['Subject']} {letter.get_content()}"
        assert letter["Subject"] == "Something needs you"
        for secret in (union.address, "River", "rent", "/i/", "January"):
            assert secret not in words


def test_nobody_learns_of_another_from_a_mailbox_they_share(server):
    _union, asha, [ben] = a_union(others=1)
    Person.objects.filter(pk=ben.person.pk).update(
        email_digest=asha.person.email_digest
    )

    an_assembly(asha)
    hours_pass(1)

    assert [letter["Subject"] for letter in server.taken] == ["Something needs you"] * 2


def test_whom_it_did_not_reach_is_forgotten_and_how_many_stays(server):
    union, asha, _rest = a_union(others=1)
    an_assembly(asha)
    hours_pass(1)

    duties.settle_notices(day(2) + NAMED_FOR)

    assert not NoticeLetter.objects.exists()
    assert proof(union).sent == 2


def test_whoever_leaves_is_forgotten(server):
    union, asha, [ben] = a_union(others=1)
    an_assembly(asha)
    hours_pass(1)

    joining.leave(ben, at=day(2))

    assert not NoticeLetter.objects.filter(member=ben).exists()
    assert proof(union).sent == 2


def test_doing_it_twice_changes_nothing(server):
    union, asha, _rest = a_union(others=1)
    an_assembly(asha)
    hours_pass(1)
    settled = Notice.objects.get()

    assert not duties.settle_notices(day(3))
    assert Notice.objects.get().settled_at == settled.settled_at
    assert len(lines(union, "notice_went_out")) == 1
