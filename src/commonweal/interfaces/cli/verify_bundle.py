"""Verify a recount bundle: count its ballots anew and say where it says otherwise."""

import argparse
import json
from collections.abc import Iterator, Mapping
from typing import Any

from commonweal.interfaces.cli.count_bundle import (
    WORDS,
    of_the_lot,
    to_keep,
    why_closed,
)
from commonweal.interfaces.cli.verify_found import CannotVerifyError, Found, Report
from commonweal.rules import plain, recount
from commonweal.rules.malformed import UNREADABLE
from commonweal.rules.unlike import NOTHING, Unlike, unlike
from commonweal.rules.voting.outcome import Outcome
from commonweal.rules.wording import render

KIND = "a recount bundle, all that recomputes the outcome of one vote"
# Further places of a result that differs say little more.
MOST = 5
PLACES = {
    "turnout": "how many voted",
    "verdict": "whether it carries",
    "outcome.winners": "who won",
    "outcome.tied": "who was level",
    "outcome.tie_break": "how a tie was parted",
    "outcome.steps": "the steps of the count",
    "outcome.facts": "the numbers of the count",
    "outcome.beats_all": "who beats every other in pairs",
}


def verify(told: Mapping[str, Any], options: argparse.Namespace) -> Report:
    """Hold a bundle's result, and the text of its lot, against its ballots."""
    if told.get("format") == recount.CLOSED_FORMAT:
        raise CannotVerifyError(render(why_closed(told), WORDS))
    try:
        anew = recount.recounted(told)
        lot = recount.lot_comes_out(told)
        outcome = plain.outcome_from_plain(anew["outcome"])
        found = [_counted(told, anew), *_result(told, anew), *_lot(told, lot=lot)]
        left_open = [*_open(told, outcome)]
    except UNREADABLE as problem:
        why = f"It says that it is a recount bundle and cannot be counted: {problem}."
        raise CannotVerifyError(why) from problem
    return Report(KIND, found, left_open)


def _counted(told: Mapping[str, Any], anew: Mapping[str, Any]) -> Found:
    title = str(told["about"].get("title") or "one without a title")
    size = told["roll"]["electorate"]
    said = (
        f"The vote “{title}” was counted anew from {anew['turnout']:,} ballots; "
        f"{size:,} could vote."
    )
    return Found(True, said)


def _result(told: Mapping[str, Any], anew: Mapping[str, Any]) -> Iterator[Found]:
    """Tell of each place at which the result is another than the ballots yield."""
    if recount.result_agrees(told, anew):
        yield Found(
            True, "Its result is what the ballots yield, to the byte.", "result"
        )
        return
    places = sorted(unlike(told.get("result", NOTHING), anew), key=_rank)
    for one in places[:MOST]:
        yield Found(False, _otherwise(one), f"result.{one.place}".rstrip("."))
    if len(places) > MOST:
        said = f"Further places that differ: {len(places) - MOST:,}."
        yield Found(False, said, "result")


def _rank(one: Unlike) -> int:
    """Put what matters to people first."""
    known = [n for n, at in enumerate(PLACES) if one.place.startswith(at)]
    return known[0] if known else len(PLACES)


def _otherwise(one: Unlike) -> str:
    what = next((words for at, words in PLACES.items() if one.place.startswith(at)), "")
    about = f" ({what})" if what else ""
    return (
        f"The file says {_shown(one.found)}; its ballots yield {_shown(one.right)}"
        f"{about}."
    )


def _shown(value: Any) -> str:
    """Show a value as it stands in the file, if it is short enough to be read."""
    if value is NOTHING:
        return "nothing"
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 100 else f"{text[:99]}…"


def _lot(told: Mapping[str, Any], *, lot: bool) -> Iterator[Found]:
    if "lot" not in told:
        return
    if lot:
        said = "The text of the lot follows from its seal, the roll and all ballots."
        yield Found(True, said, "lot")
    else:
        said = "The text of the lot does not follow from its seal and the ballots."
        yield Found(False, said, "lot")


def _open(told: Mapping[str, Any], outcome: Outcome) -> Iterator[str]:
    yield (
        "That these are the ballots that were cast, and that all on the roll may vote. "
        "Members see their own ballot on the page; the roll has a seal of its own."
    )
    yield from of_the_lot(told, outcome.tie_break)
    kept = to_keep(told)
    if kept:
        yield "\n".join(kept)
