"""Who may say something, and take it back."""

from datetime import datetime

from commonweal.foundation.institutions.access import has_right
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.threads.models import Post
from commonweal.rules.charters.charter import Charter
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused


def may_speak(member: Member | None, charter: Charter, *, at: datetime) -> Verdict:
    """Let whoever may take part in discussions say something."""
    return has_right(member, charter, "speak", at=at)


def may_be_said(text: str) -> Verdict:
    """Allow a text that says something."""
    return ALLOWED if text else refused("text_empty")


def may_answer(answered: Post | None) -> Verdict:
    """Allow an answer to what stands in the same thread and was not taken back."""
    if answered is None or answered.taken_back_at is not None:
        return refused("post_gone")
    return ALLOWED


def may_take_back(post: Post, member: Member | None) -> Verdict:
    """Let people take back what they said themselves, once."""
    own = member is not None and post.author_id == member.id and not member.left_at
    return first_refusal(
        ALLOWED if own else refused("post_of_another"),
        ALLOWED if post.taken_back_at is None else refused("post_gone"),
    )
