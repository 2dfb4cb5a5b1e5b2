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

__all__ = [
    "WRONGS",
    "hidden",
    "is_hidden",
    "may_answer",
    "may_answer_appeal",
    "may_appeal",
    "may_be_said",
    "may_decide",
    "may_report",
    "may_show_again",
    "may_speak",
    "may_take_back",
    "open_reports",
    "stewards",
]
