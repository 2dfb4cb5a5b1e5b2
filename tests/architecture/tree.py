"""Reading the tree: its files, parsed once, and how a fault in one is named."""

import ast
from functools import cache
from pathlib import Path

PACKAGE = Path("src", "commonweal")

type Function = ast.FunctionDef | ast.AsyncFunctionDef


def package_files(root: Path, *folders: str) -> list[Path]:
    """List our own modules under `folders` of the package; all of it if none."""
    tops = [root / PACKAGE / folder for folder in folders] or [root / PACKAGE]
    return [path for top in tops for path in _modules(top)]


def all_files(root: Path) -> list[Path]:
    """List every module we wrote: the package, its commands, tests and benchmarks."""
    tops = [root / PACKAGE, root / "bin", root / "tests", root / "benchmarks"]
    return [path for top in tops for path in _modules(top)]


def _modules(top: Path) -> list[Path]:
    return [
        path
        for path in sorted(top.rglob("*.py"))
        # Django writes migrations, and writes them its own way.
        if "migrations" not in path.relative_to(top).parts
    ]


def nodes(path: Path) -> tuple[ast.AST, ...]:
    """List all that a module is made of, itself first."""
    return _nodes(path, path.stat().st_mtime_ns)


@cache
def _nodes(path: Path, _changed_at: int) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(path.read_text(), filename=str(path))))


def functions(path: Path) -> tuple[Function, ...]:
    """Find the functions and methods of a module, nested ones too."""
    return _functions(path, path.stat().st_mtime_ns)


@cache
def _functions(path: Path, changed_at: int) -> tuple[Function, ...]:
    return tuple(
        node
        for node in _nodes(path, changed_at)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )


def fault(root: Path, path: Path, line: int, what: str) -> str:
    """Name a fault so that an editor can jump to it."""
    return f"{path.relative_to(root)}:{line}: {what}"


def literal(node: ast.AST | None) -> str | None:
    """Give the text a node writes out, or None if it is anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return None


def called(node: ast.Call) -> str:
    """Name what is called, with one step of where it comes from: `timezone.now`."""
    if isinstance(node.func, ast.Attribute):
        owner = node.func.value
        before = owner.id if isinstance(owner, ast.Name) else getattr(owner, "attr", "")
        return f"{before}.{node.func.attr}"
    return node.func.id if isinstance(node.func, ast.Name) else ""
