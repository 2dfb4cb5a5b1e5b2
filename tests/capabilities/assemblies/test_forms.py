"""Forms of meeting, called and held: what is kept of them, and minuted."""

from dataclasses import replace

import pytest

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.access import Matter
from commonweal.capabilities.assemblies.actions import call_assembly
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.language import say
from commonweal.rules.verdict import Refused
from tests.builders import a_member, an_institution, day, founder_of
from tests.capabilities.assemblies.given import a_calling, did, now

pytestmark = pytest.mark.django_db

QUESTION = Matter("Do we buy a key?", 10, decides=True)


def called(form, *matters, people=("Ben", "Chidi")):
    union = an_institution("neighbourhood_assembly")
    asha = founder_of(union)
    others = [a_member(union, name, at=day(1)) for name in people]
    calling = a_calling(opens_at=day(20), matters=matters or (Matter("The hall", 9),))
    row = call_assembly(union, replace(calling, form=form), by=asha, at=day(2))
    for one in (asha, *others):
        did(row, "come_in", one, code=row.code)
    return row, asha, *others


def minuted(row):
    return [say(one.words) for one in queries.minutes_of(now(row)).lines]


def refused_with(why):
    return pytest.raises(Refused, match=why)


def test_a_form_there_is_not_is_called_by_nobody():
    with refused_with("form_unknown"):
        called("soviet")


def test_a_working_meeting_is_not_called_to_decide():
    with refused_with("working_meeting_decides_nothing"):
        called("working_meeting", QUESTION)


def test_a_working_meeting_opens_without_minutes_and_approves_none():
    row, asha, *_ = called("working_meeting")
    did(row, "open", asha)
    did(row, "close", asha, minute=5)
    queries_at = day(40)

    again = queries.standing_for("working_meeting", row.institution, at=queries_at)

    assert now(row).now.stage == "closed"
    assert not any("minutes_of" in one for one in again)


def test_a_congress_is_opened_once_somebody_keeps_the_door_and_enough_are_there():
    row, asha, ben, *_ = called("congress_session", people=("Ben", "Chidi", "D", "E"))
    did(row, "hand_on", asha, about=asha, what="minute_taker")
    with refused_with("nobody_keeps_the_door"):
        did(row, "open", asha)

    did(row, "hand_on", asha, about=ben, what="doorkeeper")
    did(row, "open", asha)

    assert now(row).now.stage == "open"


def test_in_a_spokes_council_each_group_is_counted_once_after_its_table_talked():
    row, asha, ben, chidi = called("spokes_council", QUESTION)
    did(row, "speak_for", asha, what="1", reason="The bakers")
    did(row, "speak_for", asha, about=ben, what="2", reason="The night shift")
    did(row, "hand_on", asha, about=asha, what="minute_taker")
    did(row, "open", asha)
    did(row, "turn_to", asha, item="1", minute=1)
    with refused_with("tables_were_not_consulted"):
        did(row, "decide", asha, item="1", minute=2)

    did(row, "consult", asha, item="1", minute=3)
    did(row, "reconvene", asha, minute=9)
    did(row, "speak_for", ben, about=chidi, what="2", minute=10)
    did(row, "decide", asha, item="1", minute=11)

    counted = set(now(row).now.presence.deciding.counted)
    assert counted == {str(asha.pk), str(chidi.pk)}
    lines = minuted(row)
    assert "Asha speaks for: The bakers" in lines
    assert "Chidi speaks for: The night shift" in lines
    assert "The tables talked about “Do we buy a key?”." in lines
    assert "The spokes came back from their tables." in lines
    assert journal.compared(row.institution) == ()


def test_the_form_of_a_meeting_is_held_by_the_journal():
    row, *_ = called("spokes_council")

    type(row).objects.filter(pk=row.pk).update(form="working_meeting")

    [found] = journal.compared(row.institution)
    assert found.id == "journal_row_differs"
