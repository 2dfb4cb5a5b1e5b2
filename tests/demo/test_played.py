"""The demo writes nothing by itself: it is played as members would."""

import ast
from pathlib import Path

from commonweal import demo


def test_it_is_played_through_actions_alone():
    writes = {"save", "create", "bulk_create", "update", "delete", "get_or_create"}
    calls = {
        f"{path.name}: {node.func.attr}"
        for path in Path(demo.__path__[0]).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if node.func.attr in writes
    }

    assert not calls
