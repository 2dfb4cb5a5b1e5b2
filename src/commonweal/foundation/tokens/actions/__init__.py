"""Making and ending tokens, and doing a deed once however often it is asked for."""

from commonweal.foundation.tokens.actions.making import (
    Made,
    end_all_tokens,
    end_token,
    make_token,
    note_use,
)
from commonweal.foundation.tokens.actions.repeating import Answer, Asked, once

__all__ = [
    "Answer",
    "Asked",
    "Made",
    "end_all_tokens",
    "end_token",
    "make_token",
    "note_use",
    "once",
]
