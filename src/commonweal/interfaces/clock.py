"""The one place where interfaces read the clock, once a request."""

from datetime import datetime, timedelta

from django.utils import timezone

from commonweal.foundation.nodes import queries as nodes


def now() -> datetime:
    """Read the clock; a demo's runs ahead by the days that were let pass."""
    return timezone.now() + timedelta(seconds=nodes.this_node().clock_offset_s)
