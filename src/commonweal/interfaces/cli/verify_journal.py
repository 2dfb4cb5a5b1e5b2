"""Verify that nobody tampered with a journal.

With an institution's web address, its journal on this server; without one, every
journal on this server. With --file, a journal downloaded from the page "What
happened": that needs neither a server nor a database.

A chain cannot show that its last lines are missing. Write down the number and the
seal of a line you have seen, and hand them over with --known, as often as you like.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from commonweal.foundation.journal.sentences import SENTENCES
from commonweal.foundation.nodes.sentences import SENTENCES as OF_TABLES
from commonweal.interfaces.cli.verify_found import CannotVerifyError, Found, Report
from commonweal.rules import journal_chain as chain
from commonweal.rules.plain import fact_to_plain
from commonweal.rules.sentence import Sentence
from commonweal.rules.wording import render

# What differs is named by the words of its table and its column.
WORDS = {**OF_TABLES, **SENTENCES}
KIND = "a journal, a chain of what was done"
SOUND, TAMPERED, CANNOT = 0, 1, 2


class Checked(NamedTuple):
    """A journal, how many lines it has, its last seal, and what is wrong with it.

    Notices say what could not be compared; nothing is wrong for that.
    """

    name: str
    lines: int
    seal: str
    problems: tuple[Sentence, ...]
    notices: tuple[Sentence, ...] = ()


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what may be written after `verify-journal`."""
    add = parser.add_argument
    add("address", nargs="?", metavar="ADDRESS", help="an institution's web address")
    add("--file", type=Path, metavar="FILE", help="a downloaded journal")
    add(
        "--known",
        action="append",
        default=[],
        metavar="NUMBER:SEAL",
        help="a line you have seen",
    )
    add("--json", action="store_true", help="print the result for programs")


def run(options: argparse.Namespace) -> int:
    """Verify, say what was found, and give the exit status."""
    try:
        known = dict(_known(one) for one in options.known)
        if options.file:
            checked: Sequence[Checked] = [check_file(options.file, known)]
        else:
            checked = _on_this_node(options.address, known)
    except CannotVerifyError as why:
        print(f"commonweal verify-journal: {why}", file=sys.stderr)
        return CANNOT
    print(as_json(checked) if options.json else report(checked))
    return TAMPERED if any(one.problems for one in checked) else SOUND


def check_file(path: Path, known: Mapping[int, str]) -> Checked:
    """Verify a downloaded journal."""
    try:
        told = json.loads(
            path.read_text(encoding="utf-8"),
            object_pairs_hook=_without_repeats,
            parse_float=_no_fractions,
            parse_constant=_no_fractions,
        )
        return _checked(told, known)
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        raise CannotVerifyError(f"{path} cannot be read: {reason}.") from error
    except KeyError as error:
        raise CannotVerifyError(f"{path} is no journal: {error} is missing.") from error
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise CannotVerifyError(f"{path} is no journal: {error}.") from error


def _checked(told: object, known: Mapping[int, str]) -> Checked:
    if not isinstance(told, dict) or told.get("format") != chain.EXPORT_FORMAT:
        raise ValueError("it does not say that it is a journal")
    lines = [chain.kept_from_plain(line) for line in told["lines"]]
    return checked_lines(str(told["institution"]), lines, known)


def verify(told: Mapping[str, Any], options: argparse.Namespace) -> Report:
    """Verify a downloaded journal, as `commonweal verify` does every kind of file."""
    try:
        known = dict(_known(one) for one in options.known or ())
        checked = _checked(told, known)
    except KeyError as error:
        why = f"It says that it is a journal, and {error} is missing."
        raise CannotVerifyError(why) from error
    except (ValueError, TypeError, AttributeError) as error:
        why = f"It says that it is a journal and cannot be read: {error}."
        raise CannotVerifyError(why) from error
    return Report(KIND, [*_found(checked, len(known))], [_kept(checked)])


def _found(checked: Checked, known: int) -> Iterator[Found]:
    for problem in checked.problems:
        number = problem.facts.get("number", problem.facts.get("expected"))
        yield Found(False, _in_words(problem), f"line {number}")
    if not checked.problems:
        said = (
            f"The journal of {checked.name} has {checked.lines:,} lines, each following"
            " from the one before, and no word beside them was changed."
        )
        yield Found(True, said)
        if known:
            yield Found(
                True, f"Lines that you have seen and that are the same: {known}."
            )


def _kept(checked: Checked) -> str:
    return (
        "Whether lines were taken off the end. To see that later, write down:\n"
        f"{checked.lines}:{checked.seal}"
    )


def checked_lines(
    name: str, lines: Iterable[chain.Kept], known: Mapping[int, str]
) -> Checked:
    """Verify lines in one go, keeping only the last of them in mind."""
    last = (0, chain.NOTHING_BEFORE)

    def passing() -> Iterable[chain.Kept]:
        nonlocal last
        for kept in lines:
            last = (last[0] + 1, kept.hash)
            yield kept

    problems = chain.verify(passing(), known=known)
    return Checked(name, *last, problems)


def report(checked: Sequence[Checked]) -> str:
    """Say what was found so that people can read it."""
    if not checked:
        return "There is no institution on this server yet, so nothing to verify."
    return "\n".join(_paragraph(one) for one in checked)


def _paragraph(one: Checked) -> str:
    beside = "".join(f"\n  {_in_words(each)}" for each in one.notices)
    if not one.problems:
        return (
            f"{one.name}: sound. {one.lines:,} lines, each following from the one "
            f"before.{beside}\n  To check later that none was taken off the end, write "
            f"down:\n  {one.lines}:{one.seal}"
        )
    found = "\n".join(f"  - {_in_words(each)}" for each in one.problems)
    return f"{one.name}: somebody tampered with this journal.\n{found}{beside}"


def as_json(checked: Sequence[Checked]) -> str:
    """Say the same for programs."""
    told = [
        {
            "journal": one.name,
            "sound": not one.problems,
            "lines": one.lines,
            "seal": one.seal,
            "problems": [_told(each) for each in one.problems],
            "notices": [_told(each) for each in one.notices],
        }
        for one in checked
    ]
    return json.dumps(told, ensure_ascii=False, indent=1)


def _told(sentence: Sentence) -> dict[str, object]:
    """Give a sentence for programs, and in words."""
    facts = {name: fact_to_plain(fact) for name, fact in sentence.facts.items()}
    return {"id": sentence.id, "facts": facts, "said": _in_words(sentence)}


def _in_words(sentence: Sentence) -> str:
    """Say what was found; what has no words here is found all the same."""
    try:
        return render(sentence, WORDS)
    except KeyError:
        facts = ", ".join(f"{name} {fact}" for name, fact in sentence.facts.items())
        return f"{sentence.id} ({facts})" if facts else sentence.id


def _on_this_node(address: str | None, known: Mapping[int, str]) -> Sequence[Checked]:
    # Loaded only here, so that a file can be verified without a server.
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "commonweal.project.settings")
    import_module("django").setup()
    node = import_module("commonweal.interfaces.cli.verify_node")
    found = node.journals(address)
    if address and not found:
        raise CannotVerifyError(
            f"there is no institution at “{address}” on this server."
        )
    if known and len(found) != 1:
        raise CannotVerifyError("--known goes with one institution; name its address.")
    return [_with_tables(one, known) for one in found]


def _with_tables(one: Any, known: Mapping[int, str]) -> Checked:
    """Verify a journal on this server, and hold the tables against it."""
    checked = checked_lines(one.name, one.lines, known)
    problems = (*checked.problems, *one.contradicted)
    return checked._replace(problems=problems, notices=one.notices)


def _known(written: str) -> tuple[int, str]:
    number, _, seal = written.partition(":")
    if not number.isdecimal() or len(seal) != len(chain.NOTHING_BEFORE):
        raise CannotVerifyError(
            f"“{written}” is no known line; write its number, a colon and its seal of "
            "64 digits and letters."
        )
    return int(number), seal.lower()


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    table = dict(pairs)
    if len(table) != len(pairs):
        raise ValueError("a key stands twice in one place")
    return table


def _no_fractions(written: str) -> NoReturn:
    raise ValueError(f"a journal holds whole numbers, not {written}")
