"""What deeds of an assembly are called where they are kept, and what each names."""

from commonweal.rules.assemblies.events import ROLES, SORTS
from commonweal.rules.assemblies.events_deciding import ANSWERS, CHANNELS
from commonweal.rules.consensus.events import POSITIONS

WILL_MEET = ":meets"
BY_SLIPS = "slips"

DEEDS = frozenset(
    {
        *("come_in", "go_out", "undo", "hand_on", "open", "close", "call_off"),
        *("turn_to", "adjourn", "ask", "take_back", "call", "finish"),
        *("close_queue", "reopen_queue", "go_round", "call_again"),
        *("choose_channel", "decide", "count", "answer", "end_decision"),
        *("agree", "object", "take_in", "leave_out"),
        *(
            "test",
            "position",
            "say_later",
            "count_positions",
            "rule_on_block",
            "end_test",
        ),
    }
)
# What is about whoever does it, unless somebody else is named.
ABOUT_SOMEBODY = frozenset(
    {
        *("come_in", "go_out", "undo", "ask", "take_back", "hand_on"),
        *("choose_channel", "position", "say_later", "rule_on_block"),
    }
)
# What can be named besides, where something must be; elsewhere there is nothing.
NAMED = {
    "hand_on": ROLES,
    "ask": (*SORTS, ""),
    "choose_channel": CHANNELS,
    "answer": ANSWERS,
    "decide": ("", BY_SLIPS),
    # Whoever blocks says with it that they will come to talk about it.
    "position": (*POSITIONS, f"block{WILL_MEET}"),
    "say_later": (*POSITIONS, f"block{WILL_MEET}"),
}
# What names a number, or several, which is looked at where it is read.
WITH_NUMBERS = ("count", "take_in", "leave_out", "count_positions", "rule_on_block")
