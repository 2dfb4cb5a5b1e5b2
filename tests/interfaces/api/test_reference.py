"""The description of the API is fresh, true, and can be read as a page.

With COMMONWEAL_WRITE_REFERENCE=1 it is written anew instead.
"""

import json
import os
import re

import pytest
from django.test import Client

from commonweal.foundation.tokens.access import SCOPES
from commonweal.interfaces.api.reference import described
from tests.machine import ROOT

REFERENCE = ROOT / "docs" / "reference" / "openapi.json"


def operations():
    """List the operations as they are described."""
    told = json.loads(described())
    return [one for methods in told["paths"].values() for one in methods.values()]


def test_the_description_in_the_reference_is_fresh():
    if os.environ.get("COMMONWEAL_WRITE_REFERENCE"):
        REFERENCE.write_text(described(), encoding="utf-8")

    assert REFERENCE.read_text(encoding="utf-8") == described()


@pytest.mark.django_db
def test_a_node_gives_the_description_of_its_own_api():
    answer = Client().get("/api/openapi.json")

    assert answer.headers["Content-Type"].startswith("application/json")
    assert answer.json()["openapi"].startswith("3.1")


def test_each_operation_is_named_once_and_said_in_a_sentence():
    told = operations()

    names = [one["operationId"] for one in told]
    assert len(set(names)) == len(names)
    assert all(one["summary"].endswith(".") for one in told)


def test_what_is_sent_is_an_object_with_these_fields_and_no_others():
    told = json.loads(described())
    bodies = [
        one["requestBody"]["content"]["application/json"]["schema"]
        for one in operations()
        if "requestBody" in one
    ]
    names = {
        name for body in bodies for name in re.findall(r"schemas/(\w+)", str(body))
    }

    shapes = [told["components"]["schemas"][name] for name in names]
    assert len(shapes) >= 20
    assert all(one["additionalProperties"] is False for one in shapes)


def test_each_scope_opens_something():
    assert {one["x-scope"] for one in operations()} == set(SCOPES)


@pytest.mark.django_db
def test_the_page_shows_every_operation_and_asks_nobody_else_for_anything():
    page = Client().get("/api/").content.decode()

    assert all(f'id="{one["operationId"]}"' in page for one in operations())
    assert "<script" not in page
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', page)
