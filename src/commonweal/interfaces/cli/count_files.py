"""Which files can be counted: their reader, and the methods that suit them.

Readers and methods are named here and loaded when a file calls for them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any

from commonweal.rules.sentence import Fact, Sentence, Words
from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.formats.decoding import Decoded, decoded
from commonweal.rules.voting.method import BallotForm, Method, Uncountable
from commonweal.rules.voting.sentences import SENTENCES

VOTING = "commonweal.rules.voting"
BUDGETING = "commonweal.rules.budgeting"

type Read = Callable[[str], tuple[Contest, Ballots]]
type ReadParts = Callable[[Path], tuple[Contest, Ballots] | None]
type ReadForm = Callable[[str, BallotForm, Sequence[str]], tuple[Contest, Ballots]]


@dataclass(frozen=True, slots=True)
class FileKind:
    """How files of one ending are read and, unless told otherwise, counted.

    `reader` is the place of a function; if `asks_form` it must be told what form of
    ballot to look for. `method` is the id of the usual method, None if there is none,
    or "" if the file itself names it. If it `can_be_cut`, a large one is read in parts.
    """

    reader: str
    method: str | None
    subject: str = VOTING
    asks_form: bool = False
    can_be_cut: bool = False
    has_title: bool = False


PREFLIB = FileKind(f"{VOTING}.formats.preflib.read_preflib", "irv")

FILES: dict[str, FileKind] = {
    ".blt": FileKind(
        f"{VOTING}.formats.blt.read_blt",
        "stv-scottish",
        can_be_cut=True,
        has_title=True,
    ),
    ".soi": PREFLIB,
    ".soc": PREFLIB,
    ".toi": PREFLIB,
    ".toc": PREFLIB,
    ".pb": FileKind(f"{BUDGETING}.pabulib.read_pb", "", BUDGETING),
    ".csv": FileKind(f"{VOTING}.formats.csv_ballots.read_csv", None, asks_form=True),
}


@dataclass(frozen=True, slots=True)
class Countable:
    """A file that was read, the method to count it by, and the words to tell it in."""

    contest: Contest
    ballots: Ballots
    method: Method
    words: Mapping[str, Words]
    methods: Mapping[str, Method]


def read_countable(
    path: Path,
    method: str | None,
    seats: int | None,
    in_parts: ReadParts | None = None,
    stand: Sequence[str] = (),
) -> Countable:
    """Read a file and settle by which method and for how many seats it is counted.

    With `in_parts` a file that can be cut is read by it, and whole if it gives None.
    `stand` names the options of a table.
    Raises `OSError` if it cannot be opened, `FormatError` if it cannot be read, and
    `Uncountable` if what was asked for does not suit the file.
    """
    kind = FILES.get(path.suffix.lower())
    if kind is None:
        known: tuple[str, ...] = tuple(FILES)
        facts: dict[str, Fact] = {"file": path.name, "known": known}
        raise Uncountable(Sentence("file_of_no_kind", facts))
    methods: dict[str, Method] = import_module(f"{kind.subject}.methods").METHODS
    if kind.asks_form:
        chosen = method_named(method, methods)
        read_form: ReadForm = loaded(kind.reader)
        text = decoded(path.read_bytes())
        contest, ballots = read_form(text.text, chosen.ballot, stand)
        contest = noted(contest, text)
    else:
        if stand:
            raise Uncountable(Sentence("options_without_table"))
        cut = in_parts(path) if in_parts and kind.can_be_cut else None
        contest, ballots = cut or read_whole(path, kind)
        chosen = method_named(method or usual(kind, contest), methods)
    contest = seated(contest, seats)
    return Countable(contest, ballots, chosen, words_about(path), methods)


def read_whole(path: Path, kind: FileKind) -> tuple[Contest, Ballots]:
    """Read a file that says itself what form of ballot it holds."""
    read: Read = loaded(kind.reader)
    text = decoded(path.read_bytes())
    contest, ballots = read(text.text)
    return noted(contest, text), ballots


def noted(contest: Contest, text: Decoded) -> Contest:
    """Give the contest with what there is to say of how its file was decoded."""
    if text.note is None:
        return contest
    return replace(contest, notes=(text.note, *contest.notes))


def words_about(path: Path | None) -> Mapping[str, Words]:
    """Give the words a file is spoken of in: voting's own, and its subject's."""
    kind = FILES.get(path.suffix.lower()) if path else None
    if kind is None or kind.subject == VOTING:
        return SENTENCES
    of_subject: Mapping[str, Words] = loaded(f"{kind.subject}.sentences.SENTENCES")
    return {**SENTENCES, **of_subject}


def usual(kind: FileKind, contest: Contest) -> str | None:
    """Give the method files of a kind are counted by unless told otherwise."""
    if kind.method == "":
        named: Callable[[Contest], str] = loaded(
            f"{kind.subject}.methods.default_method"
        )
        return named(contest)
    return kind.method


def method_named(method: str | None, methods: Mapping[str, Method]) -> Method:
    """Find a method by its id, among those that suit the file."""
    known: tuple[str, ...] = tuple(methods)
    if method is None:
        raise Uncountable(Sentence("method_must_be_named", {"known": known}))
    if method not in methods:
        facts: dict[str, Fact] = {"method": method, "known": known}
        raise Uncountable(Sentence("method_unknown", facts))
    return methods[method]


def seated(contest: Contest, seats: int | None) -> Contest:
    """Give the contest with the seats asked for, if that can be."""
    if seats is None:
        return contest
    if contest.budget is not None:
        raise Uncountable(Sentence("budget_has_no_seats"))
    options = len(contest.standing)
    if not 1 <= seats <= options:
        facts = {"seats": seats, "candidates": options}
        raise Uncountable(Sentence("seats_do_not_fit", facts))
    return replace(contest, seats=seats)


def loaded(place: str) -> Any:
    """Load what stands at a place, such as `package.module.function`."""
    module, _, name = place.rpartition(".")
    return getattr(import_module(module), name)
