"""Calling an assembly, doing something in it, and writing its minutes."""

from commonweal.capabilities.assemblies.actions.calling import call_assembly
from commonweal.capabilities.assemblies.actions.minuting import (
    OnMinutes,
    send_out_due,
    write_minutes,
)
from commonweal.capabilities.assemblies.actions.taking_part import Deed, take_part
from commonweal.capabilities.assemblies.actions.tasks import (
    NewTask,
    OnTask,
    answer_for_task,
    check_task,
    give_task,
)

__all__ = [
    "Deed",
    "NewTask",
    "OnMinutes",
    "OnTask",
    "answer_for_task",
    "call_assembly",
    "check_task",
    "give_task",
    "send_out_due",
    "take_part",
    "write_minutes",
]
