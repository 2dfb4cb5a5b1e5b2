"""Load the demo into an empty node: eight months of a valley that end now."""

from datetime import datetime, timedelta

from django.db import transaction

from commonweal.demo.clock import Clock, tell
from commonweal.demo.scene import Valley
from commonweal.demo.stories import STORIES
from commonweal.foundation import duties
from commonweal.foundation.institutions.queries import every_institution
from commonweal.foundation.nodes.actions import become_demo

MONTHS_OF_HISTORY = timedelta(days=240)


@transaction.atomic
def load(at: datetime) -> None:
    """Play every story; all of it is there afterwards, or nothing.

    Raises `Refused` where the node is not empty.
    """
    become_demo()
    clock = Clock(now=at - MONTHS_OF_HISTORY, present=at)
    valley = Valley(clock)
    stories = [part for story in STORIES for part in story(valley)]
    tell(stories, clock, before=_settle)
    duties.settle_all(at=at)


def _settle(moment: datetime) -> None:
    for institution in every_institution():
        if institution.founded_at <= moment:
            duties.settle(institution, at=moment)
