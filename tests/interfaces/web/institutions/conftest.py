"""A union that people are invited to."""

import pytest

from commonweal.interfaces import limits
from tests.builders import an_institution, day, founder_of
from tests.clock import stopped
from tests.interfaces.web.visitors import members


@pytest.fixture
def union(monkeypatch):
    """Give a union, its founder and another member; nobody has tried a code yet."""
    limits.forget()
    institution = an_institution()
    (ben,) = members(institution, "Ben", at=day(0))
    stopped(monkeypatch, day(1))
    return institution, founder_of(institution), ben


def at(institution, page=""):
    return f"/i/{institution.address}/{page}"


def text_of(answer):
    return answer.content.decode()
