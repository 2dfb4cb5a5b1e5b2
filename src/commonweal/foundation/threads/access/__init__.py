"""May this be said, taken back, reported, hidden, contradicted?"""

from commonweal.foundation.threads.access.judging import (
    WRONGS,
    hidden,
    is_hidden,
    may_answer_appeal,
    may_appeal,
    may_decide,
    may_report,
    may_show_again,
    open_reports,
    stewards,
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
    "WRONGS",
    "hidden",
    "is_hidden",
    "is_new",
    "may_answer",
    "may_answer_appeal",
    "may_appeal",
    "may_be_said",
    "may_decide",
    "may_report",
    "may_show_again",
    "may_speak",
    "may_sponsor",
    "may_take_back",
    "newcomers",
    "open_reports",
    "stewards",
]
