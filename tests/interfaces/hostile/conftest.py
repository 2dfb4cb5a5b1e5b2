"""Given the hall in which every page has something to show, and its log."""

import io
import logging
import logging.config
from collections.abc import Iterator

import pytest
from django.conf import settings

from commonweal.foundation.backups import queries as backups
from commonweal.foundation.nodes import queries as node_queries
from commonweal.interfaces import limits
from commonweal.project.logs import TellsNobody
from tests.clock import stopped
from tests.interfaces.web.access.world import Hall, a_hall


@pytest.fixture(autouse=True)
def _fresh_memory() -> Iterator[None]:
    """Forget what one process remembers: tries at doors, and which node this is."""
    limits.forget()
    node_queries.forget_this_node()
    yield
    node_queries.forget_this_node()


@pytest.fixture
def hall(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hall]:
    """Give the hall, with the clock stopped when everything is asked."""
    made = a_hall()
    stopped(monkeypatch, made.at)
    backups.forget_restorations()
    yield made
    backups.forget_restorations()


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Give what this node would have written to its log."""
    written = io.StringIO()
    logging.config.dictConfig(settings.LOGGING)
    (console,) = (
        one
        for one in logging.getLogger().handlers
        if isinstance(one.formatter, TellsNobody)
    )
    assert isinstance(console, logging.StreamHandler)
    console.setStream(written)
    yield written
    logging.getLogger().removeHandler(console)
