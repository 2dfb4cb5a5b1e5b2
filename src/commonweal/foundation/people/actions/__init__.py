"""What people do on this node itself: arrive, sign in, be written to, leave."""

from commonweal.foundation.people.actions.arriving import (
    Letter,
    arrive,
    change_language,
    leave_node,
    send_sign_in_link,
    sign_in_by_code,
    sign_in_by_link,
    write_letter,
    write_letters,
    write_sign_in_code,
)
from commonweal.foundation.people.actions.sign_ins import (
    LONGEST_DEVICE,
    begin_sign_in,
    end_other_sign_ins,
    end_sign_in,
    end_sign_ins,
    name_sign_in,
    note_use,
)

__all__ = [
    "LONGEST_DEVICE",
    "Letter",
    "arrive",
    "begin_sign_in",
    "change_language",
    "end_other_sign_ins",
    "end_sign_in",
    "end_sign_ins",
    "leave_node",
    "name_sign_in",
    "note_use",
    "send_sign_in_link",
    "sign_in_by_code",
    "sign_in_by_link",
    "write_letter",
    "write_letters",
    "write_sign_in_code",
]
