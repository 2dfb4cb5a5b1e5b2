"""What a body or a delegate may do in a confederation, and why not."""

from commonweal.capabilities.confederation.access.belonging import (
    may_join,
    may_leave_it,
    may_speak_for,
    may_stay_after_all,
)
from commonweal.capabilities.confederation.access.congress import (
    may_be_words,
    may_put,
    may_say,
)
from commonweal.capabilities.confederation.access.matters import (
    is_mandate,
    may_be_asked,
    may_give_mandate,
    may_join_raising,
    may_raise,
)
from commonweal.capabilities.confederation.access.meant import (
    NO_CONFEDERATION,
    Whole,
    body_in,
    competence_in,
    ids_in,
    whole_in,
)
from commonweal.capabilities.confederation.access.seeing import may_read
from commonweal.capabilities.confederation.access.sending import (
    may_call_home,
    may_give_back,
    may_send,
)

__all__ = [
    "NO_CONFEDERATION",
    "Whole",
    "body_in",
    "competence_in",
    "ids_in",
    "is_mandate",
    "may_be_asked",
    "may_be_words",
    "may_call_home",
    "may_give_back",
    "may_give_mandate",
    "may_join",
    "may_join_raising",
    "may_leave_it",
    "may_put",
    "may_raise",
    "may_read",
    "may_say",
    "may_send",
    "may_speak_for",
    "may_stay_after_all",
    "whole_in",
]
