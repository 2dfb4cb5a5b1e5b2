"""The checklist of what is asked of the program names tests that are there."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CHECKLIST = ROOT / "docs" / "reference" / "asvs.md"
TRIED = ROOT / "docs" / "reference" / "tried.md"
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
ROW = re.compile(r"^\| (?!number|---)([^|]*) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)


def named_in(file: str) -> set[str]:
    """Name the tests that stand in a file."""
    path = ROOT / file
    if not path.exists():
        return set()
    nodes = ast.walk(ast.parse(path.read_text()))
    return {one.name for one in nodes if isinstance(one, ast.FunctionDef)}


def rows() -> list[tuple[str, str, str]]:
    """Read the lines of the checklist."""
    return ROW.findall(CHECKLIST.read_text())


@pytest.mark.parametrize("page", [CHECKLIST, TRIED], ids=lambda one: one.stem)
def test_every_test_it_names_is_there(page):
    missing = [
        f"{file}::{name}"
        for file, name in NAMED.findall(page.read_text())
        if name not in named_in(file)
    ]

    assert not missing


def test_every_line_names_a_test_or_says_why_not():
    without = [
        (number, what)
        for number, what, held in rows()
        if not NAMED.search(held)
        and not re.search(r"(does not apply|not met): \w+", held)
    ]

    assert not without


def test_a_test_that_is_not_there_would_be_missed():
    """Or nothing above would prove anything."""
    here = "tests/project/test_checklist.py"

    assert "test_that_nobody_wrote" not in named_in(here)
    assert "test_every_test_it_names_is_there" in named_in(here)
    assert len(rows()) > 80
