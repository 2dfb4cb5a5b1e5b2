"""What can be read of a confederation: bodies, seats, matters, and what waits."""

from commonweal.capabilities.confederation.queries.before import (
    OPEN,
    SORTS,
    before,
    matter_before,
    may_ask_for,
)
from commonweal.capabilities.confederation.queries.bodies import (
    Sent,
    asked_now,
    belongs,
    bodies_in,
    confederations_of,
    pact_of,
    seats_of,
    standing_of,
    standings,
)
from commonweal.capabilities.confederation.queries.called_home import as_delegate
from commonweal.capabilities.confederation.queries.changing import (
    change_in,
    may_pact_become,
    may_raise_change,
    points_of,
)
from commonweal.capabilities.confederation.queries.decided_about import (
    ON_WORDS,
    DecidedAbout,
    decided_about,
    may_be_chosen,
)
from commonweal.capabilities.confederation.queries.found import Found, found_by
from commonweal.capabilities.confederation.queries.held import together_compared
from commonweal.capabilities.confederation.queries.mandates import (
    AS_WE_VOTE,
    read_mandate,
)
from commonweal.capabilities.confederation.queries.matters import (
    Read,
    closes_at,
    count_of,
    is_open,
    matter_at,
    matter_with,
    matters_of,
    members_now,
    put_of,
    sitting_of,
)
from commonweal.capabilities.confederation.queries.may_belong import (
    may_join,
    may_leave_it,
    may_speak_for,
    may_stay_after_all,
)
from commonweal.capabilities.confederation.queries.may_raise import (
    may_be_asked,
    may_give_mandate,
    may_join_raising,
    may_raise,
    may_withdraw_matter,
)
from commonweal.capabilities.confederation.queries.may_read import (
    may_read,
    may_read_names,
)
from commonweal.capabilities.confederation.queries.may_report import (
    finding_in,
    may_add_words,
    may_discharge,
)
from commonweal.capabilities.confederation.queries.may_send import (
    may_call_home,
    may_give_back,
    may_send,
)
from commonweal.capabilities.confederation.queries.may_speak import (
    may_be_asked_so,
    may_be_put,
    may_put,
    may_say,
)
from commonweal.capabilities.confederation.queries.my_seat import (
    Mandated,
    MySeat,
    mandated,
    my_seats,
)
from commonweal.capabilities.confederation.queries.naming import (
    Called,
    Reader,
    reading,
    shows_strangers_nothing,
    unnamed_body,
)
from commonweal.capabilities.confederation.queries.needs import (
    TogetherNeed,
    needs_together,
)
from commonweal.capabilities.confederation.queries.pictures import (
    AnswerTold,
    BodyTold,
    answers_told,
    bodies_of,
    bodies_told,
    counts_told,
    mandates_told,
    names_of_bodies,
)
from commonweal.capabilities.confederation.queries.reports import (
    ReportTold,
    account_of,
    judged_on,
    report_of,
    reports_told,
)
from commonweal.capabilities.confederation.queries.said import (
    LineTold,
    instruction_for,
    lines_told,
    unnamed,
)
from commonweal.capabilities.confederation.queries.seats import (
    ever_sent,
    may_be_sent_by,
    members_to_send,
    seat_held_by,
    seats_held,
    seats_with,
)
from commonweal.capabilities.confederation.queries.terms import (
    NO_CONFEDERATION,
    Whole,
    body_in,
    competence_in,
    ids_in,
    whole_in,
)

__all__ = [
    "AS_WE_VOTE",
    "NO_CONFEDERATION",
    "ON_WORDS",
    "OPEN",
    "SORTS",
    "AnswerTold",
    "BodyTold",
    "Called",
    "DecidedAbout",
    "Found",
    "LineTold",
    "Mandated",
    "MySeat",
    "Read",
    "Reader",
    "ReportTold",
    "Sent",
    "TogetherNeed",
    "Whole",
    "account_of",
    "answers_told",
    "as_delegate",
    "asked_now",
    "before",
    "belongs",
    "bodies_in",
    "bodies_of",
    "bodies_told",
    "body_in",
    "change_in",
    "closes_at",
    "competence_in",
    "confederations_of",
    "count_of",
    "counts_told",
    "decided_about",
    "ever_sent",
    "finding_in",
    "found_by",
    "ids_in",
    "instruction_for",
    "is_open",
    "judged_on",
    "lines_told",
    "mandated",
    "mandates_told",
    "matter_at",
    "matter_before",
    "matter_with",
    "matters_of",
    "may_add_words",
    "may_ask_for",
    "may_be_asked",
    "may_be_asked_so",
    "may_be_chosen",
    "may_be_put",
    "may_be_sent_by",
    "may_call_home",
    "may_discharge",
    "may_give_back",
    "may_give_mandate",
    "may_join",
    "may_join_raising",
    "may_leave_it",
    "may_pact_become",
    "may_put",
    "may_raise",
    "may_raise_change",
    "may_read",
    "may_read_names",
    "may_say",
    "may_send",
    "may_speak_for",
    "may_stay_after_all",
    "may_withdraw_matter",
    "members_now",
    "members_to_send",
    "my_seats",
    "names_of_bodies",
    "needs_together",
    "pact_of",
    "points_of",
    "put_of",
    "read_mandate",
    "reading",
    "report_of",
    "reports_told",
    "seat_held_by",
    "seats_held",
    "seats_of",
    "seats_with",
    "shows_strangers_nothing",
    "sitting_of",
    "standing_of",
    "standings",
    "together_compared",
    "unnamed",
    "unnamed_body",
    "whole_in",
]
