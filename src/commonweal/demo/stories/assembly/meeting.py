"""How the mill quarter meets: an evening in the hall, and the one to come."""

from datetime import date, datetime, timedelta

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.access import Calling, Matter
from commonweal.capabilities.assemblies.actions import (
    Deed,
    NewTask,
    OnMinutes,
    OnTask,
    answer_for_task,
    call_assembly,
    check_task,
    give_task,
    take_part,
    write_minutes,
)
from commonweal.capabilities.assemblies.models import Assembly
from commonweal.demo.clock import Story
from commonweal.demo.scene import Scene

HALL = "The hall in Mill Street"
THERE = ("Wen", "Rosa", "Elvira", "Mateo")


def an_evening_in_the_hall(assembly: Scene) -> Story:
    """The quarter meets about the fountain and the key of the hall."""
    yield assembly.days_ago(40, "18:00")
    evening = _called(
        assembly,
        "Gloria",
        "The fountain, and who has the key",
        assembly.days_ago(30, "20:00"),
        (Matter("The fountain", 30), Matter("Who has the key", 15), Matter("Cake", 5)),
    )
    yield assembly.days_ago(30, "19:50")
    for name in ("Gloria", *THERE):
        _does(assembly, evening, "Gloria", Deed("come_in", assembly.active(name)))
    _does(
        assembly,
        evening,
        "Gloria",
        Deed("hand_on", assembly.active("Rosa"), what="minute_taker"),
    )
    yield assembly.days_ago(30, "20:01")
    for deed in (Deed("open"), Deed("turn_to", item="1")):
        _does(assembly, evening, "Gloria", deed)
    yield from _talk(assembly, evening)
    yield assembly.days_ago(30, "20:35")
    mateo, gloria = assembly.active("Mateo"), assembly.active("Gloria")
    key = NewTask("Have a key cut", mateo, _in_days(assembly, 12))
    task = give_task(evening, key, by=gloria, at=assembly.now)
    answer_for_task(task, OnTask("accept"), by=mateo, at=assembly.now)
    yield assembly.days_ago(30, "20:41")
    left = Deed("adjourn", item="3", reason="The cake is not here yet.")
    for deed in (left, Deed("close")):
        _does(assembly, evening, "Gloria", deed)
    yield from _minutes(assembly, evening)


def _minutes(assembly: Scene, evening: Assembly) -> Story:
    """Rosa puts the minutes right, takes what Mateo proposes, and sends them out."""
    fountain, key = 8, 15
    yield assembly.days_ago(28, "19:30")
    for name, deed in (
        ("Rosa", OnMinutes("add", fountain, "The city has no plan for it.")),
        ("Mateo", OnMinutes("propose", key, "Elvira has the second key.")),
        ("Rosa", OnMinutes("take", answers=2)),
        ("Rosa", OnMinutes("send_out")),
    ):
        by = assembly.active(name)
        write_minutes(evening, deed, by=by, at=assembly.now)


def _talk(assembly: Scene, evening: Assembly) -> Story:
    """Let them speak in turn, and one before the others."""
    yield assembly.days_ago(30, "20:04")
    for name in ("Wen", "Mateo", "Elvira"):
        _does(assembly, evening, name, Deed("ask"))
    yield assembly.days_ago(30, "20:05")
    _does(assembly, evening, "Gloria", Deed("call"))
    yield assembly.days_ago(30, "20:09")
    first = Deed(
        "call", assembly.active("Elvira"), reason="She has to put a child to bed."
    )
    _does(assembly, evening, "Gloria", first)
    yield assembly.days_ago(30, "20:15")
    for deed in (Deed("call"), Deed("turn_to", item="2")):
        _does(assembly, evening, "Gloria", deed)


def the_minutes_are_approved(assembly: Scene) -> Story:
    """A short evening approves the minutes of the one before."""
    yield assembly.days_ago(24, "18:00")
    short = _called(
        assembly,
        "Gloria",
        "A quick word about stoves",
        assembly.days_ago(14, "20:00"),
        (Matter("Stoves", 10),),
    )
    yield assembly.days_ago(14, "19:55")
    for name in ("Gloria", *THERE):
        _does(assembly, short, "Gloria", Deed("come_in", assembly.active(name)))
    takes = Deed("hand_on", assembly.active("Wen"), what="minute_taker")
    _does(assembly, short, "Gloria", takes)
    yield assembly.days_ago(14, "20:02")
    before = "minutes-1"
    for deed in (
        Deed("open"),
        Deed("turn_to", item=before),
        Deed("agree", item=before),
    ):
        _does(assembly, short, "Gloria", deed)
    yield assembly.days_ago(14, "20:15")
    _does(assembly, short, "Gloria", Deed("turn_to", item="tasks"))
    [key, *_] = queries.tasks_of(assembly.institution, at=assembly.now)
    heard = OnTask("put_off", "The shop was shut.", _in_days(assembly, 21))
    check_task(short, key.row, heard, by=assembly.active("Gloria"), at=assembly.now)
    for deed in (Deed("turn_to", item="1"), Deed("close")):
        _does(assembly, short, "Gloria", deed)


def the_next_one(assembly: Scene) -> Story:
    """The next assembly is called, for next week."""
    yield assembly.days_ago(2, "18:30")
    _called(
        assembly,
        "Wen",
        "The street party, and what was left over",
        assembly.now + timedelta(days=9, minutes=90),
        (Matter("Which Saturday", 20), Matter("Stoves and tables", 20)),
    )


def _called(
    assembly: Scene,
    name: str,
    title: str,
    opens_at: datetime,
    matters: tuple[Matter, ...],
) -> Assembly:
    calling = Calling(title, HALL, opens_at, matters)
    by = assembly.active(name)
    return call_assembly(assembly.institution, calling, by=by, at=assembly.now)


def _in_days(assembly: Scene, days: int) -> date:
    return (assembly.now + timedelta(days=days)).date()


def _does(assembly: Scene, evening: Assembly, name: str, deed: Deed) -> None:
    take_part(evening, deed, by=assembly.active(name), at=assembly.now)
