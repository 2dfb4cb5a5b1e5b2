"""Verify a published draw: its weights, pick and numbers; with the pool, more."""

import argparse
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from commonweal.interfaces.cli.draw_check import Told, findings, not_held, read
from commonweal.interfaces.cli.opening import opened, tell
from commonweal.interfaces.cli.verify_found import CannotVerifyError, Found, Report
from commonweal.rules.sentence import Words
from commonweal.rules.sortition.pool import Pool
from commonweal.rules.sortition.sentences import SENTENCES as OF_DRAWS
from commonweal.rules.sortition.table import read_pool, read_quotas
from commonweal.rules.voting.formats.errors import FormatError
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.sentences import SENTENCES
from commonweal.rules.wording import render

KIND = "a draw by lot, with its lottery"
WORDS: Mapping[str, Words] = {**SENTENCES, **OF_DRAWS}
PLACES = {
    "weights": "lottery",
    "panels": "lottery",
    "order": "lottery",
    "pick": "panel",
    "chances": "probabilities",
}
HELD = {
    "weights": "Each of the {panels} panels has a whole number as its weight.",
    "panels": "Every panel has {size} people, each of them once and from the pool.",
    "quotas": "Every panel has {size} people of the pool, and keeps every quota.",
    "order": "The panels are those that this seed gives everybody.",
    "pick": "The seed “{seed}” picks the panel that is said to be drawn.",
    "chances": "The chances are those of the lottery, for {people} people.",
    "numbers": "The place of the panel, the whole weight and the smallest chance are "
    "right.",
    "shut_out": "Those told as shut out are those whom no panel has.",
    "replacements": "Those who come next are those whom the seed puts next.",
}


def verify(told: Mapping[str, Any], options: argparse.Namespace) -> Report:
    """Hold a draw against its pool, or against itself where no pool is named."""
    if options.quotas is not None and options.pool is None:
        raise CannotVerifyError("--quotas goes with --pool; name the pool as well.")
    try:
        draw = read(json.dumps(told, ensure_ascii=False))
        pool = _pool(draw, options)
        found = list(_found(draw, pool, options))
    except (Uncountable, FormatError) as why:
        reason = why.reason if isinstance(why, Uncountable) else why.sentence
        raise CannotVerifyError(render(reason, WORDS)) from why
    return Report(KIND, found, list(_open(draw, pool, options)))


def _pool(draw: Told, options: argparse.Namespace) -> Pool:
    if options.pool is None:
        # The people to whom the draw itself gives a chance, and nothing about them.
        chances = draw.parts["probabilities"]
        people = chances if isinstance(chances, dict) else {}
        return Pool(dict.fromkeys(people, ()), (), ())
    quotas = read_quotas(_text(options.quotas)) if options.quotas else ()
    return read_pool(_text(options.pool), quotas)


def _text(path: Path) -> str:
    notes: list[str] = []
    try:
        text = opened(path, WORDS, notes)
    except OSError as error:
        why = f"{path} cannot be opened: {error.strerror or 'nobody knows why'}."
        raise CannotVerifyError(why) from error
    tell(notes)
    return text


def _found(draw: Told, pool: Pool, options: argparse.Namespace) -> Iterator[Found]:
    facts = {
        "panels": f"{len(draw.lottery):,}",
        "size": f"{draw.size:,}",
        "seed": draw.seed,
        "people": f"{len(pool.values):,}",
    }
    for topic, verdict in findings(pool, draw, whole=options.pool is not None):
        where = PLACES.get(topic, "" if topic == "numbers" else topic)
        if verdict:
            by_quotas = topic == "panels" and pool.quotas and draw.method != "uniform"
            said = HELD["quotas" if by_quotas else topic]
            yield Found(True, said.format(**facts), where)
        else:
            yield Found(False, render(verdict.reason, WORDS), where)


def _open(draw: Told, pool: Pool, options: argparse.Namespace) -> Iterator[str]:
    if options.pool is None:
        yield (
            "Who was in the pool, whether panels keep quotas, and who comes next: name "
            "the pool with --pool and its quotas with --quotas."
        )
    yield (
        "When the seed became known. The lottery has to be published before: compare "
        "it with the one that was."
    )
    left_open = not_held(draw.method, pool)
    if left_open is not None:
        yield render(left_open, WORDS)
