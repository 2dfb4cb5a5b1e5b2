"""How long, how deep, how wide: what keeps a module readable in one sitting."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from tests.architecture.tree import (
    Function,
    all_files,
    fault,
    functions,
    nodes,
    package_files,
)

MODULE_LINES = 300
FUNCTION_LINES = 40
COMPLEXITY = 8
ARGUMENTS = 6

BRANCHES = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler)


def long_modules(root: Path) -> list[str]:
    """Find modules of more than 300 lines."""
    return [
        fault(root, path, lines, f"{lines} lines; a module has at most {MODULE_LINES}")
        for path in all_files(root)
        if (lines := len(path.read_text().splitlines())) > MODULE_LINES
    ]


def long_functions(root: Path) -> list[str]:
    """Find functions of more than 40 lines, counted without decorators."""
    return [
        fault(root, path, function.lineno, f"{function.name} has {lines} lines")
        for path, function in _own_functions(root)
        if (lines := (function.end_lineno or 0) - function.lineno + 1) > FUNCTION_LINES
    ]


def tangled_functions(root: Path) -> list[str]:
    """Find functions with more than 8 ways through them."""
    return [
        fault(root, path, function.lineno, f"{function.name} has {ways} ways through")
        for path, function in _own_functions(root)
        if (ways := complexity(function)) > COMPLEXITY
    ]


def complexity(function: Function) -> int:
    """Count one way through a function and one more for every branch in it."""
    inside = list(ast.walk(function))
    branches = sum(isinstance(node, BRANCHES) for node in inside)
    cases = sum(len(node.cases) for node in inside if isinstance(node, ast.Match))
    return 1 + branches + cases


def wide_functions(root: Path) -> list[str]:
    """Find functions that ask for more than 6 things."""
    return [
        fault(root, path, function.lineno, f"{function.name} takes {count} arguments")
        for path, function in _own_functions(root)
        if (count := len(named_arguments(function))) > ARGUMENTS
    ]


def named_arguments(function: Function) -> list[str]:
    """List what a function asks for, itself left out."""
    every = [
        *function.args.posonlyargs,
        *function.args.args,
        *function.args.kwonlyargs,
    ]
    return [each.arg for each in every if each.arg not in {"self", "cls"}]


def shapeless_arguments(root: Path) -> list[str]:
    """Find `*args` and `**kwargs`: stars that say neither what nor of which type.

    `*verdicts: Verdict` and `**facts: Fact` say both, and are let through.
    """
    return [
        fault(root, path, star.lineno, f"{function.name} takes whatever comes")
        for path, function in _own_functions(root)
        for star in (function.args.vararg, function.args.kwarg)
        if star and (star.arg in {"args", "kwargs"} or _says_nothing(star.annotation))
    ]


def _says_nothing(annotation: ast.expr | None) -> bool:
    return annotation is None or (
        isinstance(annotation, ast.Name) and annotation.id in {"Any", "object"}
    )


def hidden_imports(root: Path) -> list[str]:
    """Find imports inside functions, which hide what a module leans on."""
    return [
        fault(root, path, node.lineno, f"{function.name} imports inside itself")
        for path in all_files(root)
        # A program that runs other people's code loads only the one it was asked for.
        if not path.name.startswith("peer_") and _has_indented_import(path)
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]


def _has_indented_import(path: Path) -> bool:
    """Say whether a module has an import that may stand inside a function."""
    imports = (ast.Import, ast.ImportFrom)
    return any(isinstance(one, imports) and one.col_offset for one in nodes(path))


def relative_imports(root: Path) -> list[str]:
    """Find imports that do not say from where."""
    return [
        fault(root, path, node.lineno, "a relative import")
        for path in all_files(root)
        for node in nodes(path)
        if isinstance(node, ast.ImportFrom) and node.level
    ]


def untold_modules(root: Path) -> list[str]:
    """Find modules that do not open with what they are for."""
    return [
        fault(root, path, 1, "opens without saying what it is for")
        for path in package_files(root)
        if path.read_text().strip()
        and not ast.get_docstring(cast(ast.Module, nodes(path)[0]))
    ]


def _own_functions(root: Path) -> Iterator[tuple[Path, Function]]:
    for path in all_files(root):
        if "tests" not in path.relative_to(root).parts:
            for function in functions(path):
                yield path, function
