"""The small ways in which a module is broken: each mutant is changed in one place."""

import ast
import copy
from collections.abc import Iterator
from typing import NamedTuple

COMPARED = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
RECKONED = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult, ast.Mod: ast.FloorDiv, ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}  # fmt: skip
SWAPPED = {"min": "max", "max": "min", "any": "all", "all": "any"}


class Mutant(NamedTuple):
    """A module with one change: where it is, what it was and what it became."""

    function: str
    was: str
    became: str
    tree: ast.Module

    @property
    def told(self) -> str:
        """Say what was changed, in a form that outlives other changes."""
        return f"{self.function}: `{self.was}` → `{self.became}`"


def mutants(source: str) -> Iterator[Mutant]:
    """Make every mutant of a module, leaving its texts and its assertions alone."""
    tree = ast.parse(source)
    places = [(name, node) for name, node in _inside(tree) if list(_changes(node))]
    for number, (name, node) in enumerate(places):
        for which in range(len(list(_changes(node)))):
            changed = copy.deepcopy(tree)
            there = [n for _, n in _inside(changed) if list(_changes(n))][number]
            new = list(_changes(there))[which]
            was = ast.unparse(node)
            _replace(changed, there, new)
            yield Mutant(name, _short(was), _short(ast.unparse(new)), changed)


def _inside(tree: ast.AST, name: str = "") -> Iterator[tuple[str, ast.AST]]:
    """Walk whatever is reckoned, with the name of the function around it."""
    shape = getattr(tree, "decorator_list", [])
    for child in ast.iter_child_nodes(tree):
        told = isinstance(child, ast.Assert | ast.arguments | ast.AnnAssign)
        # `strict` of a `zip` only asserts.
        told |= isinstance(child, ast.keyword) and child.arg == "strict"
        if told or child in shape:
            continue
        inner = name
        if isinstance(child, ast.FunctionDef | ast.ClassDef):
            inner = f"{name}.{child.name}".strip(".")
        if inner:
            yield inner, child
        yield from _inside(child, inner)


def _changes(node: ast.AST) -> Iterator[ast.expr | ast.stmt]:
    """Give what one place may become."""
    yield from _reckoned_otherwise(node)
    yield from _decided_otherwise(node)


def _reckoned_otherwise(node: ast.AST) -> Iterator[ast.expr]:
    match node:
        case ast.BinOp(op=op) if type(op) in RECKONED and not _is_text(node):
            yield _with(node, op=RECKONED[type(op)]())
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            yield operand
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(value=int(value)):
            yield ast.Constant(value + 1)
        case ast.Call(func=ast.Name(id=name)) if name in SWAPPED:
            yield _with(node, func=ast.Name(SWAPPED[name], ast.Load()))


def _decided_otherwise(node: ast.AST) -> Iterator[ast.expr | ast.stmt]:
    match node:
        case ast.Compare(ops=[op]) if type(op) in COMPARED:
            yield _with(node, ops=[COMPARED[type(op)]()])
        case ast.BoolOp(op=op):
            yield _with(node, op=ast.Or() if isinstance(op, ast.And) else ast.And())
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test):
            if not isinstance(test, ast.Compare | ast.BoolOp | ast.UnaryOp):
                yield _with(node, test=ast.UnaryOp(ast.Not(), test))
        case ast.Break() | ast.Continue():
            yield ast.Continue() if isinstance(node, ast.Break) else ast.Break()


def _with(node: ast.AST, **fields: object) -> ast.expr:
    made = copy.copy(node)
    for name, value in fields.items():
        setattr(made, name, value)
    return made  # type: ignore[return-value]


def _is_text(node: ast.BinOp) -> bool:
    return any(
        isinstance(side, ast.JoinedStr)
        or (isinstance(side, ast.Constant) and isinstance(side.value, str))
        for side in (node.left, node.right)
    )


def _replace(tree: ast.AST, old: ast.AST, new: ast.AST) -> None:
    for parent in ast.walk(tree):
        for name, value in ast.iter_fields(parent):
            if value is old:
                setattr(parent, name, ast.copy_location(new, old))
            elif isinstance(value, list) and any(one is old for one in value):
                at = next(i for i, one in enumerate(value) if one is old)
                value[at] = ast.copy_location(new, old)
    ast.fix_missing_locations(tree)


def _short(code: str) -> str:
    line = code.partition("\n")[0].rstrip(":")
    return line if len(line) <= 70 else line[:69] + "…"
