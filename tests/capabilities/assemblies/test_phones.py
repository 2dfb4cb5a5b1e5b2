"""Some are counted by hand and some by phone, each once, and all in one sum."""

import pytest

from commonweal import kinds
from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.actions import OnMinutes, write_minutes
from commonweal.capabilities.assemblies.models import AssemblyDeed
from commonweal.capabilities.assemblies.queries import assemblies_compared, who_said
from commonweal.capabilities.assemblies.queries.held import DEED
from commonweal.foundation.journal.models import Line
from commonweal.rules.charters.parse import parse
from commonweal.rules.verdict import Refused
from tests.builders import a_member, an_institution, day, founder_of
from tests.capabilities.assemblies.given import an_open_assembly, did, lines, now
from tests.capabilities.assemblies.test_hands import a_room, minutes

pytestmark = pytest.mark.django_db


def a_mixed_room(kind="single_issue_assembly"):
    """Let Chidi be on their phone, and the other two raise hands."""
    row, asha, ben, chidi = a_room(kind)
    did(row, "choose_channel", chidi, what="phone", minute=2)
    return row, asha, ben, chidi


def decision_of(row):
    return now(row).now.presence.decisions[-1]


def a_decision(row, asha, ben, chidi, *, says="no", hands="2:0:0"):
    did(row, "decide", asha, item="1", minute=3)
    did(row, "answer", chidi, what=says, minute=4)
    for one in (asha, ben):
        did(row, "count", one, what=hands, minute=5)
    did(row, "end_decision", asha, minute=6)


def test_hands_and_phones_are_told_apart_and_summed():
    row, asha, ben, chidi = a_mixed_room()

    a_decision(row, asha, ben, chidi)

    assert minutes(row)[-1] == (
        "Decided by hands and phones: “Do we buy a key?” Yes 2, no 1, abstained 0. By "
        "hand: yes 2, no 0, abstained 0. By phone: yes 0, no 1, abstained 0."
    )
    assert who_said(now(row), decision_of(row)) == (("no", ("Chidi",)),)


def test_what_does_not_carry_by_both_says_why():
    row, asha, ben, chidi = a_mixed_room()

    a_decision(row, asha, ben, chidi, hands="0:2:0")

    assert minutes(row)[-1].startswith(
        "Not carried by hands and phones: “Do we buy a key?” Yes 0, no 3, abstained 0."
    )


@pytest.mark.parametrize(
    ("says", "begins"),
    [
        ("yes", "Decided by phone, where nobody raised a hand: “Do we buy a key?”"),
        ("no", "Not carried by phone, where nobody raised a hand: “Do we buy a key?”"),
    ],
)
def test_where_all_are_on_phones_there_are_no_hands(says, begins):
    row, asha, ben, _chidi = a_mixed_room()
    for one in (asha, ben):
        did(row, "choose_channel", one, what="phone", minute=2)
    did(row, "decide", asha, item="1", minute=3)
    for one in (asha, ben):
        did(row, "answer", one, what=says, minute=4)
    did(row, "end_decision", asha, minute=6)

    assert minutes(row)[-1].startswith(begins)


def test_before_the_end_nobody_reads_what_phones_say():
    row, asha, _ben, chidi = a_mixed_room()
    did(row, "decide", asha, item="1", minute=3)
    did(row, "answer", chidi, what="no", minute=4)

    assert who_said(now(row), decision_of(row)) == ()
    assert decision_of(row).result is None
    assert len(minutes(row)) == len(queries.minutes_of(now(row, minute=3)).lines)


def test_the_journal_tells_that_somebody_took_part_and_seals_what_they_said():
    row, asha, ben, chidi = a_mixed_room()
    a_decision(row, asha, ben, chidi)
    deed = AssemblyDeed.objects.get(assembly=row, deed="answer")

    line = lines(row.institution, "took_part_in_assembly")
    told = Line.objects.filter(institution=row.institution)
    assert all("no" not in one.facts.values() for one in told)
    assert any(DEED.key(deed) in str(one.facts) for one in line)
    assert list(assemblies_compared(row.institution)) == []
    deed.what = "yes"
    deed.save(update_fields=["what"])
    assert [one.id for one in assemblies_compared(row.institution)] == [
        "journal_row_differs"
    ]


def test_each_chooses_for_themselves_and_the_door_puts_back_to_hands():
    row, asha, ben, chidi = a_mixed_room()

    with pytest.raises(Refused) as refused:
        did(row, "choose_channel", asha, about=ben, what="phone", minute=3)
    assert refused.value.verdict.reason.id == "phone_is_chosen_by_oneself"
    did(row, "choose_channel", asha, about=chidi, what="hand", minute=3)

    did(row, "decide", asha, item="1", minute=4)
    assert decision_of(row).by_phone == frozenset()


@pytest.mark.parametrize("deed", ["answer", "choose_channel"])
@pytest.mark.parametrize("what", ["", "maybe"])
def test_what_is_neither_an_answer_nor_a_channel_is_refused(deed, what):
    row, _asha, _ben, chidi = a_mixed_room()

    with pytest.raises(Refused) as refused:
        did(row, deed, chidi, what=what, minute=3)

    assert refused.value.verdict.reason.id == "deed_unknown"


def test_where_ballots_are_secret_phones_are_chosen_and_nobody_is_named():
    row, _asha, _ben, chidi = a_room("tenants_union")

    assert not queries.are_named(now(row))
    assert queries.may_choose_here(now(row), str(chidi.pk))


def test_minutes_are_approved_by_phone_too_and_where_ballots_are_secret_namelessly():
    kind = "tenants_union"
    union = an_institution(kind, charter=parse(kinds.text_of(kind)))
    asha, ben = founder_of(union), a_member(union, "Ben", at=day(1))
    first = an_open_assembly(asha, ben, called=day(30))
    did(first, "close", asha, minute=9)
    write_minutes(first, OnMinutes("send_out"), by=asha, at=day(39))
    row = an_open_assembly(asha, ben, called=day(40))
    item = f"minutes-{first.number}"
    assert queries.may_choose_here(now(row), str(ben.pk))
    for one in (asha, ben):
        did(row, "choose_channel", one, what="phone", minute=1)
    did(row, "turn_to", asha, item=item, minute=2)
    did(row, "object", ben, item=item, minute=3)

    did(row, "decide", asha, item=item, minute=4)
    did(row, "answer", asha, what="yes", minute=5)
    did(row, "end_decision", asha, minute=7)

    assert minutes(row)[-1].endswith("Yes 1, no 0, abstained 0.")
    assert who_said(now(row), decision_of(row)) == ()
    assert queries.minutes_before(now(row), item).approved
