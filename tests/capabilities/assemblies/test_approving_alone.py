"""Minutes that one member or two would approve, fill or stop by themselves."""

from datetime import timedelta

import pytest

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.actions import OnMinutes, write_minutes
from commonweal.capabilities.assemblies.models import ApprovedMinutes, MinutesDeed
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.language import say
from commonweal.rules.verdict import Refused
from tests.builders import a_member, an_institution, confirmed, founder_of
from tests.capabilities.assemblies.given import an_open_assembly, did, now

pytestmark = pytest.mark.django_db
ITEM = "minutes-1"


@pytest.fixture
def union():
    return an_institution("single_issue_assembly")


@pytest.fixture
def asha(union):
    return confirmed(founder_of(union))


@pytest.fixture
def others(union):
    return [confirmed(a_member(union, name)) for name in ("Ben", "Cleo", "Dora")]


@pytest.fixture
def first(asha, others):
    """Give one where all four were, whose minutes went out an hour later."""
    row = an_open_assembly(asha, *others)
    did(row, "close", asha, minute=30)
    wrote(row, "send_out", asha)
    return row


def wrote(row, name, by, *, at=None, **more):
    at = at or row.opens_at + timedelta(hours=1)
    return write_minutes(row, OnMinutes(name, **more), by=by, at=at)


def next_of(first, by, *there):
    """Give an assembly at the minutes of the first, with these in the room."""
    called = first.opens_at + timedelta(days=1)
    row = an_open_assembly(by, *there, called=called)
    return did(row, "turn_to", by, item=ITEM, minute=1)


def shown_hands(row, one, two, hands="3:0:0"):
    did(row, "hand_on", one, about=two, what="timekeeper", minute=2)
    did(row, "decide", one, item=ITEM, minute=3)
    did(row, "count", one, what=hands, minute=4)
    did(row, "count", two, what=hands, minute=4)


def refusal(does, *given, **more):
    with pytest.raises(Refused) as no:
        does(*given, **more)
    return no.value.verdict.reason.id


@pytest.mark.parametrize("deed", ["agree", "decide"])
def test_one_or_two_approve_nothing_of_many(first, others, deed):
    ben, cleo, _ = others
    row = next_of(first, ben, cleo)

    assert refusal(did, row, deed, ben, item=ITEM, minute=2) == "too_few_in_the_room"


def test_whoever_was_let_in_from_home_and_counted_is_not_undone(first, asha, others):
    ben, cleo, dora = others
    row = next_of(first, ben)
    for one in (asha, cleo, dora):
        did(row, "come_in", ben, about=one, minute=1)
    did(row, "agree", ben, item=ITEM, minute=1)

    assert refusal(did, row, "undo", ben, about=cleo, minute=2) == (
        "was_counted_meanwhile"
    )


def test_two_assemblies_at_once_approve_once_and_both_can_end(first, asha, others):
    ben, cleo, dora = others
    one = next_of(first, asha, ben, cleo, dora)
    two = next_of(first, ben, asha, cleo, dora)
    shown_hands(one, asha, ben)
    did(two, "agree", ben, item=ITEM, minute=4)

    did(one, "end_decision", asha, minute=5)
    did(one, "close", asha, minute=6)

    assert ApprovedMinutes.objects.get().approved_in == two
    line = queries.minutes_of(now(one)).lines[-2]
    assert "approved elsewhere meanwhile" in say(line.words)


def test_who_left_while_hands_were_counted_approves_nothing(first, asha, others):
    ben, cleo, _ = others
    row = next_of(first, asha, ben, cleo)
    shown_hands(row, asha, ben)
    did(row, "go_out", cleo, minute=5)

    did(row, "end_decision", asha, minute=6)

    assert not ApprovedMinutes.objects.exists()


def test_what_a_writer_adds_while_hands_are_counted_is_not_approved(
    first, asha, others
):
    ben, cleo, _ = others
    row = next_of(first, asha, ben, cleo)
    shown_hands(row, asha, ben)
    at = row.opens_at + timedelta(minutes=4)
    wrote(first, "add", asha, words="Dora was shown to lie.", at=at)

    did(row, "end_decision", asha, minute=5)

    assert "Dora" not in ApprovedMinutes.objects.get().text


def test_what_is_proposed_meanwhile_stops_no_room(first, asha, others):
    ben, cleo, dora = others
    row = next_of(first, asha, ben, cleo)
    late = row.opens_at + timedelta(minutes=2)
    wrote(first, "propose", dora, words="x", at=late)

    did(row, "agree", asha, item=ITEM, minute=3)

    assert ApprovedMinutes.objects.exists()
    assert MinutesDeed.objects.filter(deed="propose").exists()


def test_whom_members_do_not_know_yet_writes_to_nobody(first, others):
    Member.objects.filter(pk=others[0].pk).update(
        confirmers_needed=2, confirmed_at=None
    )
    ben = Member.objects.get(pk=others[0].pk)
    assert not ben.counts(first.opens_at)

    assert refusal(wrote, first, "propose", ben, words="x") == "proposer_not_known_yet"
