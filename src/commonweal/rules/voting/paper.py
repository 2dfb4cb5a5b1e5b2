"""Paper ballots in a secret vote: what lay in the box, and when it counts.

Whoever votes on paper is noted before the vote opens and casts nothing elsewhere. What
tellers note of somebody else they note a day before, while it can be taken back. What
is counted by hand is entered by two people, each for themselves. It counts if both
found the same, if no more came back than was handed out, and if every ballot that came
back is either counted or spoiled.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from commonweal.rules.canonical import Json, canonical
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused

TWO = 2
TO_TAKE_IT_BACK = timedelta(days=1)
# What is entered is written to a multiple of this, so that no length tells of a ballot.
ROOM = 4096


@dataclass(frozen=True, slots=True)
class PaperCount:
    """What one person found: ballots handed out, come back, spoiled, and what they say.

    `said` is each way a ballot was filled in, and how many were.
    """

    issued: int
    returned: int
    spoiled: int
    said: tuple[tuple[Mapping[str, Any], int], ...]

    @property
    def counted(self) -> int:
        """How many ballots say something."""
        return sum(times for _, times in self.said)


def may_note_for_others(*, opens_at: datetime | None, at: datetime) -> Verdict:
    """Leave whoever was noted a day to take it back: `paper_noted_too_late`."""
    if opens_at is None or at < opens_at - TO_TAKE_IT_BACK:
        return ALLOWED
    return refused("paper_noted_too_late", until=opens_at - TO_TAKE_IT_BACK)


def written(count: PaperCount) -> str:
    """Write what ballots say to a length that does not tell it."""
    said: list[Json] = [[dict(marks), times] for marks, times in count.said]
    text = canonical(said).decode()
    return text.ljust(-(-len(text) // ROOM) * ROOM)


def said_on_paper(text: str) -> tuple[tuple[Mapping[str, Any], int], ...]:
    """Read what was written to length."""
    return tuple((marks, times) for marks, times in json.loads(text))


def adds_up(count: PaperCount, *, checked_out: int) -> Verdict:
    """Say whether a count can be true, given how many may vote on paper.

    Refuses `paper_too_many_issued`, `paper_too_many_returned` and
    `paper_does_not_add_up`, each with the numbers.
    """
    issued, returned = count.issued, count.returned
    sums = count.counted + count.spoiled
    return first_refusal(
        ALLOWED
        if issued <= checked_out
        else refused("paper_too_many_issued", issued=issued, most=checked_out),
        ALLOWED
        if returned <= issued
        else refused("paper_too_many_returned", returned=returned, issued=issued),
        ALLOWED
        if sums == returned
        else refused(
            "paper_does_not_add_up",
            counted=count.counted,
            spoiled=count.spoiled,
            returned=returned,
        ),
    )


def agreed(entries: Iterable[PaperCount]) -> PaperCount | None:
    """Give the count that two people entered alike, or nothing.

    Where two pairs agree on different things, nobody knows which is right.
    """
    found = [(_as_one_text(one), one) for one in entries]
    there = dict(found)
    times = Counter(text for text, _ in found)
    alike = [text for text, count in times.items() if count >= TWO]
    return there[alike[0]] if len(alike) == 1 else None


def _as_one_text(count: PaperCount) -> bytes:
    times: Counter[bytes] = Counter()
    for marks, number in count.said:
        times[canonical(marks)] += number
    said: list[Json] = [
        [text.decode(), times[text]] for text in sorted(times) if times[text]
    ]
    return canonical([count.issued, count.returned, count.spoiled, said])
