"""Who may read, propose, support, revise and withdraw, and why not."""

from datetime import datetime, timedelta
from uuid import UUID

from commonweal.capabilities.decisions.models import Proposal, Support, Version
from commonweal.foundation import effects
from commonweal.foundation.institutions.access import (
    has_right,
    has_right_though_frozen,
    may_be_written_in,
    may_see,
)
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.threads.models import Hold
from commonweal.rules.charters.charter import Charter
from commonweal.rules.moderation.newcomers import may_put_another
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused
from commonweal.rules.voting.bearings import may_be_put_with
from commonweal.rules.voting.stage_table import Stage

HOLDS = frozenset({"adopted", "in_force", "review_due"})
OPEN_FOR_SUPPORT = frozenset({"seeking_support", "deliberating", "amending"})
OPEN_FOR_WORDS = OPEN_FOR_SUPPORT | {"draft"}
OPEN_FOR_WITHDRAWAL = OPEN_FOR_WORDS | {"frozen"}


def may_read(
    member: Member | None, charter: Charter, proposal: Proposal, stage: Stage
) -> Verdict:
    """Show a stranger what the charter makes public, and never what names members."""
    # Who asks to belong or stands for an office did not ask to be seen by the street.
    if member is None and effects.names_people(proposal.effect):
        return refused("shown_to_members")
    return may_see(member, charter, "decisions" if stage in HOLDS else "proposals")


def may_propose(
    member: Member | None, charter: Charter, *, effect: str = "", at: datetime
) -> Verdict:
    """Let members propose whose class has that right.

    An answer that others wait for also where the operator lets nobody write: else
    whoever runs the server could keep a base from answering until it is too late.
    """
    given = has_right(member, charter, "propose", at=at)
    if given or given.id != "institution_frozen" or not effects.answers(effect):
        return given
    return has_right_though_frozen(member, charter, "propose", at=at)


def may_say_more(institution: Institution, text: str, *, at: datetime) -> Verdict:
    """Let an answer go without words where the operator lets nobody write."""
    may = may_be_written_in(institution, at=at)
    if may or not text:
        return ALLOWED
    return refused("answer_without_words", **may.facts)


def may_put(
    member: Member | None, proposal: Proposal, charter: Charter, *, at: datetime
) -> Verdict:
    """Let the author put a draft, once, while the charter leaves them room for it."""
    own = first_refusal(
        _is_author(member, proposal),
        refused("already_put") if proposal.put_at else ALLOWED,
    )
    return first_refusal(
        own,
        may_wait(proposal),
        _has_room(proposal, charter, at=at),
        _says_what_is_asked(proposal, charter),
    )


def _says_what_is_asked(proposal: Proposal, charter: Charter) -> Verdict:
    """Ask for all that the charter wants said besides, by its rule of today."""
    rule = charter.rule(proposal.rule_id)
    if rule is None or proposal.put_at or not rule.bearings.asked:
        return ALLOWED
    newest = proposal.versions.order_by("-number").first()
    return may_be_put_with(rule.bearings, newest.bearings if newest else {})


def may_wait(proposal: Proposal) -> Verdict:
    """Ask for a sponsor once at a time."""
    waits = Hold.objects.filter(about_id=proposal.pk, answered_at=None)
    return refused("waits_for_sponsor") if waits.exists() else ALLOWED


def _has_room(proposal: Proposal, charter: Charter, *, at: datetime) -> Verdict:
    terms = charter.moderation
    if not terms.most_proposals:
        return ALLOWED
    put = Proposal.objects.filter(
        institution=proposal.institution_id,
        author=proposal.author_id,
        put_at__gt=at - timedelta(days=terms.proposal_days),
    ).values_list("put_at", flat=True)
    return may_put_another(terms, put=[one for one in put if one], at=at)


def may_revise(member: Member | None, proposal: Proposal, stage: Stage) -> Verdict:
    """Let the author change the words until they are frozen."""
    return first_refusal(
        _is_author(member, proposal),
        ALLOWED if stage in OPEN_FOR_WORDS else refused("words_are_fixed"),
        refused("charter_words_are_its_changes")
        if proposal.effect == "amend_charter"
        else ALLOWED,
    )


def may_write_over(seen: UUID | None, newest: Version) -> Verdict:
    """Let nobody write over words that changed after they began to change them.

    Whoever does not say which words they saw may have seen others.
    """
    return ALLOWED if seen == newest.pk else refused("words_written_meanwhile")


def may_contest(
    member: Member | None, proposal: Proposal, stage: Stage, *, is_correction: bool
) -> Verdict:
    """Let a supporter say that what is called a correction changes the meaning."""
    standing = proposal.supports.filter(withdrawn_at=None)
    supports = member is not None and standing.filter(member=member).exists()
    return first_refusal(
        ALLOWED if is_correction else refused("not_a_correction"),
        ALLOWED if stage in OPEN_FOR_SUPPORT else refused("words_are_fixed"),
        ALLOWED if supports else refused("only_supporters_contest"),
    )


def may_support(
    member: Member | None, charter: Charter, stage: Stage, *, at: datetime
) -> Verdict:
    """Let members with that right support a proposal until its text is frozen."""
    return first_refusal(
        has_right(member, charter, "support", at=at),
        refused("put_it_first") if stage == "draft" else ALLOWED,
        ALLOWED if stage in OPEN_FOR_SUPPORT else refused("support_is_over"),
    )


def may_support_version(seen: int | None, *, newest: int) -> Verdict:
    """Let nobody stand behind words that changed after they read them."""
    if seen is None or seen == newest:
        return ALLOWED
    return refused("words_changed_meanwhile", seen=seen, newest=newest)


def may_take_back_support(
    member: Member | None, proposal: Proposal, stage: Stage
) -> Verdict:
    """Let a supporter step back until the text is frozen."""
    gives = Support.objects.filter(proposal=proposal, withdrawn_at=None)
    return first_refusal(
        ALLOWED if stage in OPEN_FOR_SUPPORT else refused("support_is_over"),
        ALLOWED
        if member is not None and gives.filter(member=member).exists()
        else refused("you_do_not_support_it"),
    )


def may_withdraw(member: Member | None, proposal: Proposal, stage: Stage) -> Verdict:
    """Let the author withdraw until the vote opens."""
    return first_refusal(
        _is_author(member, proposal),
        ALLOWED if stage in OPEN_FOR_WITHDRAWAL else refused("too_late_to_withdraw"),
    )


def _is_author(member: Member | None, proposal: Proposal) -> Verdict:
    is_author = member is not None and proposal.author_id == member.pk
    return ALLOWED if is_author else refused("only_the_author")
