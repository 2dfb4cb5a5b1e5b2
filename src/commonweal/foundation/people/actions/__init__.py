"""What people do on this node itself: arrive, sign in, be written to, leave."""

from commonweal.foundation.people.actions.addresses import (
    ask_for_address,
    take_address,
)
from commonweal.foundation.people.actions.arriving import (
    arrive,
    change_language,
    disown_address,
    forget_address,
    have_letters_sent,
    leave_node,
    send_sign_in_link,
    sign_in_by_link,
)
from commonweal.foundation.people.actions.letters import (
    Letter,
    tell_of_new_way,
    write_letter,
    write_letters,
    write_warning,
)
from commonweal.foundation.people.actions.put_back import (
    end_ways_again,
    tell_of_ways_put_back,
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
from commonweal.foundation.people.actions.ways_back import (
    CODES,
    ask_for_passkey,
    keep_passkey,
    name_passkey,
    offer_passkey,
    remove_passkey,
    sign_in_by_code,
    sign_in_by_passkey,
    write_paper_codes,
)

__all__ = [
    "CODES",
    "LONGEST_DEVICE",
    "Letter",
    "arrive",
    "ask_for_address",
    "ask_for_passkey",
    "begin_sign_in",
    "change_language",
    "disown_address",
    "end_other_sign_ins",
    "end_sign_in",
    "end_sign_ins",
    "end_ways_again",
    "forget_address",
    "have_letters_sent",
    "keep_passkey",
    "leave_node",
    "name_passkey",
    "name_sign_in",
    "note_use",
    "offer_passkey",
    "remove_passkey",
    "send_sign_in_link",
    "sign_in_by_code",
    "sign_in_by_link",
    "sign_in_by_passkey",
    "take_address",
    "tell_of_new_way",
    "tell_of_ways_put_back",
    "write_letter",
    "write_letters",
    "write_paper_codes",
    "write_warning",
]
