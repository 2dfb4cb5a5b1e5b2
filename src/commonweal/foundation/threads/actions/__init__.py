"""What can be done with talk: say it, take it back, report, hide, appeal."""

from commonweal.foundation.threads.actions.appealing import answer_appeal, appeal
from commonweal.foundation.threads.actions.hiding import (
    hide,
    leave_standing,
    show_again,
)
from commonweal.foundation.threads.actions.reporting import Complaint, report
from commonweal.foundation.threads.actions.saying import say_in_thread, take_back
from commonweal.foundation.threads.actions.sponsoring import (
    hold_back,
    let_through,
    turn_down,
)

__all__ = [
    "Complaint",
    "answer_appeal",
    "appeal",
    "hide",
    "hold_back",
    "leave_standing",
    "let_through",
    "report",
    "say_in_thread",
    "show_again",
    "take_back",
    "turn_down",
]
