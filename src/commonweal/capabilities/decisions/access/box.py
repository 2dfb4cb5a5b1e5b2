"""By which keys a secret vote hides who has voted, and who votes elsewhere.

A digest by such a key finds somebody while the vote lasts. With the key it is gone, in
the database, its logs and every copy of it.
"""

from collections.abc import Iterable
from uuid import UUID

from commonweal.capabilities.decisions.models import PaperVoter, Proposal, Question
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.keys import queries as keys
from commonweal.foundation.keys import store
from commonweal.foundation.rows import Identified
from commonweal.rules.secrecy.sealed_words import keyed_digest
from commonweal.rules.voting.channels import (
    PAPER,
    TABLE,
    Channel,
    CheckedOut,
    Elsewhere,
    seated,
)

UUID_LENGTH = 36
# What stands before a sealed mail address in the terms of a proposal.
SEALED = "sealed:"


def key_name(question: Question) -> str:
    """Name the key that the envelopes of a question are sealed with."""
    return f"ballots/{question.pk}"


def addresses_key(proposal: UUID) -> str:
    """Name the key of the mail addresses that a proposal carries."""
    return f"proposals/{proposal}"


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


def channel_of(member: Member | None, proposal_id: UUID) -> Channel | None:
    """Say where a member was noted as voting, if not here and if that counts."""
    noted = None if member is None else noted_on_paper(member, proposal_id)
    return channel_in(noted) if noted is not None and noted.counts else None


def votes_elsewhere(member: Member | None, question: Question) -> Elsewhere | None:
    """Say where a member votes in a vote that has opened, if not here."""
    channel = channel_of(member, question.proposal_id)
    if channel == TABLE and not checked_out(question).table:
        return "paper_instead"
    return channel


def checked_out(question: Question) -> CheckedOut:
    """Count those on the roll who vote on paper and at a table."""
    noted = list(question.proposal.paper_voters.filter(counts=True))
    ids = {paper_voter(one): channel_in(one) for one in noted}
    listed = question.roll.entries.filter(member__in=ids)
    found = [ids[one] for one in listed.values_list("member_id", flat=True)]
    return seated(CheckedOut(paper=found.count(PAPER), table=found.count(TABLE)))


def noted_out(proposal: Proposal) -> CheckedOut:
    """Count those who were noted so far as voting on paper and at a table."""
    noted = proposal.paper_voters.filter(counts=True)
    found = [channel_in(one) for one in noted]
    return CheckedOut(paper=found.count(PAPER), table=found.count(TABLE))


def noted_on_paper(member: Member, proposal_id: UUID) -> PaperVoter | None:
    """Find what was noted of a member and paper, whether it counts or not."""
    there = PaperVoter.objects.filter(proposal=proposal_id)
    if not there.exists():
        return None
    return there.filter(mark=mark_of(member.pk, key=paper_key(proposal_id))).first()


def paper_voter(noted: PaperVoter) -> UUID:
    """Open whom a note is about."""
    return UUID(_note(noted)[-UUID_LENGTH:])


def channel_in(noted: PaperVoter) -> Channel:
    """Open where they vote; before there were tables everybody was on paper."""
    return TABLE if _note(noted).startswith(TABLE) else PAPER


def _note(noted: PaperVoter) -> str:
    return keys.opened(noted.sealed, about=f"paper voter {noted.pk}")
