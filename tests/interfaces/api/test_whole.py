"""What the pages do programs can do too, or it is said why it is left to people."""

import json
import re
from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

from commonweal.interfaces.api.reference import described
from tests.machine import ROOT

TABLE = ROOT / "docs" / "reference" / "api.md"
ROW = re.compile(r"^\| `(\w+:\w+)` \| (.+) \|$", re.MULTILINE)


def pages(under: URLResolver, space: str = "") -> Iterator[str]:
    """Name every address of the pages."""
    for one in under.url_patterns:
        if isinstance(one, URLResolver):
            yield from pages(one, one.namespace or space)
        elif isinstance(one, URLPattern):
            yield f"{space}:{one.name}"


def rows() -> dict[str, str]:
    """Read the table of the reference: what is said of each page."""
    return dict(ROW.findall(TABLE.read_text(encoding="utf-8")))


def test_every_page_has_an_operation_or_a_reason():
    there = set(pages(get_resolver()))

    assert there - rows().keys() == set(), "say in docs/reference/api.md how or why not"
    assert rows().keys() - there == set()


def test_every_operation_that_is_named_is_there():
    told = json.loads(described())["paths"].values()
    operations = {one["operationId"] for methods in told for one in methods.values()}
    named = {name for said in rows().values() for name in re.findall(r"`(\w+)`", said)}

    assert named - operations == set()


def test_every_operation_stands_in_for_a_page_or_is_of_use_to_programs_alone():
    told = json.loads(described())["paths"].values()
    operations = {one["operationId"] for methods in told for one in methods.values()}
    named = {name for said in rows().values() for name in re.findall(r"`(\w+)`", said)}

    assert operations - named == {"explain_problem"}
