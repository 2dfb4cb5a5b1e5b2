"""What the pages of all methods share: freshness, promises, and where a module is."""

import inspect
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.machine import ROOT

REFERENCE = ROOT / "docs" / "reference"


def stale_in(folder: str, written: Mapping[str, str]) -> list[str]:
    """List the files of a folder that are not as they would be written now.

    With COMMONWEAL_WRITE_REFERENCE=1 they are written anew first.
    """
    place = REFERENCE / folder
    if os.environ.get("COMMONWEAL_WRITE_REFERENCE"):
        place.mkdir(exist_ok=True)
        for name, text in written.items():
            (place / name).write_text(text, encoding="utf-8")
    there = {one.name: one.read_text(encoding="utf-8") for one in place.iterdir()}
    names = dict.fromkeys([*written, *there])
    return [name for name in names if written.get(name) != there.get(name)]


def promise_lines(promises: Iterable[str], laws: Mapping[str, Any]) -> str:
    """Tell promises in the words of the tests that hold them."""
    return "\n".join(f"- {one}: {law_in_words(laws[one])}" for one in sorted(promises))


def law_in_words(law: Any) -> str:
    """Give what a test of a law says of it, in the middle of a line."""
    said = (law.__doc__ or "").partition("\n")[0].strip()
    return said[0].lower() + said[1:]


def module_of(module: ModuleType) -> str:
    """Give where a module is written, from the top of the tree."""
    return str(Path(inspect.getfile(module)).relative_to(ROOT))
