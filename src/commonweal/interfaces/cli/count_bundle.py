"""Check a recount bundle: count its ballots anew and compare with what it says."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from commonweal.interfaces.cli.count_json import labels
from commonweal.interfaces.cli.opening import opened, tell
from commonweal.rules import plain, recount
from commonweal.rules.budgeting.sentences import SENTENCES as OF_BUDGETS
from commonweal.rules.canonical import canonical
from commonweal.rules.sentence import Fact, LocalText, Sentence, Words
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.rule_sentences import SENTENCES as OF_RULES
from commonweal.rules.voting.sentences import SENTENCES
from commonweal.rules.wording import render

WORDS: Mapping[str, Words] = {**SENTENCES, **OF_RULES, **OF_BUDGETS}
AGREES, DIFFERS = 0, 1


def check_bundle(path: Path, *, as_bytes: bool) -> tuple[int, str]:
    """Recompute a bundle; give 0 if its result is the same to the byte, 1 if not.

    The text is what was found, in words; or, `as_bytes`, the whole bundle with the
    result computed here, in the canonical form that every node writes. Raises
    `Uncountable` for what is no bundle.
    """
    bundle = read_bundle(path)
    if bundle.get("format") == recount.CLOSED_FORMAT:
        raise Uncountable(why_closed(bundle))
    try:
        anew = recount.recounted(bundle)
        same = recount.agrees(bundle)
        said = canonical({**bundle, "result": anew}).decode()
        told = said if as_bytes else told_in_words(bundle, anew, same=same)
    except (recount.NotABundle, KeyError, TypeError, ValueError) as problem:
        raise Uncountable(Sentence("bundle_unreadable")) from problem
    return (AGREES if same else DIFFERS), told.rstrip("\n")


def why_closed(bundle: recount.Bundle) -> Sentence:
    """Say of a bundle without ballots what it tells, and why it tells no more."""
    try:
        facts: dict[str, Fact] = {
            "turnout": int(bundle["turnout"]),
            "electorate": int(bundle["roll"]["electorate"]),
            "floor": int(bundle["closed"]["floor"]),
            "cell": int(bundle["closed"]["cell"]),
            "open_to": _open_to(bundle["closed"]["open_to"]),
        }
    except (LookupError, TypeError, ValueError):
        return Sentence("bundle_unreadable")
    return Sentence("bundle_closed", facts)


def _open_to(names: Mapping[str, str]) -> Fact:
    return LocalText(tuple(sorted(names.items()))) if names else Sentence("nobody_here")


def read_bundle(path: Path) -> recount.Bundle:
    """Read a bundle's table from its file."""
    notes: list[str] = []
    text = opened(path, WORDS, notes)
    tell(notes)
    try:
        bundle = json.loads(text)
    except (ValueError, RecursionError) as problem:
        raise Uncountable(Sentence("bundle_unreadable")) from problem
    if not isinstance(bundle, dict):
        raise Uncountable(Sentence("bundle_unreadable"))
    return bundle


def told_in_words(bundle: recount.Bundle, anew: recount.Bundle, *, same: bool) -> str:
    """Say who won by this count, whether it carries, and whether the bundle agrees."""
    contest = recount.contest_of(recount.asked_in(bundle))
    called = bundle["about"].get("names", {})
    label = labels(replace(contest, names={**contest.names, **called}))
    outcome = plain.outcome_from_plain(anew["outcome"])
    verdict = plain.verdict_from_plain(anew["verdict"])
    winners = ", ".join(label.get(one, one) for one in outcome.winners) or "nobody"
    size = bundle["roll"]["electorate"]
    lines = [
        f"Counted anew from {anew['turnout']:,} ballots; {size:,} could vote.",
        f"Winners: {winners}.",
        "It carries." if verdict else f"It fails: {render(verdict.reason, WORDS)}",
        _comparison(bundle, same=same),
        *of_the_lot(bundle, outcome.tie_break),
        *to_keep(bundle),
    ]
    return "\n".join(lines)


def of_the_lot(bundle: recount.Bundle, drawn: object) -> list[str]:
    """Say of a result that a lot bore on, when nothing shows where its text is from."""
    if "lot" in bundle or drawn is None:
        return []
    return [
        "A lot bore on it, and the file does not show that the lot was sealed before "
        "the vote: whoever wrote the file could have chosen it."
    ]


def to_keep(bundle: recount.Bundle) -> list[str]:
    """Say which line of the journal to keep, where the bundle names one."""
    line = bundle["about"].get("journal_line")
    if not line:
        return []
    return [
        "The end of this vote is a line of the journal. Kept, it shows if the journal "
        "is ever rewritten:",
        f"  commonweal verify-journal --known {line['number']}:{line['seal']}",
    ]


def _comparison(bundle: recount.Bundle, *, same: bool) -> str:
    if same:
        return "The file says the same, to the byte."
    if not recount.lot_comes_out(bundle):
        return "The text of its lot does not follow from its ballots."
    return "The file's own result is another: it does not follow from its ballots."
