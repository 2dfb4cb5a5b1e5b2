"""An assembly on a laptop without internet: it goes, is held there, and comes back."""

from datetime import timedelta

import pytest

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.access import Matter
from commonweal.capabilities.assemblies.actions import (
    bring_in,
    call_assembly,
    call_back,
    take_along,
    take_part,
)
from commonweal.capabilities.assemblies.actions.taking_part import Deed
from commonweal.capabilities.assemblies.models import (
    AssemblyDeed,
    CheckOut,
)
from commonweal.foundation import duties
from commonweal.foundation.journal import queries as journal
from commonweal.rules.verdict import Refused
from tests.builders import a_member, an_institution, day, founder_of
from tests.capabilities.assemblies.given import (
    MATTERS,
    a_calling,
    lines,
    now,
)
from tests.capabilities.assemblies.laptop import OTHER_SEED, code, on_laptop

pytestmark = pytest.mark.django_db


@pytest.fixture
def asha():
    return founder_of(an_institution())


@pytest.fixture
def ben(asha):
    return a_member(asha.institution, "Ben", at=day(1))


def called(asha):
    matters = (Matter("Do we buy a key?", 10, decides=True), *MATTERS)
    calling = a_calling(opens_at=day(10), matters=matters)
    return call_assembly(asha.institution, calling, by=asha, at=day(2))


def an_evening(laptop, *, come=True):
    """Let the room open, decide by hands, and close."""
    for name in ("Asha", "Ben") if come else ():
        laptop.did("come_in", name, code=laptop.row.code)
    laptop.did("hand_on", "Asha", about="Ben", what="minute_taker")
    laptop.did("open", "Asha", minute=1)
    laptop.did("turn_to", "Asha", item="1", minute=2)
    laptop.did("decide", "Asha", item="1", minute=3)
    laptop.did("count", "Asha", what="2:0:0", minute=4)
    laptop.did("count", "Ben", what="2:0:0", minute=4)
    laptop.did("end_decision", "Asha", minute=5)
    laptop.did("close", "Asha", minute=60)


def test_what_was_done_on_the_laptop_is_here_as_though_done_here(asha, ben):
    row = called(asha)
    taken = take_along(row, code(), by=asha, at=day(9))
    with on_laptop(taken.file, at=day(9)) as laptop:
        an_evening(laptop)
        there = [
            (one.deed, one.done_at) for one in AssemblyDeed.objects.order_by("number")
        ]
        file = laptop.finished()

    bring_in(row, file, by=ben, at=day(11))

    held = now(row)
    assert held.now.stage == "closed"
    assert [(one.deed, one.done_at) for one in held.deeds][: len(there)] == there
    assert [one.deed for one in held.deeds][len(there) :] == ["bring_in"]
    [decision] = held.now.presence.decisions
    assert held.verdict_on(decision)
    assert held.now.not_counted == ()
    assert not journal.verify(row.institution)
    assert journal.comparison(row.institution) == ((), ())
    [line] = lines(row.institution, "brought_assembly_in")
    assert line.facts["deeds"] == 10
    assert row.minutes_due_at


def test_while_it_is_away_nothing_is_done_in_it_here(asha, ben):
    row = called(asha)
    taken = take_along(row, code(), by=asha, at=day(9))

    with pytest.raises(Refused) as refusal:
        take_part(row, Deed("come_in", code=row.code), by=ben, at=day(10))

    assert refusal.value.verdict.reason.id == "assembly_is_away"
    assert refusal.value.verdict.reason.facts["when"] == taken.until_at
    with pytest.raises(Refused, match="assembly_is_away"):
        take_along(row, code(OTHER_SEED), by=asha, at=day(10))


def test_only_whoever_facilitates_takes_it_along(asha, ben):
    row = called(asha)

    with pytest.raises(Refused, match="only_facilitator_takes_along"):
        take_along(row, code(), by=ben, at=day(9))


def test_a_code_that_is_mistyped_is_refused(asha):
    row = called(asha)

    with pytest.raises(Refused, match="laptop_code_mistyped"):
        take_along(row, code()[:-1] + "?", by=asha, at=day(9))


def test_called_back_it_goes_on_here_for_a_reason_that_is_minuted(asha, ben):
    row = called(asha)
    taken = take_along(row, code(), by=asha, at=day(9))
    with on_laptop(taken.file, at=day(9)) as laptop:
        an_evening(laptop)
        file = laptop.finished()

    with pytest.raises(Refused, match="reason_to_call_back_missing"):
        call_back(row, " ", by=asha, at=day(10))
    call_back(row, "The laptop fell down the stairs.", by=asha, at=day(10))

    take_part(row, Deed("come_in", code=row.code), by=ben, at=day(10))
    with pytest.raises(Refused, match="assembly_was_called_back"):
        bring_in(row, file, by=asha, at=day(11))
    assert now(row).row.roll is None
    reasons = [one.reason for one in now(row).deeds]
    assert "The laptop fell down the stairs." in reasons
    assert journal.comparison(row.institution) == ((), ())


def test_after_its_time_it_is_held_here_again_by_itself(asha, ben):
    row = called(asha)
    taken = take_along(row, code(), by=asha, at=day(9))
    with on_laptop(taken.file, at=day(9)) as laptop:
        an_evening(laptop)
        file = laptop.finished()
    late = taken.until_at + timedelta(minutes=1)

    duties.settle(row.institution, at=late)

    assert not duties.settle(row.institution, at=late)
    assert CheckOut.objects.get(pk=taken.pk).end == "give_up"
    assert len(lines(row.institution, "gave_up_laptop")) == 1
    with pytest.raises(Refused, match="result_is_late"):
        bring_in(row, file, by=asha, at=late)
    assert journal.comparison(row.institution) == ((), ())


def test_it_is_late_before_anything_has_written_that_down(asha, ben):
    row = called(asha)
    taken = take_along(row, code(), by=asha, at=day(9))
    with on_laptop(taken.file, at=day(9)) as laptop:
        an_evening(laptop)
        file = laptop.finished()

    with pytest.raises(Refused, match="result_is_late"):
        bring_in(row, file, by=asha, at=taken.until_at)


def test_it_comes_in_once(asha, ben):
    row = called(asha)
    taken = take_along(row, code(), by=asha, at=day(9))
    with on_laptop(taken.file, at=day(9)) as laptop:
        an_evening(laptop)
        file, again = laptop.finished(), laptop.finished()
    with on_laptop(taken.file, at=day(9)) as laptop:
        other = laptop.finished()
    bring_in(row, file, by=asha, at=day(11))
    before = queries.deeds_done(row)

    for one, why in (
        (file, "result_is_here"),
        (again, "result_is_here"),
        (other, "another_result_is_here"),
    ):
        with pytest.raises(Refused, match=why):
            bring_in(row, one, by=asha, at=day(11))

    assert queries.deeds_done(row) == before


def test_a_file_with_one_changed_byte_is_no_file(asha, ben):
    row = called(asha)
    taken = take_along(row, code(), by=asha, at=day(9))
    with on_laptop(taken.file, at=day(9)) as laptop:
        an_evening(laptop)
        file = laptop.finished()

    for place in range(0, len(file), 37):
        changed = bytearray(file)
        changed[place] ^= 1
        with pytest.raises(Refused, match="result_unreadable"):
            bring_in(row, bytes(changed), by=asha, at=day(11))

    assert queries.away(row, at=day(11)) is not None


def test_a_laptop_opens_only_what_was_made_for_it(asha):
    row = called(asha)
    taken = take_along(row, code(), by=asha, at=day(9))

    with (
        pytest.raises(Refused, match="file_not_for_this_laptop"),
        on_laptop(taken.file, at=day(9), seed=OTHER_SEED),
    ):
        pass


def test_a_laptop_whose_clock_is_behind_begins_nothing(asha):
    row = called(asha)
    taken = take_along(row, code(), by=asha, at=day(9))

    with (
        pytest.raises(Refused, match="clock_is_behind"),
        on_laptop(taken.file, at=day(9) - timedelta(hours=2)),
    ):
        pass


def test_a_clock_that_was_two_hours_ahead_is_put_back(asha, ben):
    row = called(asha)
    taken = take_along(row, code(), by=asha, at=day(9))
    with on_laptop(taken.file, at=day(9)) as laptop:
        laptop.did("come_in", "Asha", code=laptop.row.code, minute=120)
        laptop.did("hand_on", "Asha", about="Asha", what="minute_taker", minute=120)
        laptop.did("open", "Asha", minute=121)
        laptop.did("close", "Asha", minute=150)
        file = laptop.finished(minute=151)

    bring_in(row, file, by=asha, at=row.opens_at + timedelta(minutes=35))

    held = now(row)
    assert held.now.opened_at == row.opens_at + timedelta(minutes=5)
    assert held.now.stage == "closed"
    [line] = lines(row.institution, "put_clock_back")
    assert line.facts["minutes"] == 116
    assert journal.comparison(row.institution) == ((), ())


def test_a_clock_so_far_ahead_that_nobody_can_have_opened_waits(asha, ben):
    row = called(asha)
    taken = take_along(row, code(), by=asha, at=day(9))
    with on_laptop(taken.file, at=day(9)) as laptop:
        an_evening(laptop)
        file = laptop.finished()
    early = row.opens_at + timedelta(minutes=30)

    with pytest.raises(Refused, match="laptop_clock_was_ahead"):
        bring_in(row, file, by=asha, at=early)

    bring_in(row, file, by=asha, at=row.opens_at + timedelta(minutes=121))
    assert now(row).now.stage == "closed"
