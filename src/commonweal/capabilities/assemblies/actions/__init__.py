"""Calling an assembly, doing something in it, and writing its minutes."""

from commonweal.capabilities.assemblies.actions.bringing_in import bring_in
from commonweal.capabilities.assemblies.actions.calling import call_assembly
from commonweal.capabilities.assemblies.actions.casting import (
    cast_in_room,
    empty_all_boxes,
    forget_boxes_due,
)
from commonweal.capabilities.assemblies.actions.disputing import dispute
from commonweal.capabilities.assemblies.actions.ending import stop_assemblies
from commonweal.capabilities.assemblies.actions.minuting import (
    OnMinutes,
    send_out_due,
    write_minutes,
)
from commonweal.capabilities.assemblies.actions.on_laptop import (
    claim_name,
    finish_here,
    opened,
    result_of,
    take_name_at_desk,
    take_up,
)
from commonweal.capabilities.assemblies.actions.taking_along import (
    call_back,
    give_up_due,
    take_along,
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
    "bring_in",
    "call_assembly",
    "call_back",
    "cast_in_room",
    "check_task",
    "claim_name",
    "dispute",
    "empty_all_boxes",
    "finish_here",
    "forget_boxes_due",
    "give_task",
    "give_up_due",
    "opened",
    "result_of",
    "send_out_due",
    "stop_assemblies",
    "take_along",
    "take_name_at_desk",
    "take_part",
    "take_up",
    "write_minutes",
]
