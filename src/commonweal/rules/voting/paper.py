"""Paper ballots in a secret vote: what lay in the box, and when it counts.

Whoever votes on paper, or at a table, is noted before the vote opens and casts nothing
elsewhere. What tellers note of somebody else they note a day before, while it can be
taken back. What is counted by hand is entered by two people, each for themselves. It
counts if both found the same, if no more came back than was handed out, and if every
ballot that came back is either counted or spoiled. The ballots of a table lie in the
same box: they are counted with the others, and only how many were handed out and came
back is known of it.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from commonweal.rules.canonical import Json, canonical
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused
from commonweal.rules.voting.channels import SMALLEST_CHANNEL, Channel, CheckedOut

TWO = 2
TO_TAKE_IT_BACK = timedelta(days=1)
# What is entered is written to a multiple of this, so that no length tells of a ballot.
ROOM = 4096


@dataclass(frozen=True, slots=True)
class HandedOut:
    """How many ballots were handed out, and how many came back."""

    issued: int
    returned: int


NONE = HandedOut(0, 0)


@dataclass(frozen=True, slots=True)
class PaperCount:
    """What one person found: ballots handed out, come back, spoiled, and what they say.

    `said` is each way a ballot was filled in, and how many were. All numbers are of the
    one box; `table` says how many of those issued and returned were so at a table.
    """

    issued: int
    returned: int
    spoiled: int
    said: tuple[tuple[Mapping[str, Any], int], ...]
    table: HandedOut = NONE

    def __post_init__(self) -> None:
        assert self.table.issued <= self.issued, "a table's ballots are in the box"
        assert self.table.returned <= self.returned, "a table's ballots are in the box"

    @property
    def paper(self) -> HandedOut:
        """What was handed out, and came back, elsewhere than at a table."""
        return HandedOut(
            self.issued - self.table.issued, self.returned - self.table.returned
        )

    @property
    def counted(self) -> int:
        """How many ballots say something."""
        return sum(times for _, times in self.said)


def may_note_for_others(*, opens_at: datetime | None, at: datetime) -> Verdict:
    """Leave whoever was noted a day to take it back: `paper_noted_too_late`."""
    if opens_at is None or at < opens_at - TO_TAKE_IT_BACK:
        return ALLOWED
    return refused("paper_noted_too_late", until=opens_at - TO_TAKE_IT_BACK)


def may_be_lost(keys: Sequence[str], *, setting: str, gone: bool) -> Verdict:
    """Let counts go whose keys are mislaid, where they are said to be gone for good.

    `keys` are the names of those keys, and `setting` is what says so.
    """
    if not keys or gone:
        return ALLOWED
    return refused("box_key_mislaid", keys=tuple(keys), setting=setting)


def written(count: PaperCount) -> str:
    """Write all that was found to a length that tells nothing of it."""
    said: list[Json] = [[dict(marks), times] for marks, times in count.said]
    box: list[Json] = [count.issued, count.returned, count.spoiled]
    table: list[Json] = [count.table.issued, count.table.returned]
    text = canonical({"box": box, "said": said, "table": table}).decode()
    return text.ljust(-(-len(text) // ROOM) * ROOM)


def read_count(text: str) -> PaperCount:
    """Read what was written to length."""
    kept = json.loads(text)
    said = tuple((marks, times) for marks, times in kept["said"])
    issued, returned, spoiled = kept["box"]
    return PaperCount(issued, returned, spoiled, said, HandedOut(*kept["table"]))


def adds_up(count: PaperCount, *, checked_out: CheckedOut) -> Verdict:
    """Say whether a count can be true, given how many may vote on paper and at a table.

    Refuses `paper_too_many_issued`, `table_too_many_issued`, the same of what came
    back, and `paper_does_not_add_up`, each with the numbers.
    """
    return first_refusal(
        _fits("paper", count.paper, checked_out.paper),
        _fits("table", count.table, checked_out.table),
        ALLOWED
        if count.counted + count.spoiled == count.returned
        else refused(
            "paper_does_not_add_up",
            counted=count.counted,
            spoiled=count.spoiled,
            returned=count.returned,
        ),
    )


def _fits(channel: Channel, out: HandedOut, most: int) -> Verdict:
    issued, returned = out.issued, out.returned
    return first_refusal(
        ALLOWED
        if issued <= most
        else refused(f"{channel}_too_many_issued", issued=issued, most=most),
        ALLOWED
        if returned <= issued
        else refused(f"{channel}_too_many_returned", returned=returned, issued=issued),
    )


def in_numbers(
    count: PaperCount | None, *, checked_out: CheckedOut, floor: int
) -> dict[str, int]:
    """Give what may be told of the box to everybody, by name; `count` as two found it.

    Of fewer voters than the rule's floor (never less than three) only that they were
    there, and whether their ballots were counted; of each channel by itself only if
    there are as many in it; and of spoiled ballots only if one or two were neither
    spoiled nor good.

    Source: as in `secret_ballots`, on the minimum frequency of a cell.
    """
    out = checked_out
    told = {
        "voters": out.total,
        "agreed": int(count is not None),
        "paper": int(out.paper > 0),
        "table": int(out.table > 0),
    }
    if count is None or not out.told_together(floor=floor):
        return told
    told |= {"issued": count.issued, "returned": count.returned}
    if all(not n or n >= SMALLEST_CHANNEL for n in (count.spoiled, count.counted)):
        told["spoiled"] = count.spoiled
    if out.paper and out.table and out.told_apart(floor=floor):
        told |= _apart("paper", count.paper, out.paper)
        told |= _apart("table", count.table, out.table)
    return told


def _apart(channel: Channel, found: HandedOut, voters: int) -> dict[str, int]:
    return {
        f"{channel}_voters": voters,
        f"{channel}_issued": found.issued,
        f"{channel}_returned": found.returned,
    }


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
    table: list[Json] = [count.table.issued, count.table.returned]
    return canonical([count.issued, count.returned, count.spoiled, table, said])
