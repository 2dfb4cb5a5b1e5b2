"""Calling an assembly, doing something in it, and writing its minutes."""

from commonweal.capabilities.assemblies.actions.calling import call_assembly
from commonweal.capabilities.assemblies.actions.minuting import (
    OnMinutes,
    send_out_due,
    write_minutes,
)
from commonweal.capabilities.assemblies.actions.taking_part import Deed, take_part

__all__ = [
    "Deed",
    "OnMinutes",
    "call_assembly",
    "send_out_due",
    "take_part",
    "write_minutes",
]
