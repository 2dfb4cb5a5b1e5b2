"""Work out where a matter of a confederation stands, from its file alone.

The file is on the page of the matter. It holds the pact of the day on which the matter
was raised, and in numbers what each base answered; nobody is named in it. Printed are
each turn with its reason, each body with its counts, both majorities, and for which
bodies it is in force where that is not so for all. Status 1 says that it is not in
force.
"""

import argparse
import json
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from commonweal.interfaces.cli.count_report import table
from commonweal.rules.confederation.binding import told_of_binding
from commonweal.rules.confederation.filed import Filed, read_file
from commonweal.rules.confederation.matter import matter
from commonweal.rules.confederation.ratification import Said
from commonweal.rules.confederation.sentences import SENTENCES as OURS
from commonweal.rules.confederation.state import Matter
from commonweal.rules.malformed import UNREADABLE
from commonweal.rules.sentence import Sentence, Words
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
        filed = read_file(json.loads(options.file.read_bytes()))
        now = matter(filed.case, filed.deeds, at=at)
    except (OSError, *UNREADABLE):
        sentence = Sentence("no_matter_file", {"file": str(options.file)})
        print(say(sentence, WORDS), file=sys.stderr)
        return CANNOT
    print("\n".join([*_told(filed, now), *_binds(filed, now, at=at)]))
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
