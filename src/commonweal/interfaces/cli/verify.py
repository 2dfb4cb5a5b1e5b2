"""Verify a file, whatever kind it is: what it says is worked out again, without a node.

Kinds: the recount bundle of a vote, a draw as `draw --json` prints it, a journal as the
page “What happened” offers it, and the proof that somebody is on a list of voters. The
file itself says which it is. More is held of a draw with --pool and --quotas, of a
journal with --known, of a list of voters with --seal. Status 1 says that something is
wrong, and 2 that the file cannot be verified.
"""

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from commonweal.interfaces.cli.shown import shown
from commonweal.interfaces.cli.verify_found import (
    CANNOT,
    CannotVerifyError,
    Report,
    as_json,
    in_words,
)

type Told = Mapping[str, Any]
type Verify = Callable[[Told, argparse.Namespace], Report]

MATTER = "commonweal-matter-1"
KINDS = "a recount bundle, a draw, a journal or a proof of being on a list of voters"


class Kind(NamedTuple):
    """Where a kind of file is verified, and which options go with it."""

    place: str
    options: tuple[str, ...] = ()


_HERE = "commonweal.interfaces.cli"
BUNDLE = Kind(f"{_HERE}.verify_bundle.verify")
DRAW = Kind(f"{_HERE}.verify_draw.verify", ("pool", "quotas"))
FORMATS = {
    "commonweal-recount-1": BUNDLE,
    "commonweal-recount-closed-1": BUNDLE,
    "commonweal-journal-1": Kind(f"{_HERE}.verify_journal.verify", ("known",)),
    "commonweal-roll-1": Kind(f"{_HERE}.verify_roll.verify", ("seal",)),
}
OPTIONS = ("pool", "quotas", "known", "seal")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what may be written after `verify`."""
    add = parser.add_argument
    add("file", type=Path, metavar="FILE", help="what is to be verified")
    add("--pool", type=Path, metavar="POOL.csv", help="of a draw: who could be drawn")
    add("--quotas", type=Path, metavar="QUOTAS.csv", help="of a draw: its quotas")
    add(
        "--known",
        action="append",
        metavar="NUMBER:SEAL",
        help="of a journal: a line you have seen",
    )
    add("--seal", metavar="NUMBER", help="of a list of voters: its published seal")
    add("--json", action="store_true", help="print all of it for programs")


def run(options: argparse.Namespace) -> int:
    """Say what holds and what does not; complaints go to standard error, status 2."""
    try:
        told = read(options.file)
        kind = kind_of(told)
        _only(kind, options)
        module, _, name = kind.place.rpartition(".")
        verify: Verify = getattr(import_module(module), name)
        report = verify(told, options)
    except CannotVerifyError as why:
        print(shown(f"{options.file}: {why}"), file=sys.stderr)
        return CANNOT
    said = (as_json if options.json else in_words)(options.file, report)
    print(said if options.json else shown(said))
    return report.status


def read(path: Path) -> Told:
    """Read the table of a file; a name that stands twice in one place is refused."""
    try:
        told = json.loads(path.read_bytes(), object_pairs_hook=_once)
    except OSError as error:
        reason = error.strerror or "nobody knows why"
        raise CannotVerifyError(f"This file cannot be opened: {reason}.") from error
    except (ValueError, RecursionError) as error:
        why = f"This is no file of ours ({error}). Expected {KINDS}."
        raise CannotVerifyError(why) from error
    if not isinstance(told, dict):
        raise CannotVerifyError(f"This is no file of ours. Expected {KINDS}.")
    return told


def kind_of(told: Told) -> Kind:
    """Say what kind of file it is, by what it says of itself."""
    said = told.get("format")
    if said is None and {"lottery", "panel"} <= told.keys():
        return DRAW
    if isinstance(said, str) and said in FORMATS:
        return FORMATS[said]
    if said == MATTER:
        raise CannotVerifyError(
            "This is the file of a matter. It holds no result that could be wrong; "
            "“commonweal matter FILE” works out where the matter stands."
        )
    raise CannotVerifyError(f"It does not say what it is. Expected {KINDS}.")


def _only(kind: Kind, options: argparse.Namespace) -> None:
    """Refuse an option that goes with another kind of file."""
    for name in OPTIONS:
        if getattr(options, name) is not None and name not in kind.options:
            raise CannotVerifyError(f"--{name} does not go with this kind of file.")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) != len(pairs):
        raise ValueError("a name stands twice in one place")
    return table
