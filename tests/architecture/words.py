"""Every sentence has words, all its facts, and somebody who says it."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.architecture.tree import (
    PACKAGE,
    called,
    fault,
    literal,
    nodes,
    package_files,
)

# What the journal says of a deed stands under this and the deed's name.
LINE = "journal."
# A computed text with hardly a letter written out could be anything.
TELLING = re.compile("[a-z.]{3}")
WORD = re.compile(r"[a-z]\w{4,}")
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
    """Find words in a table that no code names, whole or as a computed text."""
    literals, patterns = _texts(root)
    return [
        fault(root, *places[0], f"nobody says “{id_}”")
        for id_, places in tables(root).places.items()
        if not {id_, id_.removeprefix(LINE)} & literals
        and not any(pattern.fullmatch(id_) for pattern in patterns)
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


def _texts(root: Path) -> tuple[set[str], list[re.Pattern[str]]]:
    """Collect every text in code and templates, and what computed ids can look like."""
    literals: set[str] = set()
    patterns: set[str] = set()
    for path in package_files(root):
        here = _literals(path)
        computed = {
            _pattern(node) for node in nodes(path) if isinstance(node, ast.JoinedStr)
        }
        literals |= here
        patterns |= {each for each in computed if TELLING.search(each)}
        if any("_" in each for each in computed):
            # All of it is computed, but what it begins with stands close by.
            patterns |= {rf"{text}_\w+" for text in here if WORD.fullmatch(text)}
    for path in sorted((root / PACKAGE).rglob("*.html")):
        literals.update(re.findall(r"""["'](\w+)["']""", path.read_text()))
    return literals, [re.compile(text) for text in patterns]


def _literals(path: Path) -> set[str]:
    """Collect the texts of a module, but for the ids its own tables give words to."""
    keys = {
        id(key)
        for node in nodes(path)
        if isinstance(node, ast.Dict)
        for key, value in zip(node.keys, node.values, strict=True)
        if _is_words(value)
    }
    return {
        text for node in nodes(path) if id(node) not in keys if (text := literal(node))
    }


def _pattern(computed: ast.JoinedStr) -> str:
    """Give what a computed id can look like: its fixed parts, words between them."""
    fixed = [literal(part) for part in computed.values]
    return "".join(r"\w+" if part is None else re.escape(part) for part in fixed)
