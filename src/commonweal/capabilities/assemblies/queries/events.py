"""Deeds of an assembly as the rules know them."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, cast

from commonweal.capabilities.assemblies.models import AssemblyDeed
from commonweal.rules.assemblies import (
    carrying,
    events,
    events_back,
    events_deciding,
    events_spokes,
    events_testing,
    events_texts,
)
from commonweal.rules.assemblies.deed_names import (
    AMENDS,
    BY_SLIPS,
    IN_SECRET,
    WILL_MEET,
    decides,
)
from commonweal.rules.assemblies.events import Event
from commonweal.rules.assemblies.secretly import read as read_sums
from commonweal.rules.assemblies.testing import said_of
from commonweal.rules.assemblies.texts import Verb
from commonweal.rules.consensus.events import Position, Said

type Row = AssemblyDeed

COUNT = re.compile(r"([0-9]{1,5}):([0-9]{1,5}):([0-9]{1,5})")
# Not of the room, but of the talk that goes on after it.
SAID_LATER = "say_later"
NUMBER = re.compile(r"[0-9]{1,3}")
RULING = re.compile(r"([0-9]{1,5}):(holds|fails)")


def event_of(row: Row) -> Event:
    """Read a deed as the rules know it."""
    return DEEDS[row.deed](row)


def _by(row: Row) -> str:
    return str(row.done_by_id or "")


def _of(row: Row) -> str:
    return str(row.about_id or "")


def _plainly(made: Callable[[str, datetime], Event]) -> Callable[[Row], Event]:
    return lambda row: made(_by(row), row.done_at)


def _about(made: Callable[[str, str, datetime], Event]) -> Callable[[Row], Event]:
    return lambda row: made(_by(row), _of(row), row.done_at)


def _handed(row: Row) -> Event:
    role = cast(events.Role, row.what)
    return events.Handed(_by(row), role, _of(row), row.done_at)


def _numbers(row: Row) -> tuple[int, int, int]:
    """Read a count of hands, "yes:no:abstain"; what is none is refused as one."""
    found = COUNT.fullmatch(row.what)
    first, second, third = map(int, found.groups()) if found else (-1, -1, -1)
    return first, second, third


def _counted(row: Row) -> Event:
    # Which pair of texts is counted stands where others name a matter.
    return events.Counted(_by(row), *_numbers(row), row.done_at, row.item)


def _decided(row: Row) -> Event:
    way, about, _is_set = decides(row.what)
    is_secret = way == IN_SECRET
    by_slips = way == BY_SLIPS or is_secret
    return events.DecisionBegan(
        _by(row), row.item, row.done_at, by_slips, about, is_secret
    )


def _amended(row: Row) -> Event:
    """Read an amendment, "1:replace:3"; what is none is about no text."""
    found = AMENDS.fullmatch(row.what)
    text, verb, place = found.groups() if found else ("0", "replace", "0")
    return events_texts.AmendmentProposed(
        _by(row),
        row.item,
        int(text),
        cast(Verb, verb),
        int(place),
        row.words,
        row.done_at,
    )


def _numbered(
    made: Callable[[str, str, int, datetime], Event],
) -> Callable[[Row], Event]:
    """Read a deed about the text or amendment of a number; what is none has none."""
    return lambda row: made(_by(row), row.item, _number(row.what), row.done_at)


def _number(what: str) -> int:
    return int(what) if NUMBER.fullmatch(what) else 0


def _positions_counted(row: Row) -> Event:
    return events_testing.PositionsCounted(_by(row), *_numbers(row), row.done_at)


def _position(row: Row) -> Event:
    return events_testing.PositionTaken(
        _by(row),
        _of(row),
        row.item,
        cast(Position, row.what.removesuffix(WILL_MEET)),
        row.done_at,
        reason=row.reason,
        principle=row.words,
        will_meet=row.what.endswith(WILL_MEET),
    )


def said_later(row: Row) -> Said:
    """Read a position that was taken after the room had spoken."""
    return said_of(cast(events_testing.PositionTaken, _position(row)))


def _ruled(row: Row) -> Event:
    """Read a ruling, "1:holds" or "1:fails"; what is none names no block."""
    found = RULING.fullmatch(row.what)
    block, holds = (int(found[1]), found[2] == "holds") if found else (0, True)
    return events_testing.BlockJudged(
        _by(row), _of(row), row.item, block, holds, row.done_at
    )


def _chosen(row: Row) -> Event:
    channel = cast(events_deciding.Channel, row.what)
    return events_deciding.ChannelChosen(_by(row), _of(row), channel, row.done_at)


def _answered(row: Row) -> Event:
    return events_deciding.PhoneAnswered(_by(row), row.what, row.done_at)


def _answering(*, is_taken: bool) -> Callable[[Row], Event]:
    return lambda row: events_back.Answered(
        _by(row), row.item, row.what, is_taken, row.done_at
    )


def _carried(row: Row) -> Event:
    how = cast(carrying.How, row.deed)
    return carrying.Carried(_by(row), how, row.done_at, row.reason)


def _asked(row: Row) -> Event:
    sort: Any = row.what or "turn"
    return events.Asked(_by(row), _of(row), row.done_at, sort)


DEEDS: Mapping[str, Callable[[Row], Event]] = {
    "come_in": _about(events.CameIn),
    "see": _about(carrying.SeenAtDoor),
    "go_out": _about(events.WentOut),
    "undo": _about(events.Undone),
    "hand_on": _handed,
    "open": _plainly(events.Opened),
    "close": _plainly(events.Closed),
    "call_off": lambda row: events.CalledOff(_by(row), row.reason, row.done_at),
    "turn_to": lambda row: events.ItemBegun(_by(row), row.item, row.done_at),
    "adjourn": lambda row: events.Adjourned(
        _by(row), row.item, row.reason, row.done_at
    ),
    "ask": _asked,
    "take_back": _about(events.TookBack),
    "call": lambda row: events.Called(_by(row), row.done_at, _of(row), row.reason),
    "finish": _plainly(events.Finished),
    "close_queue": _plainly(events.QueueClosed),
    "reopen_queue": _plainly(events.QueueReopened),
    "go_round": _plainly(events.WentRound),
    "call_again": _plainly(events.SecondCall),
    "decide": _decided,
    "bring_text": lambda row: events_texts.TextBrought(
        _by(row), row.item, row.words, row.done_at
    ),
    "amend": _amended,
    "accept": _numbered(events_texts.AmendmentAccepted),
    "withdraw": _numbered(events_texts.AmendmentWithdrawn),
    "withdraw_text": _numbered(events_texts.TextWithdrawn),
    "test": lambda row: events_testing.PutToTest(
        _by(row), row.item, row.words, row.done_at
    ),
    "position": _position,
    SAID_LATER: _position,
    "count_positions": _positions_counted,
    "rule_on_block": _ruled,
    "end_test": lambda row: events_testing.EndedTest(_by(row), row.done_at, row.reason),
    "speak_for": lambda row: events_spokes.SpokeNamed(
        _by(row), _of(row), _number(row.what), row.done_at
    ),
    "consult": lambda row: events_spokes.TablesConsulted(
        _by(row), row.item, row.done_at
    ),
    "reconvene": _plainly(events_spokes.SpokesBack),
    "choose_channel": _chosen,
    "count": _counted,
    "answer": _answered,
    "agree": lambda row: events_back.Agreed(_by(row), row.item, row.done_at),
    "object": lambda row: events_back.Objected(_by(row), row.item, row.done_at),
    "give_task": lambda row: events_back.TaskGiven(_by(row), _of(row), row.done_at),
    "check_task": lambda row: events_back.TaskChecked(
        _by(row), row.item, row.what.partition(":")[0], row.done_at
    ),
    "take_in": _answering(is_taken=True),
    "leave_out": _answering(is_taken=False),
    "end_decision": lambda row: events.DecisionEnded(
        _by(row), row.done_at, row.reason, read_sums(row.words)
    ),
    **dict.fromkeys(carrying.WAYS, _carried),
}
