"""Calling an assembly, and doing something in it."""

from commonweal.capabilities.assemblies.actions.calling import call_assembly
from commonweal.capabilities.assemblies.actions.taking_part import Deed, take_part

__all__ = ["Deed", "call_assembly", "take_part"]
