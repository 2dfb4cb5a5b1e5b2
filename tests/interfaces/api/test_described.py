"""What is described is what is answered: every operation, asked in every which way.

Schemathesis makes requests from the description, right ones and wrong ones, and holds
each answer against it. With `--long` it makes many more.
"""

import json
from copy import deepcopy
from typing import Any

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection, transaction
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.core.failures import FailureGroup

from commonweal.interfaces import limits
from commonweal.interfaces.api.reference import described
from tests.builders import A_KIND
from tests.clock import stopped
from tests.interfaces.api.conftest import program_of
from tests.interfaces.api.world import a_world

FEW, MANY = 6, 120
NAMES = [
    one["operationId"]
    for methods in json.loads(described())["paths"].values()
    for one in methods.values()
]


@pytest.fixture
def asked(request, db, monkeypatch):
    """Give what asks for one operation, as somebody who may do much, in a world."""
    if connection.vendor != "sqlite":
        # The door lets the connection go that the test's own transaction stands on.
        pytest.skip("asked on SQLite, in memory, where all share one connection")
    world = a_world()
    stopped(monkeypatch, world.at)
    schema = schemathesis.openapi.from_dict(_about(world))
    schema.app = WSGIHandler()
    code = program_of(world.hugo).code
    return schema, {"Authorization": f"Bearer {code}", "Accept-Encoding": "identity"}


def _about(world) -> dict[str, Any]:
    """Give the description with addresses of things that are there, and some not."""
    told = deepcopy(json.loads(described()))
    there = {
        "address": [world.hall.address, world.hidden.address, "nowhere-at-all"],
        "number": [1, 2, 3, 2_147_483_647],
        "call": [1, 2],
        "task": [1, 2],
        "whole": ["00000000-0000-0000-0000-000000000009"],
        "kind": [A_KIND, "no_such_kind"],
        "problem": ["not_there", "no_such_problem"],
    }
    for methods in told["paths"].values():
        for one in methods.values():
            for parameter in one["parameters"]:
                name = parameter["name"]
                if parameter["in"] == "path":
                    known = there.get(name) or [world.ids[name], world.ids["member"]]
                    parameter["schema"] = {"enum": known}
    return told


def test_each_operation_answers_as_it_is_described(asked, request):
    schema, headers = asked
    most = MANY if request.config.getoption("--long") else FEW

    wrongs = {name: _wrong(schema, name, headers, most) for name in NAMES}

    assert not any(wrongs.values()), "\n".join(filter(None, wrongs.values()))


def _wrong(schema, name: str, headers: dict[str, str], most: int) -> str:
    """Say what is wrong with the answers of one operation, if anything is."""
    operation = schema.find_operation_by_id(name)
    right, wrong = (
        operation.as_strategy(generation_mode=mode)
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)
    )

    @given(case=st.one_of(right, wrong))
    @settings(
        max_examples=most,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def ask(case):
        # What is too much is refused before anybody reads what is wrong in it.
        assume(len(json.dumps(case.body, default=str)) < 1_000_000)
        limits.forget()
        # Taken back at once, so that each is asked in the same world.
        with transaction.atomic():
            try:
                case.call_and_validate(headers=headers)
            finally:
                transaction.set_rollback(True)

    try:
        ask()
    except (Exception, FailureGroup) as failure:
        return f"{name}: {failure}"
    return ""
