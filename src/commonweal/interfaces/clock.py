"""The one place where interfaces read the clock, once a request."""

from datetime import datetime, timedelta

from django.utils import timezone

from commonweal.foundation.nodes import queries as nodes


def now() -> datetime:
    """Read the clock; a demo's runs ahead by the days that were let pass."""
    return machine_now() + timedelta(seconds=nodes.this_node().clock_offset_s)


def machine_now() -> datetime:
    """Read the machine's own clock, by which devices stay signed in, in a demo too."""
    return timezone.now()
