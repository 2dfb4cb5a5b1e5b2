"""The API described for programs: OpenAPI 3.1, made from the operations themselves."""

import inspect
from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import REF_TEMPLATE, OpenAPISchema
from ninja.operation import Operation

from commonweal.foundation.tokens.access import LONGEST_KEY
from commonweal.interfaces.api.keys import Key
from commonweal.interfaces.api.problems import MEDIA_TYPE, TITLES
from commonweal.interfaces.api.schemas.common import Problem

DEEDS = frozenset({"POST", "PUT", "PATCH", "DELETE"})
SECURITY = "key"
REPEATS = {
    "in": "header",
    "name": "Idempotency-Key",
    "required": False,
    "schema": {
        "type": "string",
        "minLength": 8,
        "maxLength": LONGEST_KEY,
        "pattern": "^[!-~]+$",
    },
    "description": "Asked again within a day with the same key, a deed is done once.",
}
ANSWER_LANGUAGE = {
    "in": "header",
    "name": "Accept-Language",
    "required": False,
    "schema": {"type": "string"},
    "description": "The language of sentences in the answer, such as `es`.",
}


class Description(OpenAPISchema):
    """What can be asked, with the scope it needs and the problems it may meet."""

    def __init__(self, api: NinjaAPI, path_prefix: str) -> None:
        super().__init__(api, path_prefix)
        problem = Problem.model_json_schema(ref_template=REF_TEMPLATE)
        self.add_schema_definitions(problem.pop("$defs"))
        self.add_schema_definitions({"Problem": problem})

    def operation_details(self, operation: Operation) -> dict[str, Any]:
        """Tell an operation by the docstring of its function."""
        details: dict[str, Any] = super().operation_details(operation)
        told = inspect.getdoc(operation.view_func) or ""
        details["summary"], _, more = told.partition("\n\n")
        details.pop("description", None)
        if more:
            details["description"] = more
        details["parameters"].append(ANSWER_LANGUAGE)
        if DEEDS & set(operation.methods):
            details["parameters"].append(REPEATS)
        details["x-scope"] = _key(operation).scope
        return details

    def operation_security(self, operation: Operation) -> list[dict[str, list[str]]]:
        """Name the scope that is needed; where none is, say that strangers may ask."""
        key = _key(operation)
        self.securitySchemes[SECURITY] = dict(Key.openapi_security_schema)
        asked: list[dict[str, list[str]]] = [{SECURITY: [key.scope]}]
        return asked if key.is_needed else [*asked, {}]

    def responses(self, operation: Operation) -> dict[int, dict[str, Any]]:
        """Tell what is answered, and each problem that may stand in its place."""
        told: dict[int, dict[str, Any]] = super().responses(operation)
        for status in _problems(operation):
            told[status] = {"$ref": f"#/components/responses/Problem{status}"}
        return told

    def get_components(self) -> dict[str, Any]:
        """Tell the shapes, and once for all what a problem of each status is like."""
        schema = {"$ref": REF_TEMPLATE.format(model="Problem")}
        problems = {
            f"Problem{status}": {
                "description": title,
                "content": {MEDIA_TYPE: {"schema": schema}},
            }
            for status, title in TITLES.items()
        }
        return {**super().get_components(), "responses": problems}


def _key(operation: Operation) -> Key:
    [key] = operation.auth_callbacks
    assert isinstance(key, Key), "every operation says which key it asks for"
    return key


def _problems(operation: Operation) -> list[int]:
    sources = {model.__ninja_param_source__ for model in operation.models}
    is_deed = bool(DEEDS & set(operation.methods))
    return [
        *([400, 413, 415] if "body" in sources else []),
        *(401, 403, 404),
        *([409] if is_deed or "path" in sources else []),
        *(422, 429),
    ]
