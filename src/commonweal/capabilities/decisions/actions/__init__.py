"""What can be done with decisions."""

from commonweal.capabilities.decisions.actions.aims import Aim
from commonweal.capabilities.decisions.actions.back_from_paper import (
    ask_to_vote_here,
    say_no_ballot_is_out,
    stay_with_paper,
)
from commonweal.capabilities.decisions.actions.forgetting import forget_name_in_terms
from commonweal.capabilities.decisions.actions.giving_up_paper import (
    come_back_from_paper,
)
from commonweal.capabilities.decisions.actions.letting_through import let_draft_through
from commonweal.capabilities.decisions.actions.opening_counts import (
    ask_to_open_count,
    open_closed_count,
)
from commonweal.capabilities.decisions.actions.pausing import pause_vote
from commonweal.capabilities.decisions.actions.supporting import (
    support,
    take_back_support,
)
from commonweal.capabilities.decisions.actions.taking_back import (
    stop_what_is_to_open,
    withdraw,
)
from commonweal.capabilities.decisions.actions.telling import (
    check_in_from_paper,
    check_out_to_paper,
    check_out_to_table,
    enter_paper_count,
)
from commonweal.capabilities.decisions.actions.voting import cast_ballot
from commonweal.capabilities.decisions.actions.wording import Option, Wording
from commonweal.capabilities.decisions.actions.writing import (
    contest_correction,
    draft_proposal,
    put_proposal,
    revise,
)

__all__ = [
    "Aim",
    "Option",
    "Wording",
    "ask_to_open_count",
    "ask_to_vote_here",
    "cast_ballot",
    "check_in_from_paper",
    "check_out_to_paper",
    "check_out_to_table",
    "come_back_from_paper",
    "contest_correction",
    "draft_proposal",
    "enter_paper_count",
    "forget_name_in_terms",
    "let_draft_through",
    "open_closed_count",
    "pause_vote",
    "put_proposal",
    "revise",
    "say_no_ballot_is_out",
    "stay_with_paper",
    "stop_what_is_to_open",
    "support",
    "take_back_support",
    "withdraw",
]
