"""What is done about reaching people: choosing letters, stopping them, reminding."""

from commonweal.capabilities.reaching.actions.choosing import (
    choose_letters,
    forget_choice,
    stop,
)
from commonweal.capabilities.reaching.actions.reminding import remind_all

__all__ = ["choose_letters", "forget_choice", "remind_all", "stop"]
