"""Share out seats among bodies by their members (or votes), and say how.

BODIES.csv has a row for each body, with the columns “body” and “members”. Methods:
d-hondt, sainte-lague (webster), hare, huntington-hill, adams, bands, one-each; in
docs/reference/apportionment.md. Ties are parted by a lot from --tie-seed that anybody
can draw again. With a vote's results by body (columns “body”, “yes”, “no” …),
double-majority says whether it is carried; votes-by-result divides each body's votes.
"""

import argparse
import json
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from textwrap import fill

from commonweal.interfaces.cli.apportion_votes import (
    SETTINGS,
    TITLES,
    counted,
    told,
)
from commonweal.interfaces.cli.apportion_written import write_seats, write_votes
from commonweal.interfaces.cli.count_report import WIDTH, table
from commonweal.interfaces.cli.count_written import add_files, require_free
from commonweal.interfaces.cli.opening import opened, tell
from commonweal.interfaces.cli.shown import shown
from commonweal.rules.apportionment.bodies import Bodies, Shares
from commonweal.rules.apportionment.cap import shared_out
from commonweal.rules.apportionment.method import Sharing
from commonweal.rules.apportionment.methods import METHODS, sharing_named
from commonweal.rules.apportionment.results import read_results
from commonweal.rules.apportionment.sentences import SENTENCES as OF_SEATS
from commonweal.rules.apportionment.table import read_bodies
from commonweal.rules.sentence import Fact, Sentence, Words
from commonweal.rules.voting.formats.errors import FormatError
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.sentences import SENTENCES
from commonweal.rules.voting.ties import TIE_BREAKS, TieBreaker
from commonweal.rules.wording import exact_text, number_text, render

CANNOT = 2
WORDS: Mapping[str, Words] = {**SENTENCES, **OF_SEATS}
DETAILS = "a detail, such as cap=1/3 or 'bands=50: 1, 100: 2, more: 3'"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what may be written after `apportion`."""
    add = parser.add_argument
    add("file", type=Path, metavar="BODIES.csv", help="the bodies and their members")
    add("--method", metavar="ID", required=True, help="how, such as sainte-lague")
    add("--seats", type=int, metavar="N", help="seats to share out")
    add("--set", action="append", default=[], metavar="NAME=VALUE", help=DETAILS)
    add("--tie-seed", metavar="TEXT", help="the public text a lot is drawn from")
    add("--tie-break", choices=TIE_BREAKS, help="how ties are parted (usually by lot)")
    add("--json", action="store_true", help="print all of it for programs")
    add_files(parser)


def run(options: argparse.Namespace) -> int:
    """Share out what was asked for; complaints go to standard error, status 2."""
    notes: list[str] = []
    try:
        require_free(options)
        if options.method in SETTINGS:
            return _vote(options, notes)
        sharing = _sharing(options.method)
        bodies = read_bodies(opened(options.file, WORDS, notes))
        bodies = replace(
            bodies, settings=_details(sharing.id, sharing.settings, options.set)
        )
        ties = TieBreaker(options.tie_break or "lot", options.tie_seed or "")
        shares = shared_out(sharing, bodies, options.seats, ties)
        write_seats(options, bodies, shares, WORDS)
    except FormatError as error:
        return _refuse(options.file, error.sentence)
    except Uncountable as error:
        return _refuse(options.file, error.reason)
    except OSError as error:
        reason = Sentence("file_not_opened", {"reason": error.strerror or ""})
        return _refuse(options.file, reason)
    as_json = options.json
    said = _as_json(shares, notes) if as_json else _told(sharing, bodies, shares)
    _print(said, notes, as_json=as_json)
    return 0


def _vote(options: argparse.Namespace, notes: list[str]) -> int:
    """Tell of a vote held in several bodies, by the methods made for that."""
    method = options.method
    results = read_results(opened(options.file, WORDS, notes))
    details = _details(method, SETTINGS[method], options.set)
    asked = (method, results, details, WORDS)
    said = told(*asked, notes=notes if options.json else None)
    write_votes(options, counted(method, results), TITLES[method], WORDS)
    _print(said, notes, as_json=options.json)
    return 0


def _print(said: str, notes: list[str], *, as_json: bool) -> None:
    """Print for programs, which have the notes in it, or for people."""
    if not as_json:
        tell(notes)
    print(said if as_json else shown(said))


def _sharing(name: str) -> Sharing:
    found = sharing_named(name)
    if found is None:
        facts: dict[str, Fact] = {"method": name, "known": (*METHODS, *SETTINGS)}
        raise Uncountable(Sentence("apportion_method_unknown", facts))
    return found


def _details(method: str, known: tuple[str, ...], details: list[str]) -> dict[str, str]:
    settings = {}
    for detail in details:
        name, parted, value = detail.partition("=")
        if not parted:
            raise Uncountable(Sentence("detail_without_value", {"found": detail}))
        if name.strip() not in known:
            facts: dict[str, Fact] = {
                "detail": name.strip(),
                "method": method,
                "known": known or ("none",),
            }
            raise Uncountable(Sentence("detail_not_read", facts))
        settings[name.strip()] = value.strip()
    return settings


def _as_json(shares: Shares, notes: list[str]) -> str:
    return json.dumps(
        {
            "method": shares.method,
            "seats": dict(shares.seats),
            "tied": [list(group) for group in shares.tied],
            "open_seats": list(shares.open_seats),
            "tie_break": shares.tie_break and render(shares.tie_break, WORDS),
            "notes": notes,
            "steps": [
                {
                    "title": render(step.title, WORDS),
                    "explanation": render(step.explanation, WORDS),
                    "counts": {n: exact_text(c) for n, c in step.counts.items()},
                }
                for step in shares.steps
            ],
        },
        ensure_ascii=False,
        indent=1,
    )


def _told(sharing: Sharing, bodies: Bodies, shares: Shares) -> str:
    rows = [
        [name, number_text(weight), number_text(shares.seats[name]), ""]
        for name, weight in bodies.weights.items()
    ]
    told = [render(step.explanation, WORDS) for step in shares.steps]
    if shares.tie_break:
        told.append(f"Tie: {render(shares.tie_break, WORDS)}")
    return "\n".join(
        [
            f"{render(sharing.title, WORDS)} ({sharing.id})",
            "",
            *table([["", "weight", "seats", ""], *rows]),
            *(f"\n{fill(one, WIDTH)}" for one in told),
        ]
    )


def _refuse(file: Path, reason: Sentence) -> int:
    print(shown(f"{file}: {render(reason, WORDS)}"), file=sys.stderr)
    return CANNOT
