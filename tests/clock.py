"""A clock that a test can move, for pages and for programs."""

from dataclasses import dataclass
from datetime import datetime

import pytest

from commonweal.interfaces.api import requests as api
from commonweal.interfaces.web import requests as web


@dataclass
class Clock:
    """The time at which every request is made until somebody moves it."""

    at: datetime


def stopped(monkeypatch: pytest.MonkeyPatch, at: datetime) -> Clock:
    """Stop the clock at a moment; set `.at` to let time pass."""
    clock = Clock(at)
    for door in (web, api):
        monkeypatch.setattr(door, "now", lambda: clock.at)
    return clock
