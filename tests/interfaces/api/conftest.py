"""Given a program: a client with a token of somebody, a clock that stands still."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.journal.models import Line
from commonweal.foundation.nodes import queries as node_queries
from commonweal.foundation.people.models import Person
from commonweal.foundation.tokens import access, actions
from commonweal.interfaces import limits
from tests.builders import an_institution, day, founder_of
from tests.clock import Clock, stopped


@pytest.fixture(autouse=True)
def _fresh_memory() -> Iterator[None]:
    """Forget what one process remembers: tries at doors, and which node this is."""
    limits.forget()
    node_queries.forget_this_node()
    yield
    node_queries.forget_this_node()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Stop the clock that programs meet at day 1; `clock.at = day(3)` moves it."""
    return stopped(monkeypatch, day(1))


@dataclass
class Program:
    """A program that asks in somebody's name, or in nobody's."""

    code: str = ""
    language: str = "en"
    client: Client = field(default_factory=Client)

    def ask(self, method: str, path: str, body: object = None, **headers: str) -> Any:
        """Ask, with JSON where something is sent."""
        said = {"accept-language": self.language, **headers}
        if self.code:
            said["authorization"] = f"Bearer {self.code}"
        sent = {} if body is None else {"data": body}
        return self.client.generic(
            method,
            "/api" + path,
            headers={name.replace("_", "-"): value for name, value in said.items()},
            **_as_json(sent),
        )

    def get(self, path: str, **headers: str) -> Any:
        """Ask for something."""
        return self.ask("GET", path, **headers)

    def post(self, path: str, body: object = None, **headers: str) -> Any:
        """Ask for a deed."""
        return self.ask("POST", path, body, **headers)


def program_of(
    somebody: Person | Member, *scopes: str, name: str = "A program"
) -> Program:
    """Give a program with a token for these scopes, or for all there are."""
    person = somebody.person if isinstance(somebody, Member) else somebody
    assert person is not None
    made = actions.make_token(
        person, name=name, scopes=scopes or access.SCOPES, days=90, at=day(0)
    )
    return Program(made.code)


@pytest.fixture
def union(db: None) -> Institution:
    """Give an institution whose founder is Asha."""
    return an_institution()


@pytest.fixture
def asha(union: Institution) -> Program:
    """Give a program of its founder."""
    return program_of(founder_of(union))


@pytest.fixture
def here(union: Institution) -> str:
    """Say where it stands."""
    return f"/institutions/{union.address}"


def told(answer: Any, status: int = 200) -> Any:
    """Give what was answered, which has to be what was expected."""
    assert answer.status_code == status, answer.content.decode()
    return answer.json()


def did(institution: Institution) -> list[str]:
    """List what was done in an institution, by the journal."""
    lines = Line.objects.filter(institution=institution).order_by("number")
    return list(lines.values_list("deed", flat=True))


def until_the_vote(program: Program, one: str, clock: Clock) -> None:
    """Let time pass until the vote on a proposal is open."""
    view = told(program.get(one))
    while view["stage"] != "deciding":
        moments = [moment(each) for each in view["moments"].values() if each]
        clock.at = min(each for each in moments if each > clock.at)
        view = told(program.get(one))


def moment(text: str) -> datetime:
    """Read a moment as programs are told it."""
    return datetime.fromisoformat(text)


def an_office(program: Program, here: str) -> str:
    """Name an office of the charter."""
    return str(told(program.get(here + "/charter"))["offices"][0]["id"])


def _as_json(sent: dict[str, object]) -> dict[str, Any]:
    if not sent:
        return {}
    client = Client()
    return {
        "data": client._encode_json(sent["data"], "application/json"),
        "content_type": "application/json",
    }
