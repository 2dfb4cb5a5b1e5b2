"""What falls due with time, written down at the moment it was due.

State is a function of time: whether a vote is closed or a charter in force never
waits for a worker. A duty only writes down what a read at `at` would say, so running
it late, or twice, changes nothing. Whoever opens an institution settles it first.
"""

from collections.abc import Callable
from datetime import datetime
from functools import lru_cache

from django.conf import settings
from django.utils.module_loading import import_string

from commonweal.foundation.institutions.models import Institution


def settle(institution: Institution, *, at: datetime) -> bool:
    """Write down all that fell due in one institution by `at`; say if anything did."""
    done = [duty(at, institution=institution) for duty in _duties(*settings.DUTIES)]
    return any(done)


def settle_all(*, at: datetime) -> None:
    """Write down all that fell due on this node by `at`."""
    for duty in _duties(*settings.DUTIES):
        duty(at)


@lru_cache
def _duties(*names: str) -> tuple[Callable[..., object], ...]:
    return tuple(import_string(name) for name in names)
