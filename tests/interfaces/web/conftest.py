"""Given a browser without a browser: a client, a clock that stands still, a person."""

from collections.abc import Iterator

import pytest
from django.http import HttpResponse
from django.test import Client

from commonweal.foundation.institutions.models import Member
from commonweal.foundation.nodes import actions as nodes
from commonweal.foundation.nodes import queries as node_queries
from commonweal.foundation.people.models import Person
from commonweal.interfaces import limits
from tests.builders import day
from tests.clock import Clock, stopped
from tests.signing_in import sign_in


@pytest.fixture(autouse=True)
def _fresh_memory() -> Iterator[None]:
    """Forget what one process remembers: tries at doors, and which node this is."""
    limits.forget()
    node_queries.forget_this_node()
    yield
    node_queries.forget_this_node()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Stop the clock that pages read at day 1; `clock.at = day(3)` moves it."""
    return stopped(monkeypatch, day(1))


@pytest.fixture
def demo(db: None) -> None:
    """Let this node be a demo."""
    nodes.become_demo()


def browser_of(somebody: Person | Member | None) -> Client:
    """Give a browser in which somebody is signed in, or a stranger's."""
    client = Client()
    person = somebody.person if isinstance(somebody, Member) else somebody
    if person is not None:
        sign_in(client, person)
    return client


def page(answer: HttpResponse) -> str:
    """Give what a page says, however its lines are broken."""
    return " ".join(answer.content.decode().split())
