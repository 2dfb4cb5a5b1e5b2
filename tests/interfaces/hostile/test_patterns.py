"""No text makes a pattern of ours work for long: each is tried against texts made to.

A pattern that looks again at what it has seen takes four times as long for twice the
text. All that stand in the source are read from it, and each is given thousands of
letters of the sorts that it looks for, with an end that spoils the match.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

import pytest

import commonweal

ROOT = Path(commonweal.__file__).parent
LONG = 8_000
# A pattern that looks once takes a thousandth of it; one that looks again, ten times.
ALLOWED_S = 0.08
# What only whoever translates us runs, on catalogues of our own.
OURS_ALONE = {"translations.py"}
CALLS = ("match", "search", "fullmatch", "sub", "split", "findall", "finditer")
ENDS = ("", "\x00")
IMPORTED = "import re\n"
ASKED = re.compile(rf"\b([A-Z_][A-Z0-9_]*)\s*\.({'|'.join(CALLS)})\b")


class Found(NamedTuple):
    """A pattern in the source, and how it is asked there."""

    where: str
    pattern: re.Pattern[str]
    calls: frozenset[str]

    @property
    def id(self) -> str:
        """Name it by where it stands."""
        return self.where


def patterns() -> list[Found]:
    """Read every pattern from the source, but those that read our own catalogues."""
    texts = {
        str(file.relative_to(ROOT)): file.read_text()
        for file in sorted(ROOT.rglob("*.py"))
        if file.name not in OURS_ALONE
    }
    # Each run begins with this, in every process: only what has a pattern is read.
    trees = {file: ast.parse(text) for file, text in texts.items() if IMPORTED in text}
    asked = _asked_by_name(texts.values())
    return [
        found
        for file, tree in trees.items()
        for node in ast.walk(tree)
        if (found := _pattern(node, file, asked))
    ]


def _pattern(node: ast.AST, file: str, asked: dict[str, set[str]]) -> Found | None:
    """Read a pattern that is given a name, or one that is asked on the spot."""
    match node:
        case ast.Assign(
            targets=[ast.Name(id=name)],
            value=ast.Call(func=ast.Attribute(ast.Name("re"), "compile"), args=args),
        ):
            return Found(f"{file}:{name}", _compiled(args), frozenset(asked[name]))
        case ast.Call(func=ast.Attribute(ast.Name("re"), call), args=[said, *_]) if (
            call in CALLS
        ):
            where = f"{file}:{node.lineno}"
            return Found(where, _compiled([said]), frozenset({call}))
        case _:
            return None


def _compiled(args: list[ast.expr]) -> re.Pattern[str]:
    said, *flags = (ast.unparse(one) for one in args)
    call = f"re.compile({', '.join([said, *flags])})"
    compiled: re.Pattern[str] = eval(call, {"re": re})
    return compiled


def _asked_by_name(texts: Iterable[str]) -> dict[str, set[str]]:
    """Find for each name in capitals in what ways something of that name is asked."""
    asked: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        for name, call in ASKED.findall(text):
            asked[name].add(call)
    return asked


def hostile(pattern: re.Pattern[str]) -> Iterator[str]:
    """Give texts of the letters it looks for, each repeated, after each beginning."""
    letters = set(_written(pattern.pattern)) | set(" a1\n,")
    pumps = [*sorted(letters), "a ", "1 ", '""', "of ", "a.", "/*", "{}", "a-"]
    starts = ["", "1 of a", "#A", "1:", "[a", '"', "/*", "a@", "<h", "{", "1.", "a"]
    for start in starts:
        for pump in pumps:
            for end in ENDS:
                yield start + pump * (LONG // len(pump)) + end


def took(pattern: re.Pattern[str], call: str, text: str) -> float:
    """Say how long the processor was busy with it."""
    if isinstance(pattern.pattern, bytes):
        return _took(pattern, call, text.encode("latin-1", "replace"))
    return _took(pattern, call, text)


def _written(pattern: str | bytes) -> str:
    return pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern


def _took(pattern: re.Pattern[Any], call: str, text: str | bytes) -> float:
    begun = process_time()
    if call == "sub":
        pattern.sub(lambda found: text[:0], text)
    elif call == "finditer":
        list(pattern.finditer(text))
    else:
        getattr(pattern, call)(text)
    return process_time() - begun


@pytest.mark.parametrize("found", patterns())
def test_no_text_keeps_a_pattern_busy(found):
    slow = [
        (call, text[:12], len(text))
        for text in hostile(found.pattern)
        for call in found.calls
        if took(found.pattern, call, text) > ALLOWED_S
        # Once more, should the machine have been busy with something else.
        and took(found.pattern, call, text) > ALLOWED_S
    ]

    assert not slow


def test_a_pattern_that_looks_again_is_seen():
    pattern = re.compile(r"\s*(.+?)\s*$")

    assert any(took(pattern, "match", text) > ALLOWED_S for text in hostile(pattern))
