"""What falls due with time, written down at the moment it was due.

State is a function of time: whether a vote is closed or a charter in force never
waits for a worker. A duty only writes down what a read at `at` would say, so running
it late, or twice, changes nothing. Whoever opens an institution settles it first.
"""

from datetime import datetime

from django.conf import settings
from django.utils.module_loading import import_string

from commonweal.foundation.institutions.models import Institution


def settle(institution: Institution, *, at: datetime) -> bool:
    """Write down all that fell due in one institution by `at`; say if anything did."""
    done = [
        import_string(duty)(at, institution=institution) for duty in settings.DUTIES
    ]
    return any(done)


def settle_all(*, at: datetime) -> None:
    """Write down all that fell due on this node by `at`."""
    for duty in settings.DUTIES:
        import_string(duty)(at)
