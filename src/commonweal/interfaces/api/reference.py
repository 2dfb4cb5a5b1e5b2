"""What programs can ask for, as a page for people and as a file for programs."""

import json
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from commonweal.interfaces.api.assembly import API


@require_safe
def description(_request: HttpRequest) -> HttpResponse:
    """Give the description of the API, the same on every node of this version."""
    return HttpResponse(described(), content_type="application/json; charset=utf-8")


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show what can be asked, one operation after another, without any script."""
    return render(request, "api/reference.html", {"subjects": _subjects()})


@cache
def described() -> str:
    """Write the description out, in an order that does not change by chance."""
    told = API.get_openapi_schema()
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n"


@cache
def _subjects() -> dict[str, list[dict[str, Any]]]:
    told = json.loads(described())
    subjects: dict[str, list[dict[str, Any]]] = {}
    for path, methods in told["paths"].items():
        for method, one in methods.items():
            [tag] = one["tags"]
            subjects.setdefault(tag, []).append(_line(path, method.upper(), one, told))
    return subjects


def _line(
    path: str, method: str, one: dict[str, Any], told: dict[str, Any]
) -> dict[str, Any]:
    body = one.get("requestBody", {}).get("content", {}).get("application/json", {})
    return {
        "id": one["operationId"],
        "method": method,
        "path": path,
        "summary": one["summary"],
        "scope": one["x-scope"],
        "needs_key": {} not in one["security"],
        "query": [p["name"] for p in one["parameters"] if p["in"] == "query"],
        "fields": _fields(body.get("schema"), told),
    }


def _fields(
    schema: dict[str, Any] | None, told: dict[str, Any]
) -> list[tuple[str, bool]]:
    """List what is filled in, and whether it must be."""
    if not schema:
        return []
    # What may be left out whole is described as a shape or nothing.
    whole = schema.get("anyOf", [schema])
    name = whole[0]["$ref"].rpartition("/")[2]
    shape = told["components"]["schemas"][name]
    needed = shape.get("required", ()) if len(whole) == 1 else ()
    return [(one, one in needed) for one in shape["properties"]]
