"""What is forgotten about people as time goes by."""

from datetime import datetime, timedelta

from commonweal.foundation.nodes.queries import this_node
from commonweal.foundation.people.models import (
    UNUSED_LASTS,
    OutgoingMail,
    SignIn,
    SignInLink,
)
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
        OutgoingMail.objects.filter(written_at__lte=at - LETTERS_KEPT).delete()
        SignIn.objects.filter(ends_on__lt=at.date()).delete()
        SignIn.objects.filter(used_on__lt=(at - UNUSED_LASTS).date()).delete()
    return True
