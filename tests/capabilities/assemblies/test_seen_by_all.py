"""What whoever leads, or leaves, cannot do to an assembly unseen."""

from datetime import timedelta

import pytest

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.access import Matter
from commonweal.capabilities.assemblies.actions import Deed, call_assembly, take_part
from commonweal.foundation.institutions.actions.joining import leave
from commonweal.foundation.language import say
from commonweal.rules.verdict import Refused
from tests.builders import a_member, an_institution, confirmed, day, founder_of
from tests.capabilities.assemblies.given import a_calling, an_assembly, did, now

pytestmark = pytest.mark.django_db
QUESTION = Matter("Shall the landlord have the hall?", 5, decides=True)


def people(kind="tenants_union"):
    union = an_institution(kind)
    names = ("Ben", "Chidi", "Dora")
    return (founder_of(union), *(confirmed(a_member(union, one)) for one in names))


def a_room():
    """Open one in which four are there, and turn to the question it decides."""
    asha, ben, chidi, dora = people("single_issue_assembly")
    calling = a_calling(opens_at=day(20), matters=(QUESTION,))
    row = call_assembly(asha.institution, calling, by=asha, at=day(2))
    for one in (asha, ben, chidi, dora):
        did(row, "come_in", one, code=row.code)
    did(row, "hand_on", asha, about=asha, what="minute_taker")
    did(row, "open", asha)
    did(row, "turn_to", asha, item="1")
    return row, asha, chidi, dora


def minuted(row):
    return [say(one.words) for one in queries.minutes_of(now(row)).lines]


def test_who_was_out_when_a_decision_began_is_not_undone_afterwards():
    row, asha, chidi, dora = a_room()
    for one in (chidi, dora):
        did(row, "go_out", asha, about=one, minute=1)
    did(row, "decide", asha, item="1", minute=1)

    with pytest.raises(Refused) as refusal:
        did(row, "undo", asha, about=dora, minute=2)

    assert refusal.value.verdict.reason.id == "was_out_meanwhile"
    assert minuted(row)[-3:] == [
        f"{asha.name} put down that Chidi left the room.",
        f"{asha.name} put down that Dora left the room.",
        "A decision began: “Shall the landlord have the hall?” Counted in it: 2.",
    ]


def test_a_slip_before_any_decision_is_undone_and_both_are_minuted():
    row, asha, chidi, _ = a_room()

    did(row, "go_out", asha, about=chidi, minute=1)
    did(row, "undo", asha, about=chidi, minute=2)

    assert str(chidi.pk) in now(row).now.presence.inside
    assert minuted(row)[-2:] == [
        f"{asha.name} put down that Chidi left the room.",
        "Chidi was in the room again.",
    ]


def test_whoever_was_put_out_says_that_they_are_there_and_is():
    row, asha, chidi, dora = a_room()
    did(row, "go_out", asha, about=chidi, minute=1)

    did(row, "come_in", chidi, minute=1)

    assert str(chidi.pk) in now(row).now.presence.inside
    # Whoever went out themselves needs the code again.
    did(row, "go_out", dora, minute=2)
    with pytest.raises(Refused):
        did(row, "come_in", dora, minute=3)
    assert "Dora" not in " ".join(minuted(row))


def test_what_was_called_off_stays_so_when_whoever_did_it_leaves():
    asha, ben, *_ = people()
    row = an_assembly(asha, at=day(1))
    take_part(row, Deed("hand_on", about=ben, what="facilitator"), by=asha, at=day(2))
    take_part(row, Deed("call_off", reason="Water."), by=ben, at=day(3))

    leave(ben, at=day(4))

    held = now(row)
    assert (held.now.stage, held.now.not_counted) == ("called_off", ())
    with pytest.raises(Refused) as refusal:
        did(row, "come_in", asha, code=row.code)
    assert refusal.value.verdict.reason.id == "assembly_is_over"


def test_a_role_that_went_on_stays_where_it_is_when_one_who_had_it_leaves():
    asha, ben, chidi, _ = people()
    row = an_assembly(asha, at=day(1))
    for by, to in ((asha, ben), (ben, chidi)):
        deed = Deed("hand_on", about=to, what="facilitator")
        take_part(row, deed, by=by, at=day(2))

    leave(ben, at=day(3))
    did(row, "come_in", chidi, code=row.code)
    did(row, "hand_on", chidi, about=chidi, what="minute_taker")
    did(row, "open", chidi)

    held = now(row, minute=1)
    assert (held.now.stage, held.now.not_counted) == ("open", ())


def test_a_role_is_handed_to_nobody_who_is_on_the_roll_no_more():
    asha, ben, *_ = people()
    row = an_assembly(asha, at=day(1))
    deed = Deed("hand_on", about=ben, what="doorkeeper")
    take_part(row, deed, by=asha, at=day(2))
    leave(ben, at=day(3))
    ben.refresh_from_db()

    with pytest.raises(Refused) as refusal:
        take_part(row, deed, by=asha, at=day(3) + timedelta(hours=1))

    assert refusal.value.verdict.reason.id == "not_asked_to_this"
