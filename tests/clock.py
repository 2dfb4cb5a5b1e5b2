"""A clock for the pages that a test can move, where the web reads it."""

from dataclasses import dataclass
from datetime import datetime

import pytest

from commonweal.interfaces.web import requests


@dataclass
class Clock:
    """The time at which every request is made until somebody moves it."""

    at: datetime


def stopped(monkeypatch: pytest.MonkeyPatch, at: datetime) -> Clock:
    """Stop the web's clock at a moment; set `.at` to let time pass."""
    clock = Clock(at)
    monkeypatch.setattr(requests, "now", lambda: clock.at)
    return clock
