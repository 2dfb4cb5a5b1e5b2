"""Work out where a matter of a confederation stands, from its file alone.

The file is on the page of the matter. It holds the pact of the day on which the matter
was raised, who spoke from which seat by which mandate, and in numbers what each base
answered; people are numbered in it and named nowhere. Printed are each turn with its
reason, each body with its counts, both majorities, each congress counted again, and for
which bodies it is in force where that is not so for all. Status 1 says that it is not
in force, status 2 that the file contradicts itself or is none.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from commonweal.interfaces.cli.count_report import table
from commonweal.rules.confederation.binding import told_of_binding
from commonweal.rules.confederation.filed import Filed, read_file
from commonweal.rules.confederation.filed_congress import Again, counted_again
from commonweal.rules.confederation.matter import matter
from commonweal.rules.confederation.ratification import Said
from commonweal.rules.confederation.sentences import SENTENCES as OURS
from commonweal.rules.confederation.state import Matter
from commonweal.rules.malformed import UNREADABLE
from commonweal.rules.sentence import Fact, Sentence, Words
from commonweal.rules.voting.rule_sentences import SENTENCES
from commonweal.rules.wording import say

CANNOT = 2
WORDS: dict[str, Words] = {**SENTENCES, **OURS}
HEAD = ["Body", "yes", "no", "neither", "there", "could vote", "says"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what may be written after `matter`."""
    add = parser.add_argument
    add("file", type=Path, metavar="MATTER.json", help="the file of the matter")
    add("--at", metavar="MOMENT", help="when, such as 2026-05-01T12:00+00:00 (now)")


def run(options: argparse.Namespace) -> int:
    """Say where it stands; complaints go to standard error, status 2."""
    try:
        at = datetime.fromisoformat(options.at) if options.at else datetime.now(UTC)
        plain = json.loads(options.file.read_bytes())
        filed = read_file(plain)
        now = matter(filed.case, filed.deeds, at=at)
        again = counted_again(plain, filed.case)
    except (OSError, *UNREADABLE):
        sentence = Sentence("no_matter_file", {"file": str(options.file)})
        print(say(sentence, WORDS), file=sys.stderr)
        return CANNOT
    lines = [*_told(filed, now), *_congresses(again), *_binds(filed, now, at=at)]
    print("\n".join(lines))
    if any(one.is_as_told is False for one in again):
        print(say(Sentence("congress_counts_otherwise"), WORDS), file=sys.stderr)
        return CANNOT
    return 0 if now.stage == "ratified" else 1


def _told(filed: Filed, now: Matter) -> list[str]:
    lines = [filed.title, ""]
    lines += [
        f"{turn.at.astimezone(UTC):%Y-%m-%d %H:%M} UTC  {say(turn.why, WORDS)}"
        for turn in now.turns
    ]
    if now.said is not None:
        lines += ["", *_bodies(now.said, filed.names)]
        verdict = now.said.verdict
        why = verdict.reason if not verdict else Sentence("both_majorities_met")
        lines += ["", say(why, WORDS)]
    return lines


def _congresses(again: Sequence[Again]) -> list[str]:
    """Say what each congress comes to when what was said there is counted again."""
    lines = []
    for one in again:
        votes: dict[str, Fact] = {
            side: str(number) for side, number in one.votes.votes.items()
        }
        same = {True: "same", False: "otherwise", None: "alone"}[one.is_as_told]
        facts: dict[str, Fact] = {
            "until": one.held.closes,
            "left_out": len(one.votes.outside),
            **votes,
        }
        lines.append(say(Sentence(f"congress_again_{same}", facts), WORDS))
        if one.verdict is not None and not one.verdict:
            lines.append(say(one.verdict.reason, WORDS))
    return ["", *lines] if lines else []


def _binds(filed: Filed, now: Matter, *, at: datetime) -> list[str]:
    """Say for which bodies it is in force, where that is not so for all."""
    below = now.said.below if now.said is not None else ()
    told = (
        (filed.names.get(one, one), told_of_binding(filed.case, now, one, at=at))
        for one in below
    )
    lines = [f"{name}: {say(one, WORDS)}" for name, one in told if one is not None]
    return ["", *lines] if lines else []


def _bodies(said: Said, names: Mapping[str, str]) -> list[str]:
    rows = [HEAD]
    for body, one in said.below.items():
        rows.append([names.get(body, body), *_numbers(one), one.stands])
    rows.append(["Together", *_numbers(said), said.stands])
    return table(rows)


def _numbers(said: Said) -> list[str]:
    total = said.total
    numbers = (total.yes, total.no, total.abstain, total.present, total.roll)
    return list(map(str, numbers))
