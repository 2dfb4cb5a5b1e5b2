"""What the tellers do for a secret vote: note who votes on paper or at a table, and
enter the paper box."""

from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from commonweal.capabilities.decisions import access
from commonweal.capabilities.decisions.actions.upkeep import Facts, locked, note
from commonweal.capabilities.decisions.models import (
    PaperEntry,
    PaperVoter,
    Proposal,
    Question,
)
from commonweal.capabilities.decisions.queries import timelines
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.foundation.keys import actions as keys
from commonweal.foundation.keys import store
from commonweal.rules.verdict import ALLOWED, require
from commonweal.rules.voting import secret_ballots
from commonweal.rules.voting.channels import PAPER, TABLE, Channel, may_second
from commonweal.rules.voting.paper import (
    PaperCount,
    adds_up,
    may_note_for_others,
    written,
)


@transaction.atomic
def check_out_to_paper(
    proposal: Proposal, *, voter: Member, by: Member | None, at: datetime
) -> None:
    """Note that a member votes on paper in the next vote on this, and not here.

    What a teller notes of somebody else counts once another teller, or the voter, says
    so too; tellers do so a day before the vote opens or not at all.
    """
    proposal = _may_be_sent(proposal, voter, by, at)
    _check_out(proposal, voter, PAPER, by=by, at=at)


@transaction.atomic
def check_out_to_table(
    proposal: Proposal, *, voter: Member, by: Member | None, at: datetime
) -> None:
    """Note that a member votes at a table in the next vote on this, and not here."""
    proposal = _may_be_sent(proposal, voter, by, at)
    if access.channel_of(voter, proposal.pk) != TABLE:
        require(access.may_sit(proposal))
    _check_out(proposal, voter, TABLE, by=by, at=at)


def _may_be_sent(
    proposal: Proposal, voter: Member, by: Member | None, at: datetime
) -> Proposal:
    proposal = _may_be_noted(proposal, voter, by, at)
    charter = charter_in_force(proposal.institution, at=at)
    require(access.may_be_counted(proposal, charter, at=at))
    return proposal


def _may_be_noted(
    proposal: Proposal, voter: Member, by: Member | None, at: datetime
) -> Proposal:
    proposal = locked(proposal, at=at)
    now = timelines.standing(proposal, at=at)
    again_at = now.again_at(at)
    require(access.may_leave_paper(now.rule, now.stage, again_at=again_at))
    require(access.may_note_paper(by, voter, now.charter, at=at))
    opens_at = again_at or now.moments.opens_at
    own = by == voter
    require(ALLOWED if own else may_note_for_others(opens_at=opens_at, at=at))
    return proposal


def _check_out(
    proposal: Proposal,
    voter: Member,
    channel: Channel,
    *,
    by: Member | None,
    at: datetime,
) -> None:
    own = by == voter
    noted = access.noted_on_paper(voter, proposal.pk)
    if noted is None:
        row = PaperVoter(institution=proposal.institution, proposal=proposal)
        row.noted_by, row.counts = None if own else by, own
        _seal_note(row, voter, channel)
        row.save(force_insert=True)
    if noted is None or _said_more(noted, voter, channel, by=by):
        deed = "choose_paper" if own else "check_out_to_paper"
        _note_paper(deed, proposal, None if own else by, at)


def _said_more(
    noted: PaperVoter, voter: Member, channel: Channel, *, by: Member | None
) -> bool:
    """Let a second word count; say whether it told anything that was not noted."""
    own, there = by == voter, access.channel_in(noted)
    require(may_second(there, channel, own=own))
    before = noted.counts, noted.noted_by, there
    noted.counts = noted.counts or own or noted.noted_by != by
    noted.noted_by = None if own else noted.noted_by
    if before == (noted.counts, noted.noted_by, channel):
        return False
    _seal_note(noted, voter, channel)
    noted.save(update_fields=["counts", "noted_by", "sealed"])
    return True


def _seal_note(row: PaperVoter, voter: Member, channel: Channel) -> None:
    """Seal whom a note is about and where they vote, to one length for both."""
    key, about = access.paper_key(row.proposal_id), f"paper voter {row.pk}"
    assert len(channel) == len(PAPER), "its length would tell the channel"
    row.sealed = keys.seal(f"{channel} {voter.pk}", key=key, about=about)
    row.mark = access.mark_of(voter.pk, key=key)


@transaction.atomic
def check_in_from_paper(
    proposal: Proposal, *, voter: Member, by: Member | None, at: datetime
) -> None:
    """Note that a member votes here after all.

    What voters chose themselves only they undo; what a teller noted any teller does,
    a day before the vote opens or not at all.
    """
    proposal = _may_be_noted(proposal, voter, by, at)
    noted = access.noted_on_paper(voter, proposal.pk)
    if noted is not None:
        own = by == voter
        require(access.may_undo_note(noted, own=own))
        noted.delete()
        deed = "leave_paper" if own else "check_in_from_paper"
        _note_paper(deed, proposal, None if own else by, at)


def _note_paper(deed: str, proposal: Proposal, by: Member | None, at: datetime) -> None:
    # Nobody, where voters chose for themselves: the line outlives the key.
    facts: Facts = {"out": proposal.paper_voters.filter(counts=True).count()}
    note(deed, proposal, by=by, at=at, facts=facts)


@transaction.atomic
def enter_paper_count(
    question: Question, *, by: Member | None, count: PaperCount, at: datetime
) -> PaperEntry:
    """Enter what one teller found in the paper box, in place of what they had.

    It counts once another teller has entered the same.
    """
    institution = lock(question.institution, at=at)
    charter = charter_in_force(institution, at=question.opens_at)
    require(access.may_enter_paper(by, question, charter, at=at))
    require(access.may_still_be_counted(question))
    assert by is not None
    count = _bare(question, count)
    require(adds_up(count, checked_out=access.checked_out(question)))
    key = access.key_name(question)
    # A key that is gone is not made anew: what it sealed could never be counted.
    store.kept(key)
    sealed = keys.seal(written(count), key=key, about=str(question.pk))
    entry, _ = PaperEntry.objects.update_or_create(
        institution=institution,
        question=question,
        entered_by=by,
        defaults={"sealed": sealed},
    )
    # Of what is sealed: the line stays, and of few ballots there are few counts.
    seal = sha256(sealed).hexdigest()
    # No number either: on paper there may be one or two.
    facts: Facts = {"call": question.call, "seal": seal}
    note("enter_paper_count", question.proposal, by=by, at=at, facts=facts)
    return entry


def _bare(question: Question, count: PaperCount) -> PaperCount:
    """Keep of each paper ballot what its form has, and refuse what it cannot say."""
    for marks, _ in count.said:
        require(access.may_say(question, marks))
    form = access.form_of(question)
    said = tuple((secret_ballots.bare(one, form=form), n) for one, n in count.said)
    return replace(count, said=said)
