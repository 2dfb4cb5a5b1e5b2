"""Who answers, and that somebody did, is known once it ends, and in no order."""

import pytest

from commonweal.capabilities.assemblies.duties import send_out_minutes
from commonweal.capabilities.assemblies.models import AssemblyDeed
from commonweal.capabilities.assemblies.queries import untold
from commonweal.capabilities.assemblies.queries.held import assemblies_compared
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.journal.models import Line
from tests.capabilities.assemblies.circles import (
    a_circle,
    blocks,
    by_phone,
    ends,
    puts,
    says,
)
from tests.capabilities.assemblies.given import did, lines, now
from tests.capabilities.assemblies.test_phones import a_mixed_room

pytestmark = pytest.mark.django_db


def a_room_by_phone():
    row, *people = a_mixed_room()
    for one in people[:2]:
        did(row, "choose_channel", one, what="phone", minute=2)
    did(row, "decide", people[0], item="1", minute=3)
    return row, *people


def counts(row):
    """Give all that a page or a line of news counts, and the lines of the journal."""
    return (
        untold.deeds_told(row),
        untold.deeds_of_each([row.pk]),
        untold.told_by(now(row).deeds),
        Line.objects.filter(institution=row.institution).count(),
    )


def test_an_answer_moves_no_count_and_makes_no_line_before_the_end():
    row, asha, ben, chidi = a_room_by_phone()
    before = counts(row)

    for one in (chidi, asha, ben, chidi):
        did(row, "answer", one, what="no", minute=4)

    assert counts(row) == before
    assert before[0] == before[1][row.pk] == before[2]
    assert list(assemblies_compared(row.institution)) == []


def test_at_the_end_lines_come_at_one_time_in_the_order_of_rows_that_say_nothing():
    row, asha, ben, chidi = a_room_by_phone()
    for one in (chidi, asha, ben):
        did(row, "answer", one, what="no", minute=4)
    said = AssemblyDeed.objects.filter(assembly=row, deed="answer").order_by("pk")
    told, *_ = counts(row)

    did(row, "end_decision", asha, minute=6)

    found = lines(row.institution, "took_part_in_assembly")[-4:]
    assert [one.by for one in found[:3]] == [one.done_by_id for one in said]
    assert len({one.at for one in found}) == 1
    assert untold.deeds_told(row) == told + 4 == len(now(row).deeds)
    assert list(assemblies_compared(row.institution)) == []
    assert journal.verify(row.institution) == ()


def test_nobody_reads_in_the_journal_who_blocks_while_the_test_goes_on():
    row, asha, _ben, chidi = a_circle()
    puts(row, asha)
    before = counts(row)

    blocks(row, chidi)

    assert counts(row) == before


def test_what_is_said_after_the_test_is_told_at_once():
    row, asha, ben, chidi = a_circle()
    by_phone(row, asha, ben, chidi)
    puts(row, asha)
    for one in (asha, ben):
        says(row, one, "agree")
    blocks(row, chidi)
    ends(row, asha)
    before, *_, number = counts(row)

    did(row, "position", chidi, item="1", what="agree", minute=9)

    after, *_, later = counts(row)
    assert (after, later) == (before + 1, number + 1)


def test_what_was_said_in_a_decision_that_nobody_ended_is_told_with_the_minutes():
    row, _asha, _ben, chidi = a_room_by_phone()
    did(row, "answer", chidi, what="no", minute=4)
    row.refresh_from_db()

    assert send_out_minutes(row.minutes_due_at, row.institution)

    told = Line.objects.filter(institution=row.institution, by=chidi.pk)
    assert told.filter(deed="took_part_in_assembly", at=row.minutes_due_at).exists()
    assert list(assemblies_compared(row.institution)) == []


def test_no_line_names_a_deed_by_what_pages_name_it():
    """Words without names stand on a page by their id, and lines say by whom."""
    row, asha, ben, chidi = a_room_by_phone()
    for one in (chidi, asha, ben):
        did(row, "answer", one, what="no", minute=4)
    did(row, "end_decision", asha, minute=6)

    told = str(journal.export(row.institution, with_words=True, hidden=frozenset()))

    assert not any(str(one.pk) in told for one in row.deeds.all())
    assert list(assemblies_compared(row.institution)) == []
