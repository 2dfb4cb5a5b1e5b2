"""May this be said, taken back, reported, hidden, contradicted?"""

from commonweal.foundation.threads.access.judging import (
    WRONGS,
    hidden,
    is_hidden,
    may_answer_appeal,
    may_appeal,
    may_decide,
    may_show_again,
    open_reports,
)
from commonweal.foundation.threads.access.last_resort import (
    GROUNDS,
    MOST_DAYS,
    in_force,
    may_enter,
    may_hide,
    may_last_resort_stand,
    may_lift,
    may_stop,
    may_take,
    measure_in,
)
from commonweal.foundation.threads.access.looking import (
    may_look_at,
    parties_to_appeal,
    parties_to_reports,
    stands_in,
    stewards,
    who_looks,
)
from commonweal.foundation.threads.access.reporters import (
    Reporter,
    known_as,
    reporter_here,
)
from commonweal.foundation.threads.access.reporting import (
    may_report,
    waits_from_strangers,
)
from commonweal.foundation.threads.access.speaking import (
    may_answer,
    may_be_said,
    may_speak,
    may_take_back,
)
from commonweal.foundation.threads.access.sponsoring import (
    is_new,
    may_sponsor,
    newcomers,
)

__all__ = [
    "GROUNDS",
    "MOST_DAYS",
    "WRONGS",
    "Reporter",
    "hidden",
    "in_force",
    "is_hidden",
    "is_new",
    "known_as",
    "may_answer",
    "may_answer_appeal",
    "may_appeal",
    "may_be_said",
    "may_decide",
    "may_enter",
    "may_hide",
    "may_last_resort_stand",
    "may_lift",
    "may_look_at",
    "may_report",
    "may_show_again",
    "may_speak",
    "may_sponsor",
    "may_stop",
    "may_take",
    "may_take_back",
    "measure_in",
    "newcomers",
    "open_reports",
    "parties_to_appeal",
    "parties_to_reports",
    "reporter_here",
    "stands_in",
    "stewards",
    "waits_from_strangers",
    "who_looks",
]
