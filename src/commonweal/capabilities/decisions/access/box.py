"""By which keys a secret vote hides who has voted, and who votes on paper.

A digest by such a key finds somebody while the vote lasts. With the key it is gone, in
the database, its logs and every copy of it.
"""

from collections.abc import Iterable
from uuid import UUID

from commonweal.capabilities.decisions.models import PaperVoter, Question
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.keys import queries as keys
from commonweal.foundation.keys import store
from commonweal.foundation.rows import Identified
from commonweal.rules.secrecy.sealed_words import keyed_digest


def key_name(question: Question) -> str:
    """Name the key that the envelopes of a question are sealed with."""
    return f"ballots/{question.pk}"


def paper_key(proposal: UUID) -> str:
    """Name the key of those who vote on paper in the next vote, or the open one."""
    over = Question.objects.filter(proposal=proposal, settled_at__isnull=False)
    return f"paper/{proposal}/{over.count() + 1}"


def mark_of(voter: UUID, *, key: str) -> str:
    """Give the digest by which a voter is found; refuses where the key is missing."""
    return next(iter(marks_of([voter], key=key)))


def marks_of(voters: Iterable[UUID], *, key: str) -> dict[str, UUID]:
    """Say whose each digest is, of these voters."""
    secret = store.kept(key)
    return {keyed_digest(secret, "voter", str(voter)): voter for voter in voters}


def has_voted(member: Identified | None, question: Question) -> bool:
    """Say whether a member's ballot is in, while a secret vote is open."""
    key = key_name(question)
    if member is None or not store.is_kept(key):
        return False
    marks = question.turnout_marks.filter(mark=mark_of(member.id, key=key))
    return marks.exists()


def votes_on_paper(member: Member | None, proposal_id: UUID) -> bool:
    """Say whether a member was noted, before the vote opened, as voting on paper."""
    if member is None:
        return False
    noted = noted_on_paper(member, proposal_id)
    return noted is not None and noted.counts


def noted_on_paper(member: Member, proposal_id: UUID) -> PaperVoter | None:
    """Find what was noted of a member and paper, whether it counts or not."""
    there = PaperVoter.objects.filter(proposal=proposal_id)
    if not there.exists():
        return None
    return there.filter(mark=mark_of(member.pk, key=paper_key(proposal_id))).first()


def paper_voter(noted: PaperVoter) -> UUID:
    """Open whom a note is about."""
    return UUID(keys.opened(noted.sealed, about=f"paper voter {noted.pk}"))
