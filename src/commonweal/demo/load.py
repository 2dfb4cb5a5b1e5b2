"""Load the demo into an empty node: eight months of a valley that end now."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction

from commonweal.demo.clock import Clock, tell
from commonweal.demo.scene import Valley
from commonweal.demo.stories import STORIES
from commonweal.foundation import duties
from commonweal.foundation.institutions.queries import every_institution
from commonweal.foundation.nodes.actions import become_demo

MONTHS_OF_HISTORY = timedelta(days=240)


type Told = Callable[[int, int], None]


def to_nobody(_done: int, _whole: int) -> None:
    """Let the demo load without a word."""


@transaction.atomic
def load(at: datetime, told: Told = to_nobody) -> None:
    """Play every story; all of it is there afterwards, or nothing.

    `told` hears how many days have been played, of how many. Raises `Refused` where the
    node is not empty.
    """
    become_demo()
    clock = Clock(now=at - MONTHS_OF_HISTORY, present=at)
    valley = Valley(clock)
    stories = [part for story in STORIES for part in story(valley)]
    began, whole = clock.now, MONTHS_OF_HISTORY.days

    def before(moment: datetime) -> None:
        told((moment - began).days, whole)
        _settle(moment)

    tell(stories, clock, before=before)
    duties.settle_all(at=at)
    told(whole, whole)


def _settle(moment: datetime) -> None:
    for institution in every_institution():
        if institution.founded_at <= moment:
            duties.settle(institution, at=moment)
