"""What bodies and their delegates do in a confederation."""

from commonweal.capabilities.confederation.actions.belonging import (
    give_notice,
    join,
    speak_for,
    stay,
)
from commonweal.capabilities.confederation.actions.congress import (
    Asks,
    put_to_congress,
    say,
)
from commonweal.capabilities.confederation.actions.delegates import (
    end_belonging,
    give_up_seats,
    settle_bodies,
)
from commonweal.capabilities.confederation.actions.keeping import (
    act,
    find_kept,
    plan_to_keep,
    say_kept,
)
from commonweal.capabilities.confederation.actions.mandating import (
    give_mandate,
    share_votes,
)
from commonweal.capabilities.confederation.actions.matters import (
    answer,
    join_raising,
    raise_change,
    raise_matter,
    send_words_back,
    stay_out,
    withdraw_matter,
)
from commonweal.capabilities.confederation.actions.putting_out import (
    accuse,
    put_out,
)
from commonweal.capabilities.confederation.actions.reporting import (
    discharge,
    report,
)
from commonweal.capabilities.confederation.actions.sending import (
    call_home,
    give_back,
    send,
)
from commonweal.capabilities.confederation.actions.settling import settle_matters
from commonweal.capabilities.confederation.actions.standing_in import (
    hand_over,
    take_back,
)

__all__ = [
    "Asks",
    "accuse",
    "act",
    "answer",
    "call_home",
    "discharge",
    "end_belonging",
    "find_kept",
    "give_back",
    "give_mandate",
    "give_notice",
    "give_up_seats",
    "hand_over",
    "join",
    "join_raising",
    "plan_to_keep",
    "put_out",
    "put_to_congress",
    "raise_change",
    "raise_matter",
    "report",
    "say",
    "say_kept",
    "send",
    "send_words_back",
    "settle_bodies",
    "settle_matters",
    "share_votes",
    "speak_for",
    "stay",
    "stay_out",
    "take_back",
    "withdraw_matter",
]
