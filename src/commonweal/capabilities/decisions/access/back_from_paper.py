"""Who may come back from paper while a vote is open, and who may let them."""

from datetime import datetime

from commonweal.capabilities.decisions.access.box import checked_out, votes_elsewhere
from commonweal.capabilities.decisions.access.paper import is_open, may_enter_paper
from commonweal.capabilities.decisions.models import PaperVoter, Question
from commonweal.foundation.institutions.models import Member
from commonweal.rules.charters.charter import Charter
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused
from commonweal.rules.voting import channels


def may_ask_back(member: Member | None, question: Question, *, at: datetime) -> Verdict:
    """Let whoever was to vote elsewhere ask for their vote here, while it can be.

    Once something was entered of the box, and where so few would be left that their
    ballots were no secret to whoever counts, it stays as it was chosen.
    """
    return first_refusal(
        is_open(question, at=at),
        channels.may_ask_back(
            votes_elsewhere(member, question),
            out=checked_out(question),
            entered=question.paper_entries.exists(),
        ),
    )


def may_stay(noted: PaperVoter | None, question: Question, *, at: datetime) -> Verdict:
    """Let whoever asked for their vote here take that back."""
    asked = noted is not None and noted.asked_back
    return first_refusal(
        is_open(question, at=at),
        ALLOWED if asked else refused("did_not_ask_back"),
    )


def may_let_back(
    by: Member | None,
    voter: Member,
    noted: PaperVoter | None,
    question: Question,
    charter: Charter,
    *,
    at: datetime,
) -> Verdict:
    """Let two tellers, each for themselves, say that a voter who asked has no ballot.

    Tellers send nobody from one channel to the other: the voter asked first.
    """
    asked = noted is not None and noted.asked_back
    mine = noted is not None and by is not None and noted.unhanded_by_id == by.pk
    return first_refusal(
        may_enter_paper(by, question, charter, at=at),
        ALLOWED if asked else refused("voter_did_not_ask_back"),
        refused("teller_of_oneself") if by == voter else ALLOWED,
        refused("another_teller_says_so") if mine else ALLOWED,
        may_ask_back(voter, question, at=at),
    )
