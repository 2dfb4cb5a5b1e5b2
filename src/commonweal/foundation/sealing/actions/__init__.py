"""What can be done with sealed things: deal, open, read, end."""

from commonweal.foundation.sealing.actions.dealing import (
    Terms,
    become_trustee,
    seal,
)
from commonweal.foundation.sealing.actions.ending import (
    agree_to_destroy,
    destroy_all,
    end,
)
from commonweal.foundation.sealing.actions.opening import (
    BOXED_KEY_BYTES,
    give_share,
    note_reading,
    read,
)
from commonweal.foundation.sealing.actions.trusting import (
    KEPT_FOR,
    Account,
    hand_over,
    name_trustees,
    seal_account,
    take_code,
)

__all__ = [
    "BOXED_KEY_BYTES",
    "KEPT_FOR",
    "Account",
    "Terms",
    "agree_to_destroy",
    "become_trustee",
    "destroy_all",
    "end",
    "give_share",
    "hand_over",
    "name_trustees",
    "note_reading",
    "read",
    "seal",
    "seal_account",
    "take_code",
]
