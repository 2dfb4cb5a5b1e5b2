"""Every sentence has words, all its facts, and somebody who says it."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.architecture.tree import called, fault, literal, nodes, package_files

# What the journal says of a deed stands under this and the deed's name.
LINE = "journal."
NAMED_FACT = re.compile(r"\{(\w+)[^}]*\}")


@dataclass
class Said:
    """One place where a sentence is named; `facts` is None where they are computed."""

    path: Path
    line: int
    id: str
    facts: set[str] | None


@dataclass
class Tables:
    """All words of the project, and where each stands."""

    words: dict[str, set[str]] = field(default_factory=dict)
    places: dict[str, list[tuple[Path, int]]] = field(default_factory=dict)


def sentences_without_words(root: Path) -> list[str]:
    """Find sentences that are named in code and stand in no table."""
    words = tables(root).words
    return [
        fault(root, said.path, said.line, f"no words for “{said.id}”")
        for said in sayings(root)
        if said.id not in words
    ]


def words_without_facts(root: Path) -> list[str]:
    """Find sentences said without a fact that their words name."""
    words = tables(root).words
    return [
        fault(root, said.path, said.line, f"“{said.id}” lacks {', '.join(missing)}")
        for said in sayings(root)
        if said.facts is not None
        if (missing := sorted(words.get(said.id, set()) - said.facts))
    ]


def words_nobody_says(root: Path) -> list[str]:
    """Find words in a table that no code names, whole or by how it begins."""
    known = tables(root)
    literals, beginnings = _texts(root)
    return [
        fault(root, *places[0], f"nobody says “{id_}”")
        for id_, places in known.places.items()
        if not {id_, id_.removeprefix(LINE)} & literals
        and not id_.startswith(tuple(beginnings))
    ]


def words_said_twice(root: Path) -> list[str]:
    """Find ids that stand in two tables."""
    return [
        fault(root, *place, f"“{id_}” has words elsewhere too")
        for id_, places in tables(root).places.items()
        for place in places[1:]
    ]


def tables(root: Path) -> Tables:
    """Collect what stands in dictionaries as `"id": N_("…")` or `NP_("…", "…")`."""
    known = Tables()
    for path in package_files(root):
        for node in nodes(path):
            if not isinstance(node, ast.Dict):
                continue
            for key, value in zip(node.keys, node.values, strict=True):
                id_ = literal(key)
                if id_ is not None and key is not None and _is_words(value):
                    known.words[id_] = _facts_named(value)
                    known.places.setdefault(id_, []).append((path, key.lineno))
    return known


def _is_words(value: ast.expr) -> bool:
    return isinstance(value, ast.Call) and called(value) in {"N_", "NP_"}


def _facts_named(value: ast.expr) -> set[str]:
    texts = [literal(part) or "" for part in ast.walk(value)]
    return {name for text in texts for name in NAMED_FACT.findall(text)}


def sayings(root: Path) -> Iterator[Said]:
    """Find where code names a sentence: a refusal, a line of the journal, a text."""
    for path in package_files(root):
        for node in nodes(path):
            if isinstance(node, ast.Call) and node.args:
                id_ = literal(node.args[0])
                name = called(node).rpartition(".")[2]
                if id_ is None:
                    continue
                if name == "refused":
                    yield Said(path, node.lineno, id_, _keywords(node))
                elif name == "Sentence":
                    yield Said(path, node.lineno, id_, _second_argument(node))
                elif called(node) == "journal.record":
                    yield Said(path, node.lineno, LINE + id_, None)


def _keywords(call: ast.Call) -> set[str] | None:
    names = [keyword.arg for keyword in call.keywords]
    return None if None in names else {name for name in names if name}


def _second_argument(call: ast.Call) -> set[str] | None:
    if len(call.args) == 1 and not call.keywords:
        return set()
    given = call.args[1] if len(call.args) > 1 else call.keywords[0].value
    if not isinstance(given, ast.Dict):
        return None
    keys = [literal(key) for key in given.keys]
    return None if None in keys else {key for key in keys if key}


def _texts(root: Path) -> tuple[set[str], set[str]]:
    """Collect every text in code, and what computed texts begin with."""
    literals: set[str] = set()
    beginnings: set[str] = set()
    for path in package_files(root):
        tree = ast.parse(path.read_text())
        keys = {
            id(key)
            for node in ast.walk(tree)
            if isinstance(node, ast.Dict)
            for key, value in zip(node.keys, node.values, strict=True)
            if _is_words(value)
        }
        for node in ast.walk(tree):
            text = literal(node)
            if text and id(node) not in keys:
                literals.add(text)
            if isinstance(node, ast.JoinedStr) and (start := literal(node.values[0])):
                beginnings.add(start)
    return literals, {start for start in beginnings if re.fullmatch(r"\w+_", start)}
