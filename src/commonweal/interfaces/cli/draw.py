"""Draw a panel by lot: quotas kept, chances as fair as can be, and anybody can check.

POOL.csv has a row for each person, QUOTAS.csv one for each value of a feature with a
least and a most number of people; docs/reference/sortition.md shows both. The lottery
depends on these two alone, so publish it before the seed is known; the seed only
picks. --check holds what `draw --json` printed against the pool, and solves nothing.
"""

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from textwrap import fill

from commonweal.interfaces.cli.count_report import WIDTH
from commonweal.interfaces.cli.count_written import add_files, require_free
from commonweal.interfaces.cli.draw_check import NEXT, check, not_held, read
from commonweal.interfaces.cli.draw_written import write_draw
from commonweal.interfaces.cli.opening import opened, tell
from commonweal.interfaces.cli.shown import shown
from commonweal.rules.sentence import Fact, Sentence, Words
from commonweal.rules.sortition.draw import METHODS, Draw, draw
from commonweal.rules.sortition.pool import Pool
from commonweal.rules.sortition.replacements import replacements
from commonweal.rules.sortition.sentences import SENTENCES as OF_DRAWS
from commonweal.rules.sortition.table import read_pool, read_quotas
from commonweal.rules.voting.formats.errors import FormatError
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.sentences import SENTENCES
from commonweal.rules.wording import render

NO, CANNOT = 1, 2
USUAL = "leximin"
WORDS: Mapping[str, Words] = {**SENTENCES, **OF_DRAWS}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what may be written after `draw`."""
    add = parser.add_argument
    add("pool", type=Path, metavar="POOL.csv", help="who may be drawn")
    add("--quotas", type=Path, metavar="QUOTAS.csv", help="what the panel is to be")
    add("--size", type=int, metavar="N", help="how many are drawn")
    add("--method", metavar="|".join(METHODS), help="how, if not leximin")
    add("--seed", metavar="TEXT", help="the public text that picks the panel")
    add("--json", action="store_true", help="print the whole lottery for programs")
    add_files(parser)
    add(
        "--check", type=Path, metavar="DRAW.json", help="check a draw; 1 if it is wrong"
    )


def run(options: argparse.Namespace) -> int:
    """Draw what was asked for; complaints go to standard error, with status 2."""
    about, notes = options.pool, list[str]()
    try:
        require_free(options, alone=options.check is None)
        about = options.quotas or options.pool
        said = opened(options.quotas, WORDS, notes) if options.quotas else ""
        quotas = read_quotas(said) if options.quotas else ()
        about = options.pool
        pool = read_pool(opened(options.pool, WORDS, notes), quotas)
        if options.check is not None:
            about = options.check
            return _check(pool, options, notes)
        done = _drawn(pool, options)
        write_draw(options, pool, done)
    except FormatError as error:
        return _refuse(about, error.sentence)
    except Uncountable as error:
        return _refuse(about, error.reason)
    except OSError as error:
        reason = Sentence("file_not_opened", {"reason": error.strerror or ""})
        return _refuse(about, reason)
    if options.json:
        print(_as_json(pool, done, options.seed, notes))
    else:
        tell(notes)
        print(shown(_told(pool, done)))
    return 0


def _drawn(pool: Pool, options: argparse.Namespace) -> Draw:
    method = USUAL if options.method is None else options.method
    if options.size is None:
        raise Uncountable(Sentence("draw_size_missing"))
    if method in METHODS and method != "uniform" and not pool.quotas:
        raise Uncountable(Sentence("draw_quotas_missing"))
    if not options.seed:
        raise Uncountable(Sentence("draw_no_seed"))
    return draw(pool, options.size, method=method, seed=options.seed)


def _as_json(pool: Pool, done: Draw, seed: str, notes: list[str]) -> str:
    lottery = done.lottery
    return json.dumps(
        {
            "method": done.method,
            "size": len(done.panel),
            "seed": seed,
            "panel": list(done.panel),
            "picked": done.picked,
            "min_probability": float(done.smallest),
            "total_weight": lottery.total,
            "probabilities": {p: float(c) for p, c in done.chances.items()},
            "shut_out": list(done.shut_out),
            "notes": notes,
            "replacements": replacements(pool, done.panel, seed=seed, most=NEXT),
            "lottery": [
                {"weight": weight, "panel": list(panel)}
                for panel, weight in zip(lottery.panels, lottery.weights, strict=True)
            ],
        },
        ensure_ascii=False,
    )


def _told(pool: Pool, done: Draw) -> str:
    chances = sorted(done.chances.values())
    lines = [
        f"{len(done.panel)} of {len(pool.values)} people, drawn by {done.method}: panel"
        f" {done.picked + 1} of {len(done.lottery.panels)}.",
        f"The smallest chance of anybody was {float(chances[0]):.4f}, the largest"
        f" {float(chances[-1]):.4f}.",
    ]
    if done.shut_out:
        facts: dict[str, Fact] = {
            "number": len(done.shut_out),
            "people": done.shut_out[:5],
        }
        lines.append(render(Sentence("draw_shut_out", facts), WORDS))
    told = [fill(line, WIDTH) for line in lines]
    return "\n".join([*told, "", *(f"  {person}" for person in done.panel)])


def _check(pool: Pool, options: argparse.Namespace, notes: list[str]) -> int:
    told = read(opened(options.check, WORDS, notes))
    tell(notes)
    verdict = check(pool, told, options)
    if not verdict:
        print(shown(render(verdict.reason, WORDS)))
        return NO
    print("The draw is right.")
    left_open = not_held(told.method, pool)
    if left_open is not None:
        print(fill(render(left_open, WORDS), WIDTH))
    return 0


def _refuse(file: Path, reason: Sentence) -> int:
    print(shown(f"{file}: {render(reason, WORDS)}"), file=sys.stderr)
    return CANNOT
