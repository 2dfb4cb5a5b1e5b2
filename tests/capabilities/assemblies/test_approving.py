"""The next assembly approves the minutes; then they are one text that stays."""

import json
from datetime import timedelta
from hashlib import sha256

import pytest

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.actions import OnMinutes, write_minutes
from commonweal.capabilities.assemblies.models import ApprovedMinutes, MinutesDeed
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.language import say
from commonweal.rules.verdict import Refused
from tests.builders import a_member, an_institution, confirmed, founder_of
from tests.capabilities.assemblies.given import (
    an_assembly,
    an_open_assembly,
    did,
    lines,
    now,
)

pytestmark = pytest.mark.django_db
ITEM = "minutes-1"


@pytest.fixture(params=["tenants_union", "single_issue_assembly"])
def union(request):
    """Give institutions that decide in secret, and by hands: minutes are like both."""
    return an_institution(request.param)


@pytest.fixture
def asha(union):
    return confirmed(founder_of(union))


@pytest.fixture
def ben(union):
    return confirmed(a_member(union, "Ben"))


@pytest.fixture
def first(asha, ben):
    row = an_open_assembly(asha, ben)
    did(row, "turn_to", asha, item="1", minute=1)
    did(row, "close", asha, minute=30)
    wrote(row, "send_out", asha)
    return row


@pytest.fixture
def second(first, asha, ben):
    """Give the next assembly, which has turned to the minutes of the first."""
    row = an_open_assembly(asha, ben, called=first.opens_at + timedelta(days=1))
    did(row, "turn_to", asha, item=ITEM, minute=1)
    return row


def wrote(row, name, by, **more):
    at = row.opens_at + timedelta(hours=1)
    return write_minutes(row, OnMinutes(name, **more), by=by, at=at)


def kept(row, *, days=60):
    row.refresh_from_db()
    return queries.kept(queries.held(row, at=row.opens_at + timedelta(days=days)))


def refusal(row, name, by, **more):
    with pytest.raises(Refused) as no:
        did(row, name, by, **more)
    return no.value.verdict.reason.id


def minuted(row):
    return [say(one.words) for one in queries.minutes_of(now(row)).lines]


# ---- on the agenda by itself


def test_minutes_come_onto_the_next_agenda_by_themselves(first, asha):
    row = an_assembly(asha, at=first.opens_at + timedelta(days=1))

    matter, *others = row.agenda
    assert say(queries.title_of(matter)) == "Approve the minutes: The rent and the hall"
    assert [one["id"] for one in others] == ["1", "2"]


def test_what_members_did_not_read_in_the_call_is_not_approved(asha, ben):
    first = an_assembly(asha)
    third = an_assembly(ben, at=first.called_at, days=10)
    for name, more in (
        ("come_in", {}),
        ("hand_on", {"about": asha, "what": "minute_taker"}),
        ("open", {}),
        ("close", {}),
    ):
        did(first, name, asha, **more)
    assert [one["id"] for one in third.agenda] == ["1", "2"]

    did(third, "come_in", ben)
    did(third, "hand_on", ben, about=ben, what="minute_taker")
    did(third, "open", ben)

    third.refresh_from_db()
    assert [one["id"] for one in third.agenda] == ["1", "2"]


def test_what_is_approved_comes_onto_no_agenda(second, asha):
    did(second, "agree", asha, item=ITEM, minute=2)
    did(second, "close", asha, minute=3)
    wrote(second, "send_out", asha)

    row = an_assembly(asha, at=second.opens_at + timedelta(days=1))

    assert [one["id"] for one in row.agenda] == ["minutes-2", "1", "2"]


# ---- approving


def test_without_objection_they_are_approved_and_fixed(union, first, second, asha):
    did(second, "agree", asha, item=ITEM, minute=2)

    minutes = kept(first)
    assert minutes.stage == "approved"
    [line] = lines(union, "approved_minutes")
    assert line.facts["digest"] == minutes.digest
    written = ApprovedMinutes.objects.get().text
    assert sha256(written.encode()).hexdigest() == minutes.digest
    assert (line.facts["number"], line.facts["in"]) == (1, 2)
    assert minuted(second)[-1].startswith("Nobody objected to the minutes")
    assert journal.comparison(union) == ((), ())


def test_no_name_is_in_the_text_and_all_stand_in_the_minutes(first, second, asha, ben):
    before = kept(first, days=1)
    did(second, "agree", asha, item=ITEM, minute=2)

    text = ApprovedMinutes.objects.get().text
    assert "Asha" not in text
    assert json.loads(text)["form"] == "commonweal minutes 1"
    after = kept(first)
    assert after.minutes == before.minutes
    ben.name = ""
    ben.save()
    assert kept(first).digest == after.digest
    assert "Ben" not in {one.name for one in kept(first).minutes.present}


def test_an_objection_from_a_phone_asks_for_hands(second, asha, ben):
    did(second, "object", ben, item=ITEM, minute=2)

    assert refusal(second, "agree", asha, item=ITEM, minute=3) == "somebody_objects"
    assert "objected" in minuted(second)[-1]


@pytest.mark.parametrize(("hands", "stage"), [("2:0:0", "approved"), ("0:1:0", "out")])
def test_hands_approve_them_whatever_the_charter_decides_by(
    first, second, asha, ben, hands, stage
):
    did(second, "hand_on", asha, about=ben, what="timekeeper", minute=2)
    did(second, "decide", asha, item=ITEM, minute=3)
    for one in (asha, ben):
        did(second, "count", one, what=hands, minute=4)
    did(second, "end_decision", asha, minute=5)

    assert kept(first, days=9).stage == stage


def test_too_few_approve_nothing(first, asha, ben):
    row = an_open_assembly(asha, ben, called=first.opens_at + timedelta(days=1))
    did(row, "turn_to", asha, item=ITEM, minute=1)
    for one in (ben, asha):
        did(row, "go_out", one, minute=2)

    assert refusal(row, "agree", asha, item=ITEM, minute=3) == "too_few_in_the_room"


# ---- corrections before the room


def test_the_room_answers_what_waits_before_it_approves(
    union, first, second, asha, ben
):
    wrote(first, "propose", ben, words="The small hall.")
    wrote(first, "propose", ben, words="At nine.")
    assert refusal(second, "agree", asha, item=ITEM) == "corrections_wait"

    did(second, "take_in", asha, item=ITEM, what="2", minute=2)
    did(second, "leave_out", asha, item=ITEM, what="3", minute=2)
    did(second, "agree", asha, item=ITEM, minute=3)

    [beside] = [one for line in kept(first).lines for one in line.beside]
    assert beside.words == "The small hall."
    assert say(beside.says).endswith(", and taken by the assembly")
    assert "At nine." not in ApprovedMinutes.objects.get().text
    assert len(lines(union, "answered_on_minutes")) == 2
    assert journal.comparison(union) == ((), ())


def test_nobody_takes_in_what_they_proposed_themselves(first, second, asha):
    wrote(first, "propose", asha, words="All agreed to pay.")

    why = refusal(second, "take_in", asha, item=ITEM, what="2", minute=2)

    assert why == "correction_is_yours"


@pytest.mark.parametrize("what", ["7", "x", ""])
def test_what_nobody_proposed_is_not_answered(second, asha, what):
    why = refusal(second, "take_in", asha, item=ITEM, what=what, minute=2)

    assert why == "no_such_correction"


def test_nothing_is_written_on_approved_minutes(first, second, asha, ben):
    did(second, "agree", asha, item=ITEM, minute=2)

    with pytest.raises(Refused) as no:
        write_minutes(
            first,
            OnMinutes("correct", words="No."),
            by=asha,
            at=second.opens_at + timedelta(hours=1),
        )
    assert no.value.verdict.reason.id == "minutes_are_approved"


# ---- the journal


def test_another_text_than_was_approved_is_found(union, second, asha):
    did(second, "agree", asha, item=ITEM, minute=2)
    written = ApprovedMinutes.objects.get().text

    ApprovedMinutes.objects.update(text=written.replace("2026", "2025"))

    found = {one.id for one in journal.compared(union)}
    assert {"journal_row_differs", "journal_minutes_differ"} <= found


def test_an_approval_that_was_taken_out_is_missed(union, second, asha):
    did(second, "agree", asha, item=ITEM, minute=2)

    MinutesDeed.objects.filter(deed="approve").delete()

    assert "journal_row_gone" in {one.id for one in journal.compared(union)}
