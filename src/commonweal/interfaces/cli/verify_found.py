"""What was found when a file was verified, for people and for programs."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import fill
from typing import Any

WIDTH = 79
HOLDS, WRONG, CANNOT = 0, 1, 2


class CannotVerifyError(Exception):
    """Raised with a sentence where there is nothing that could be verified."""


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that a file says, and whether it is so; `where` is its place in it."""

    holds: bool
    said: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What kind of file it is, all that was found, and what could not be looked at."""

    kind: str
    found: Sequence[Found]
    left_open: Sequence[str] = ()

    @property
    def holds(self) -> bool:
        """Say whether nothing is wrong."""
        return all(one.holds for one in self.found)

    @property
    def status(self) -> int:
        """Give the exit status that says so."""
        return HOLDS if self.holds else WRONG


def in_words(file: Path, report: Report) -> str:
    """Tell what holds, what is wrong and where, and what was not looked at."""
    lines = [f"{file}: {report.kind}.", ""]
    for one in report.found:
        mark = "holds: " if one.holds else "WRONG: "
        where = f"{one.where}: " if one.where else ""
        lines += _paragraph(mark, f"{where}{one.said}")
    for said in report.left_open:
        lines += _paragraph("not held: ", said)
    wrong = sum(1 for one in report.found if not one.holds)
    end = "Nothing is wrong." if not wrong else f"Wrong in this file: {wrong}."
    return "\n".join([*lines, "", end])


def as_json(file: Path, report: Report) -> str:
    """Tell the same to a program."""
    told: Mapping[str, Any] = {
        "file": str(file),
        "kind": report.kind,
        "holds": report.holds,
        "found": [
            {"holds": one.holds, "where": one.where, "said": one.said}
            for one in report.found
        ],
        "not_held": list(report.left_open),
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def _paragraph(mark: str, said: str) -> list[str]:
    first, *rest = said.split("\n")
    told = fill(first, WIDTH, initial_indent=f"  {mark}", subsequent_indent="    ")
    return [told, *(f"    {line.strip()}" for line in rest)]
