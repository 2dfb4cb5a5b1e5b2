"""What can be done with talk: say it, take it back, report, hide, appeal."""

from commonweal.foundation.threads.actions.appealing import answer_appeal, appeal
from commonweal.foundation.threads.actions.forgetting import (
    forget_who_said_what_was_wrong,
)
from commonweal.foundation.threads.actions.hiding import (
    hide,
    leave_standing,
    show_again,
)
from commonweal.foundation.threads.actions.last_resort import (
    Ground,
    end_rejected,
    hide_in_last_resort,
    let_last_resort_stand,
    let_run_out,
    lift_last_resort,
    remember_review,
    stop_in_last_resort,
)
from commonweal.foundation.threads.actions.reporting import (
    Complaint,
    note_reports_read,
    report,
)
from commonweal.foundation.threads.actions.saying import say_in_thread, take_back
from commonweal.foundation.threads.actions.sponsoring import (
    hold_back,
    let_through,
    turn_down,
)

__all__ = [
    "Complaint",
    "Ground",
    "answer_appeal",
    "appeal",
    "end_rejected",
    "forget_who_said_what_was_wrong",
    "hide",
    "hide_in_last_resort",
    "hold_back",
    "leave_standing",
    "let_last_resort_stand",
    "let_run_out",
    "let_through",
    "lift_last_resort",
    "note_reports_read",
    "remember_review",
    "report",
    "say_in_thread",
    "show_again",
    "stop_in_last_resort",
    "take_back",
    "turn_down",
]
