"""What deeds of an assembly are called where they are kept, and what each names."""

import re

from commonweal.rules.assemblies.events import ROLES, SORTS
from commonweal.rules.assemblies.events_deciding import ANSWERS, CHANNELS
from commonweal.rules.assemblies.rivals import RANKING
from commonweal.rules.consensus.events import POSITIONS

WILL_MEET = ":meets"
BY_SLIPS = "slips"
# By phone, and on slips by all who have none.
IN_SECRET = "secret"
# A ballot, which is no deed: nothing is kept of who cast it.
CAST = "cast"
# How a decision is made, what it is about, and whether whoever leads set the order.
TEXTS = "texts"
DECIDES = re.compile(r"(slips|secret)?(?::(a[0-9]{1,3}|texts)(:set)?)?")
AMENDS = re.compile(r"([0-9]{1,2}):(replace|strike|after):([0-9]{1,3})")

DEEDS = frozenset(
    {
        *("come_in", "see", "go_out", "undo", "hand_on", "open", "close", "call_off"),
        *("turn_to", "adjourn", "ask", "take_back", "call", "finish"),
        *("close_queue", "reopen_queue", "go_round", "call_again"),
        *("choose_channel", "decide", "count", "answer", "end_decision"),
        *("agree", "object", "take_in", "leave_out"),
        *("bring_text", "amend", "accept", "withdraw", "withdraw_text"),
        *(
            "test",
            "position",
            "say_later",
            "count_positions",
            "rule_on_block",
            "end_test",
        ),
        *("speak_for", "consult", "reconvene"),
    }
)
# What is not done in the room, but afterwards by whoever was away.
AFTERWARDS = frozenset({"say_later"})
# What is done beside the buttons of the page, and has a row of its own besides.
OF_TASKS = frozenset({"give_task", "check_task"})
# What the pages of a laptop can do, and so all that a file from one can tell of.
ON_LAPTOP = (DEEDS - AFTERWARDS) | OF_TASKS
# What has a place for a reason, or for words of its own; elsewhere none are kept.
WITH_REASON = frozenset(
    {
        *("adjourn", "call", "call_off", "check_task", "end_decision", "end_test"),
        # Why a role goes to somebody whose turn it is not.
        "hand_on",
        # The name of a group, of which somebody is the spoke.
        *("position", "say_later", "speak_for"),
    }
)
WITH_WORDS = frozenset({"test", "position", "say_later", "bring_text", "amend"})
# What is about whoever does it, unless somebody else is named.
ABOUT_SOMEBODY = frozenset(
    {
        *("come_in", "go_out", "undo", "ask", "take_back", "hand_on"),
        *("choose_channel", "position", "say_later", "rule_on_block"),
        "speak_for",
    }
)
# What can be named besides, where something must be; elsewhere there is nothing.
NAMED = {
    "hand_on": ROLES,
    "ask": (*SORTS, ""),
    "choose_channel": CHANNELS,
    # Whoever blocks says with it that they will come to talk about it.
    "position": (*POSITIONS, f"block{WILL_MEET}"),
    "say_later": (*POSITIONS, f"block{WILL_MEET}"),
}
# What names a number, or several, which is looked at where it is read.
WITH_NUMBERS = (
    *("count", "take_in", "leave_out", "count_positions", "rule_on_block"),
    *("amend", "accept", "withdraw", "withdraw_text", "speak_for"),
)


def is_named(deed: str, what: str) -> bool:
    """Say whether there is such a deed, and what it names is something it can name."""
    if deed == "decide":
        return DECIDES.fullmatch(what) is not None
    if deed in {"answer", CAST}:
        return what in ANSWERS or RANKING.fullmatch(what) is not None
    is_known = deed in WITH_NUMBERS or what in NAMED.get(deed, ("",))
    return deed in DEEDS and is_known


def decides(what: str) -> tuple[str, str, bool]:
    """Read how a decision is made, what about, and if its place was set by hand.

    What is no way to decide is about something that is not there.
    """
    found = DECIDES.fullmatch(what)
    if found is None:
        return "", "a0", False
    return found[1] or "", found[2] or "", bool(found[3])
