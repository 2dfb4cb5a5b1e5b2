"""Minutes after the assembly: put right beside the line, sent out, approved, fixed.

The draft is written from what was done, and no line of it is ever changed. Whoever took
the minutes or facilitated puts words of their own beside or after a line; any member
proposes words for one, which those two take, leave to the next assembly, or set aside
with a reason; whoever proposed it can then still ask the next assembly. What that
approves is fixed.

Source: Robert's Rules of Order Newly Revised, 10th ed., on the reading, correction and
approval of minutes.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, get_args

from commonweal.rules.verdict import ALLOWED, Verdict, refused

type Act = Literal[
    "correct",
    "add",
    "propose",
    "drop",
    "take",
    "refer",
    "set_aside",
    "ask_room",
    "let_be",
    "send_out",
    "confirm",
    "room_took",
    "room_left",
    "approve",
]
type Fate = Literal["stands", "proposed", "referred", "set_aside", "dropped", "left"]
ACTS: tuple[Act, ...] = get_args(Act.__value__)
WITH_WORDS = frozenset({"correct", "add", "propose"})
ANSWERS = frozenset({"drop", "take", "refer", "set_aside", "room_took", "room_left"})
# What whoever proposed words does when these were set aside.
AFTER_ALL = frozenset({"ask_room", "let_be"})
OF_WRITERS = frozenset({"correct", "add", "take", "refer", "set_aside", "send_out"})
# What the assembly that approves does; who may is asked in its room.
OF_THE_ROOM = frozenset({"room_took", "room_left", "approve"})
WAITING = frozenset({"proposed", "referred"})
GONE = frozenset({"dropped", "left"})
TAKES = frozenset({"take", "room_took"})
MOST_WAITING_OF_ONE = 5
MOST_OF_ONE = 10
MOST_REMARKS = 300
# The line that says who was there.
PRESENT = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """What the machine wrote: when it was over, who may correct it, its lines."""

    closed_at: datetime | None
    writers: frozenset[str]
    lines: frozenset[int]


@dataclass(frozen=True, slots=True)
class Written:
    """Something done with the minutes: by whom, on which line, in which words.

    `answers` is the number of the proposal that is taken, left or dropped. Whoever has
    `by` of nobody is the clock: minutes go out by themselves.
    """

    number: int
    act: Act
    by: str
    at: datetime
    line: int = PRESENT
    words: str = ""
    answers: int = 0


@dataclass(frozen=True, slots=True)
class Remark:
    """Words beside a line, or after it: whose, since when, and what became of them.

    What nobody is named for answering was answered by an assembly. `reason` is why it
    was set aside, in the deed numbered `reason_number`, and `asked_at` when the next
    assembly was asked all the same.
    """

    number: int
    line: int
    words: str
    by: str
    at: datetime
    fate: Fate
    is_added: bool = False
    answered_by: str = ""
    answered_at: datetime | None = None
    reason: str = ""
    reason_number: int = 0
    asked_at: datetime | None = None

    @property
    def was_proposed(self) -> bool:
        """Say whether it was proposed, and not put there by a writer."""
        return self.fate != "stands" or self.answered_at is not None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the minutes stand: what is beside the lines, who said what of the whole.

    What was set aside is `let_be` where whoever proposed it leaves it at that.
    """

    remarks: tuple[Remark, ...] = ()
    let_be: frozenset[int] = frozenset()
    sent_out_at: datetime | None = None
    approved_at: datetime | None = None
    confirmed: frozenset[str] = frozenset()

    def remark(self, number: int) -> Remark | None:
        """Give a remark by the number it was made under."""
        return next((one for one in self.remarks if one.number == number), None)

    @property
    def waiting(self) -> tuple[Remark, ...]:
        """What was proposed, and neither taken, left nor dropped."""
        return tuple(one for one in self.remarks if one.fate in WAITING)

    @property
    def left_out(self) -> tuple[Remark, ...]:
        """What was proposed and is not taken: set aside by writers, or by a room."""
        return tuple(one for one in self.remarks if one.fate in {"set_aside", "left"})

    def asks_still(self, by: str) -> bool:
        """Say whether somebody's words were set aside, and they have not answered."""
        mine = (one for one in self.remarks if one.by == by)
        return any(
            one.fate == "set_aside" and one.number not in self.let_be for one in mine
        )


def minutes(draft: Draft, acts: Iterable[Written]) -> Standing:
    """Say where minutes stand after what was done with them, in the order of numbers.

    What could not be done when it was is left out of account.
    """
    now = Standing()
    for act in sorted(acts, key=lambda one: one.number):
        if may_minute(draft, now, act):
            now = minuted(now, act)
    return now


def may_minute(draft: Draft, now: Standing, act: Written) -> Verdict:
    """Say whether this can be done with the minutes now, by whoever does it."""
    if draft.closed_at is None or act.at < draft.closed_at:
        return refused("minutes_still_write")
    if now.approved_at is not None:
        return refused("minutes_are_approved")
    is_clock = act.act == "send_out" and not act.by
    if act.act in OF_WRITERS and act.by not in draft.writers and not is_clock:
        return refused("only_who_took_minutes")
    if act.act in WITH_WORDS:
        return _may_say(draft, now, act)
    if act.words and act.act != "set_aside":
        return refused("no_words_for_this")
    if act.act in ANSWERS:
        return _may_answer(now, act)
    return _may_ask(now, act) if act.act in AFTER_ALL else _may_end(now, act)


def minuted(now: Standing, act: Written) -> Standing:
    """Give the minutes after something that may be done was done."""
    match act.act:
        case "correct" | "add" | "propose":
            return replace(now, remarks=(*now.remarks, _remark(act)))
        case "let_be":
            return replace(now, let_be=now.let_be | {act.answers})
        case "drop" | "take" | "refer" | "set_aside" | "room_took" | "room_left":
            answered = tuple(_answered(one, act) for one in now.remarks)
            return replace(now, remarks=answered)
        case "ask_room":
            asked = tuple(_asked_again(one, act) for one in now.remarks)
            return replace(now, remarks=asked)
        case "send_out":
            return replace(now, sent_out_at=act.at)
        case "confirm":
            return replace(now, confirmed=now.confirmed | {act.by})
        case "approve":
            return replace(_left(now, act), approved_at=act.at)


def _may_say(draft: Draft, now: Standing, act: Written) -> Verdict:
    if not act.words.strip():
        return refused("words_for_minutes_missing")
    if act.line not in draft.lines:
        return refused("no_such_line")
    is_proposed = act.act == "propose"
    # Neither fills the place of the other, and what was dropped fills none.
    kept = [one for one in now.remarks if one.fate not in GONE]
    if sum(one.was_proposed == is_proposed for one in kept) >= MOST_REMARKS:
        return refused("minutes_are_full", most=MOST_REMARKS)
    return _may_propose(now, act) if is_proposed else ALLOWED


def _may_propose(now: Standing, act: Written) -> Verdict:
    """Bound what one member proposes: at a time, and of these minutes at all."""
    theirs = [one for one in now.remarks if one.by == act.by and one.was_proposed]
    if len(theirs) >= MOST_OF_ONE:
        return refused("corrections_of_you_used", most=MOST_OF_ONE)
    if sum(one.fate in WAITING for one in theirs) >= MOST_WAITING_OF_ONE:
        return refused("enough_corrections_of_you", most=MOST_WAITING_OF_ONE)
    return ALLOWED


def _may_answer(now: Standing, act: Written) -> Verdict:
    remark = now.remark(act.answers)
    if remark is None or remark.fate not in WAITING:
        return refused("no_such_correction")
    if act.act == "drop" and act.by != remark.by:
        return refused("correction_is_anothers")
    if act.act in TAKES and act.by == remark.by:
        return refused("correction_is_yours")
    if act.act in {"refer", "set_aside"} and remark.fate == "referred":
        return refused("correction_is_referred")
    if act.act == "set_aside" and act.by == remark.by:
        return refused("correction_is_yours_to_drop")
    if act.act == "set_aside" and not act.words.strip():
        return refused("reason_for_setting_aside_missing")
    return ALLOWED


def _may_ask(now: Standing, act: Written) -> Verdict:
    """Let whoever proposed what was set aside ask the next assembly, or let it be."""
    remark = now.remark(act.answers)
    if remark is None or remark.fate != "set_aside" or act.answers in now.let_be:
        return refused("correction_not_set_aside")
    is_theirs = act.by == remark.by
    return ALLOWED if is_theirs else refused("only_who_proposed_asks")


def _may_end(now: Standing, act: Written) -> Verdict:
    if act.act == "send_out" and now.sent_out_at is not None:
        return refused("minutes_are_out")
    if act.act == "confirm" and act.by in now.confirmed:
        return refused("has_confirmed")
    return ALLOWED


def _left(now: Standing, act: Written) -> Standing:
    """Leave what came while hands were counted: the assembly has not heard of it."""
    gone = replace(act, act="room_left")
    remarks = (
        _answered(one, replace(gone, answers=one.number)) if one in now.waiting else one
        for one in now.remarks
    )
    return replace(now, remarks=tuple(remarks))


def _remark(act: Written) -> Remark:
    return Remark(
        act.number,
        act.line,
        act.words.strip(),
        act.by,
        act.at,
        "proposed" if act.act == "propose" else "stands",
        is_added=act.act == "add",
    )


def _answered(remark: Remark, act: Written) -> Remark:
    if remark.number != act.answers:
        return remark
    fate, by = _FATES[act.act], "" if act.act in OF_THE_ROOM else act.by
    answered = replace(remark, fate=fate, answered_by=by, answered_at=act.at)
    if act.act != "set_aside":
        return answered
    return replace(answered, reason=act.words.strip(), reason_number=act.number)


def _asked_again(remark: Remark, act: Written) -> Remark:
    """Put it before the next assembly; why it was set aside stays with it."""
    if remark.number != act.answers:
        return remark
    return replace(remark, fate="referred", asked_at=act.at)


_FATES: dict[Act, Fate] = {
    "take": "stands",
    "room_took": "stands",
    "refer": "referred",
    "set_aside": "set_aside",
    "drop": "dropped",
    "room_left": "left",
}
