"""What is done about reaching people: choosing letters, stopping them, reminding."""

from commonweal.capabilities.reaching.actions.calendars import (
    end_calendar,
    make_calendar,
)
from commonweal.capabilities.reaching.actions.choosing import (
    choose_letters,
    forget_choice,
    stop,
)
from commonweal.capabilities.reaching.actions.reminding import remind_all

__all__ = [
    "choose_letters",
    "end_calendar",
    "forget_choice",
    "make_calendar",
    "remind_all",
    "stop",
]
