"""The tables that join the parts: what a decision sets in motion, what falls due."""

import ast
import inspect
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from django.utils.module_loading import import_string

from commonweal.foundation.institutions.effect import Effect
from tests.architecture.tree import PACKAGE, fault, nodes

EFFECT = ("institution", {"terms", "decision", "at"})
DUTY = ["at", "institution"]
NO_TABLES = ("Choices", "Manager", "QuerySet", "Protocol", "NamedTuple", "Enum")


def wrong_effects(effects: Mapping[str, str]) -> list[str]:
    """Find effects that are not there, or cannot be called as decisions call them.

    A deed is called `(institution, *, terms, decision, at)`; its check takes
    `(institution, terms, at)`, in this order. Each has a name for charters to print.
    """
    return [found for name, place in effects.items() for found in _faults(name, place)]


def _faults(name: str, place: str) -> list[str]:
    try:
        effect: Effect = import_string(place)
    except ImportError as error:
        return [f"{name}: {error}"]
    fits = {
        "its deed": _is_deed(inspect.signature(effect.carry_out)),
        "its check": _is_check(inspect.signature(effect.check)),
        "its name for charters": f"effect_{name}" in effect.words,
        "its words": all(id_.startswith(f"effect_{name}") for id_ in effect.words),
    }
    return [
        f"{name}: {what} does not fit" for what, is_fit in fits.items() if not is_fit
    ]


def wrong_duties(duties: Iterable[str]) -> list[str]:
    """Find duties that are not there, or are not `(at, institution=None)`."""
    return [found for place in duties for found in _wrong(place, place, _is_duty)]


def _wrong(
    name: str, place: str, fits: Callable[[inspect.Signature], bool]
) -> list[str]:
    try:
        signature = inspect.signature(import_string(place))
    except ImportError as error:
        return [f"{name}: {error}"]
    return [] if fits(signature) else [f"{name}: {place}{signature} does not fit"]


def _is_deed(signature: inspect.Signature) -> bool:
    first, *others = signature.parameters.values()
    return (first.name, {other.name for other in others}) == EFFECT and all(
        other.kind is inspect.Parameter.KEYWORD_ONLY for other in others
    )


def _is_check(signature: inspect.Signature) -> bool:
    return list(signature.parameters) == ["institution", "terms", "at"]


def _is_duty(signature: inspect.Signature) -> bool:
    given = signature.parameters
    return list(given) == DUTY and given["institution"].default is None


def models_without_meaning(root: Path) -> list[str]:
    """Find models that the glossary does not explain, each in its own row."""
    glossary = (root / "docs" / "glossary.md").read_text()
    return [
        fault(root, path, node.lineno, f"`{node.name}` is not in docs/glossary.md")
        for path in sorted((root / PACKAGE).rglob("*.py"))
        if "models" in {path.stem, path.parent.name}
        for node in nodes(path)
        if isinstance(node, ast.ClassDef) and _is_model(node)
        if f"`{node.name}`" not in glossary
    ]


def _is_model(node: ast.ClassDef) -> bool:
    bases = {ast.unparse(base).rpartition(".")[2] for base in node.bases}
    is_table = bool(bases) and not any(base.endswith(NO_TABLES) for base in bases)
    return is_table and not _is_abstract(node)


def _is_abstract(node: ast.ClassDef) -> bool:
    return any(
        isinstance(part, ast.Assign)
        and ast.unparse(part.targets[0]) == "abstract"
        and ast.unparse(part.value) == "True"
        for meta in node.body
        if isinstance(meta, ast.ClassDef) and meta.name == "Meta"
        for part in meta.body
    )


def forked_migrations(root: Path) -> list[str]:
    """Find migrations with a number that another of the same subject has.

    Two branches that each add one make a fork, and no database could be set up.
    """
    faults = []
    seen: set[tuple[Path, str]] = set()
    for path in sorted((root / PACKAGE).rglob("migrations/[0-9]*.py")):
        place = (path.parent, path.name.partition("_")[0])
        if place in seen:
            faults.append(fault(root, path, 1, "another migration has this number"))
        seen.add(place)
    return faults
