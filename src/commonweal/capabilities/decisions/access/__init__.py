"""May this be done with a proposal or a vote? Asked by the page and the deed alike."""

from commonweal.capabilities.decisions.access.box import (
    has_voted,
    key_name,
    mark_of,
    marks_of,
    noted_on_paper,
    paper_key,
    paper_voter,
    votes_on_paper,
)
from commonweal.capabilities.decisions.access.paper import (
    BEFORE_THE_VOTE,
    may_be_on_paper,
    may_enter_paper,
    may_note_paper,
    may_tell,
)
from commonweal.capabilities.decisions.access.proposing import (
    HOLDS,
    may_contest,
    may_propose,
    may_put,
    may_read,
    may_revise,
    may_support,
    may_support_version,
    may_take_back_support,
    may_withdraw,
)
from commonweal.capabilities.decisions.access.voting import (
    is_on_roll,
    may_still_be_counted,
    may_vote,
    may_vote_in_secret,
    may_vote_once,
)

__all__ = [
    "BEFORE_THE_VOTE",
    "HOLDS",
    "has_voted",
    "is_on_roll",
    "key_name",
    "mark_of",
    "marks_of",
    "may_be_on_paper",
    "may_contest",
    "may_enter_paper",
    "may_note_paper",
    "may_propose",
    "may_put",
    "may_read",
    "may_revise",
    "may_still_be_counted",
    "may_support",
    "may_support_version",
    "may_take_back_support",
    "may_tell",
    "may_vote",
    "may_vote_in_secret",
    "may_vote_once",
    "may_withdraw",
    "noted_on_paper",
    "paper_key",
    "paper_voter",
    "votes_on_paper",
]
