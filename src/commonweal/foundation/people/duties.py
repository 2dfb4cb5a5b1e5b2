"""What is forgotten about people as time goes by."""

from datetime import datetime, timedelta

from commonweal.foundation.keys import actions as keys
from commonweal.foundation.keys import store
from commonweal.foundation.nodes.queries import this_node
from commonweal.foundation.people.actions import leave_node
from commonweal.foundation.people.models import (
    UNUSED_LASTS,
    OutgoingMail,
    Person,
    SignIn,
    SignInLink,
)
from commonweal.foundation.people.queries import KEYS_OF_DAYS, key_of_day
from commonweal.foundation.rows import Identified

LETTERS_KEPT = timedelta(days=7)


def forget_stale_links(at: datetime, institution: Identified | None = None) -> bool:
    """Forget links that open nothing any more, sign-ins that are over, old letters.

    People belong to the node, so there is nothing to do for one institution. A demo
    keeps its letters: they are never sent, and are there to be read. It keeps its
    sign-ins too: its clock runs ahead of the devices.
    """
    if institution is not None:
        return False
    SignInLink.objects.filter(expires_at__lte=at).delete()
    if not this_node().is_demo:
        _forget_letters_until(at - LETTERS_KEPT)
        SignIn.objects.filter(ends_on__lt=at.date()).delete()
        SignIn.objects.filter(used_on__lt=(at - UNUSED_LASTS).date()).delete()
        _forget_who_belongs_nowhere(at)
    return True


def _forget_who_belongs_nowhere(at: datetime) -> None:
    """Forget people whom nothing connects to this node any more.

    Whoever belongs to an institution stays, and so does whoever used a device within
    the month that a sign-in lasts.
    """
    came_before = (at - UNUSED_LASTS).date()
    gone = Person.objects.filter(member=None, signin=None, joined_on__lt=came_before)
    for person in gone:
        leave_node(person, at=at)


def _forget_letters_until(last: datetime) -> None:
    """Drop letters and destroy the keys of their days, in old copies too."""
    OutgoingMail.objects.filter(written_at__lte=last).delete()
    first_kept = key_of_day(last)
    past = [name for name in store.names(KEYS_OF_DAYS) if name < first_kept]
    if past:
        keys.destroy(past)
