"""Count an election from its file and say who won, and why.

Files: .blt (by stv-scottish), .soi .soc .toi .toc (by irv), .pb (by the method the
file names, else greedy), .csv (with --method; docs/reference/csv-ballots.md shows the
layouts). Ties are parted by a lot from --tie-seed that anybody can draw again. A .blt
of more than 200 MB is counted in parts by several processes; the outcome is the same.
"""

import argparse
import csv
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import process_time
from typing import Protocol

from commonweal.interfaces.cli.count_files import (
    FILES,
    Countable,
    loaded,
    read_countable,
    words_about,
)
from commonweal.interfaces.cli.count_json import as_json
from commonweal.interfaces.cli.count_report import (
    CONDORCET,
    Pairs,
    explained,
    summary,
)
from commonweal.interfaces.cli.opening import tell
from commonweal.interfaces.cli.shown import shown
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.formats.errors import FormatError
from commonweal.rules.voting.formats.oddities import oddities
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.outcome import Outcome
from commonweal.rules.voting.ties import TIE_BREAKS, TieBreaker
from commonweal.rules.wording import render

CANNOT = 2
# Above so many bytes a file is counted in parts, so as not to be held whole.
LARGE = 200_000_000
WRITTEN = "commonweal.interfaces.cli.count_written"
OPTIONS = "who stands, in a table where ballots name them, as 'Ada, Ben'"
DETAILS = "a detail of counting, such as 'reserved=1 of Ada, Ben'"


class Find(Protocol):
    """What `condorcet` offers."""

    def __call__(self, contest: Contest, ballots: Ballots) -> str | None: ...


class CountParts(Protocol):
    """What `count_parts` offers."""

    def __call__(
        self, path: Path, *, processes: int | None, dask: str | None
    ) -> tuple[Contest, Ballots] | None: ...


class Compare(Protocol):
    """What `count_compare` offers."""

    def __call__(
        self,
        asked: Countable,
        ties: TieBreaker,
        pairs: Pairs,
        notes: Sequence[str],
        *,
        as_program: bool,
    ) -> str: ...


class Needed(Protocol):
    """What `count_needed` offers."""

    def __call__(
        self,
        asked: Countable,
        ties: TieBreaker,
        outcome: Outcome,
        *,
        seconds: float,
        wait: bool,
    ) -> str: ...


class RequireFree(Protocol):
    """What `count_written` offers, before the count."""

    def __call__(self, options: argparse.Namespace, *, alone: bool) -> bool: ...


class WriteCount(Protocol):
    """What `count_written` offers, after it."""

    def __call__(
        self, options: argparse.Namespace, asked: Countable, outcome: Outcome
    ) -> None: ...


class CheckBundle(Protocol):
    """What `count_bundle` offers."""

    def __call__(self, path: Path, *, as_bytes: bool) -> tuple[int, str]: ...


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what may be written after `count`."""
    add = parser.add_argument
    add("file", nargs="?", type=Path, metavar="FILE", help="the ballots")
    add("--method", metavar="ID", help="how to count, such as irv or approval")
    add("--seats", type=int, metavar="N", help="places to fill, if not as in the file")
    add("--tie-seed", metavar="TEXT", help="the public text a lot is drawn from")
    add("--tie-break", choices=TIE_BREAKS, help="how ties are parted (usually by lot)")
    add("--options", metavar="NAMES", help=OPTIONS)
    add("--set", action="append", default=[], metavar="NAME=VALUE", help=DETAILS)
    add("--compare", action="store_true", help="what each method would have yielded")
    add("--processes", type=int, metavar="N", help="count a .blt in parts, by so many")
    add("--dask", metavar="ADDRESS", help="or by the machines of this Dask scheduler")
    add("--explain", action="store_true", help="tell every step in plain words")
    add("--needed", action="store_true", help="votes each project not funded lacked")
    add("--json", action="store_true", help="print all of it for programs")
    add("--csv", type=Path, metavar="OUT.csv", help="write all numbers as a table")
    add("--picture", type=Path, metavar="OUT.svg", help="write the picture of it")
    add(
        "--bundle",
        type=Path,
        metavar="FILE",
        help="count a vote again from the file its page offers; status 1 if it differs",
    )


def run(options: argparse.Namespace) -> int:
    """Count what was asked for; complaints go to standard error with status 2."""
    try:
        return _run(options)
    except FormatError as error:
        return refuse(options.file or options.bundle, error.sentence)
    except Uncountable as error:
        return refuse(options.file or options.bundle, error.reason)
    except BrokenPipeError:
        # No fault of the file: whoever was reading has seen enough.
        raise
    except OSError as error:
        reason = Sentence("file_not_opened", {"reason": error.strerror or ""})
        return refuse(options.file or options.bundle, reason)


def _run(options: argparse.Namespace) -> int:
    writes = _writes(options)
    if options.bundle is not None:
        # Loaded only now: it brings every method and rule, which a file does not need.
        check: CheckBundle = loaded(
            "commonweal.interfaces.cli.count_bundle.check_bundle"
        )
        status, told = check(options.bundle, as_bytes=options.json)
        print(told if options.json else shown(told))
        return status
    if options.file is None:
        raise Uncountable(Sentence("file_not_named"))
    return count_file(options, writes=writes)


def count_file(options: argparse.Namespace, *, writes: bool) -> int:
    """Count a file's ballots and print what came of it."""
    asked = read_asked(options)
    asked = detailed(asked, options.set)
    ties = tie_breaker(asked, options.tie_break, options.tie_seed)
    notes = told_of(options.file, asked)
    if not options.json:
        tell([f"{options.file}: {note}" for note in notes])
    if options.compare:
        compare(asked, ties, notes, as_program=options.json)
        return 0
    began = process_time()
    outcome = asked.method.count(asked.contest, asked.ballots, ties)
    took = process_time() - began
    if writes:
        write: WriteCount = loaded(f"{WRITTEN}.write_count")
        write(options, asked, outcome)
    tell_outcome(options, asked, outcome, notes)
    if asked.contest.budget is not None and (options.needed or options.explain):
        needed: Needed = loaded("commonweal.interfaces.cli.count_needed.needed")
        told = needed(asked, ties, outcome, seconds=took, wait=options.needed)
        print(shown(told), file=sys.stderr if options.json else sys.stdout)
    return 0


def _writes(options: argparse.Namespace) -> bool:
    """Say if files are to be written; refuse where they could not be."""
    if options.csv is None and options.picture is None:
        return False
    free: RequireFree = loaded(f"{WRITTEN}.require_free")
    return free(options, alone=not options.compare and options.bundle is None)


def tell_outcome(
    options: argparse.Namespace,
    asked: Countable,
    outcome: Outcome,
    notes: Sequence[str],
) -> None:
    """Print the outcome in the form that was asked for."""
    pairs = who_beats_all(asked)
    if options.json:
        print(as_json(asked.contest, outcome, asked.words, pairs, notes))
    elif options.explain:
        print(shown(explained(asked, outcome, pairs)))
    else:
        print(shown(summary(asked, outcome, pairs)))


def read_asked(options: argparse.Namespace) -> Countable:
    """Read the file, in parts if it is large or somebody says by whom."""
    asked = (options.file, options.method, options.seats)
    stand = names_in(options.options)
    large = options.file.stat().st_size > LARGE
    if not large and options.processes is None and options.dask is None:
        return read_countable(*asked, stand=stand)
    if options.processes is not None and options.processes < 1:
        facts: dict[str, Fact] = {"number": options.processes}
        raise Uncountable(Sentence("no_processes", facts))
    read: CountParts = loaded("commonweal.interfaces.cli.count_parts.read_by")
    parts = partial(read, processes=options.processes, dask=options.dask)
    return read_countable(*asked, in_parts=parts, stand=stand)


def names_in(said: str | None) -> tuple[str, ...]:
    """Part the names of options at commas; one with a comma stands in quotes."""
    cells = next(csv.reader([said or ""], skipinitialspace=True), [])
    return tuple(dict.fromkeys(cell.strip() for cell in cells if cell.strip()))


def told_of(file: Path, asked: Countable) -> list[str]:
    """Say what of the file may be a slip; it is counted as it is."""
    has_title = FILES[file.suffix.lower()].has_title
    found = oddities(asked.contest, asked.ballots, has_title=has_title)
    return [render(one, asked.words) for one in found]


def compare(
    asked: Countable, ties: TieBreaker, notes: Sequence[str], *, as_program: bool
) -> None:
    """Print what every method yields; refuse if none can count these ballots."""
    tell: Compare = loaded("commonweal.interfaces.cli.count_compare.told")
    told = tell(asked, ties, who_beats_all(asked), notes, as_program=as_program)
    print(told if as_program else shown(told))


def who_beats_all(asked: Countable) -> Pairs:
    """Find who beats every other in pairs, where rankings are counted."""
    if asked.method.ballot != "ranking":
        return {}
    find: Find = loaded("commonweal.rules.voting.condorcet.condorcet_winner")
    return {CONDORCET: find(asked.contest, asked.ballots)}


def detailed(asked: Countable, details: Sequence[str]) -> Countable:
    """Give the same with details of counting set, if the method has them."""
    settings = dict(asked.contest.settings)
    for detail in details:
        name, parted, value = detail.partition("=")
        if not parted:
            raise Uncountable(Sentence("detail_without_value", {"found": detail}))
        if name.strip() not in asked.method.settings:
            facts: dict[str, Fact] = {
                "detail": name.strip(),
                "method": asked.method.id,
                "known": asked.method.settings or ("none",),
            }
            raise Uncountable(Sentence("detail_not_read", facts))
        settings[name.strip()] = value.strip()
    return replace(asked, contest=replace(asked.contest, settings=settings))


def tie_breaker(asked: Countable, rule: str | None, seed: str | None) -> TieBreaker:
    """Settle how ties are parted: as asked, as the file declares, or by lot."""
    declared = tuple(asked.contest.settings.get("tie", "").split())
    if rule is None:
        rule = "declared" if declared and seed is None else "lot"
    return TieBreaker(rule, seed or "", declared)


def refuse(file: Path | None, reason: Sentence) -> int:
    """Say what cannot be done and give the status that says so."""
    where = f"{file}: " if file else ""
    print(shown(f"{where}{render(reason, words_about(file))}"), file=sys.stderr)
    return CANNOT
