"""Write a proposal, put it, change its words, withdraw it."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from commonweal.capabilities.decisions import access
from commonweal.capabilities.decisions.actions.addresses import (
    opened_terms,
    sealed_terms,
)
from commonweal.capabilities.decisions.actions.aims import (
    Aim,
    aim_stands,
    understood,
)
from commonweal.capabilities.decisions.actions.sponsoring import (
    needs_sponsor,
    wait_for_sponsor,
)
from commonweal.capabilities.decisions.actions.supporting import give_support
from commonweal.capabilities.decisions.actions.upkeep import (
    Facts,
    locked,
    next_number,
    note,
    remember_due,
)
from commonweal.capabilities.decisions.actions.wording import (
    Wording,
    cleaned,
    differs,
    kept,
)
from commonweal.capabilities.decisions.models import Proposal, Version
from commonweal.capabilities.decisions.queries import timelines
from commonweal.capabilities.decisions.queries.held import (
    VERSION,
    put,
    salts_for,
    worded,
)
from commonweal.capabilities.decisions.queries.tally import METHODS
from commonweal.foundation import effects
from commonweal.foundation.institutions.access import has_right, may_be_written_in
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.foundation.journal.seals import sealed
from commonweal.foundation.people.actions import have_letters_sent
from commonweal.rules import plain
from commonweal.rules.charters.charter import Charter, rule_for
from commonweal.rules.verdict import ALLOWED, refused, require
from commonweal.rules.voting.bearings import may_be_put_with
from commonweal.rules.voting.decision_rule import (
    DecisionRule,
    asks_no_less,
    supporters_needed,
)
from commonweal.rules.voting.preparation import can_be_correction


@transaction.atomic
def draft_proposal(
    institution: Institution,
    *,
    by: Member | None,
    words: Wording,
    aim: Aim,
    at: datetime,
) -> Proposal:
    """Write a proposal that only its author sees until it is put.

    Nobody else learns that there is one, so the journal has no line about it yet.
    """
    institution = lock(institution, at=at)
    charter = charter_in_force(institution, at=at)
    require(access.may_propose(by, charter, effect=aim.effect, at=at))
    rule = _rule_asked_for(charter, aim)
    aim = understood(institution, aim, at)
    require(aim_stands(institution, aim, at))
    words = cleaned(words, rule, aim.terms)
    proposal = Proposal(
        institution=institution,
        number=next_number(institution),
        author=by,
        rule_id=rule.id,
        effect=aim.effect,
        drafted_at=at,
    )
    proposal.terms = sealed_terms(proposal, aim.terms)
    proposal.save(force_insert=True)
    title = _title(institution, words.title, words.text, aim, at)
    _write_version(proposal, 1, replace(words, title=title), at=at)
    return proposal


@transaction.atomic
def put_proposal(proposal: Proposal, *, by: Member | None, at: datetime) -> Proposal:
    """Put a draft to the members. Its author is its first supporter.

    A newcomer's stays a draft until a sponsor lets it through, and is put then.
    """
    proposal = locked(proposal, at=at)
    charter = charter_in_force(proposal.institution, at=at)
    require(access.may_put(by, proposal, charter, at=at))
    if needs_sponsor(proposal, by, charter, at=at):
        return wait_for_sponsor(proposal, by, at=at)
    require(access.may_propose(by, charter, effect=proposal.effect, at=at))
    aim = Aim(proposal.effect, opened_terms(proposal), proposal.rule_id)
    rule = _rule_asked_for(charter, aim)
    aim = understood(proposal.institution, aim, at)
    require(aim_stands(proposal.institution, aim, at))
    _count_letters(aim, by=by, at=at)
    version = proposal.versions.get()
    version.title = _title(proposal.institution, version.title, version.text, aim, at)
    Version.objects.filter(pk=version.pk).update(title=version.title, written_at=at)
    proposal.put_at, proposal.rule_id = at, rule.id
    proposal.terms = sealed_terms(proposal, aim.terms)
    proposal.rule, proposal.zone = plain.rule_to_plain(rule), charter.time_zone
    proposal.support_needed = _support_needed(proposal.institution, charter, rule, at)
    proposal.salts = salts_for(proposal.terms)
    proposal.save()
    version.written_at = at
    note(
        "put_proposal",
        proposal,
        by=by,
        at=at,
        facts=put(proposal, version),
        words={"title": version.title},
    )
    if has_right(by, charter, "support", at=at):
        assert by is not None
        give_support(proposal, by=by, version_number=version.number, at=at)
    remember_due(proposal, at=at)
    return proposal


@transaction.atomic
def revise(
    proposal: Proposal,
    *,
    by: Member | None,
    words: Wording,
    is_correction: bool,
    seen: UUID | None,
    at: datetime,
) -> Version:
    """Change the words. A correction keeps its supporters, a change asks them anew.

    On the last day before the freeze there are only changes. `seen` is the version that
    was being changed: in two windows at once, the second writes over nothing unread.
    """
    proposal = locked(proposal, at=at)
    standing = timelines.standing(proposal, at=at)
    require(access.may_revise(by, proposal, standing.stage))
    require(may_be_written_in(proposal.institution, at=at))
    words = cleaned(words, standing.rule, proposal.terms)
    if standing.stage != "draft":
        require(may_be_put_with(standing.rule.bearings, words.bearings))
    is_correction &= can_be_correction(freezes_at=standing.moments.freezes_at, at=at)
    newest = proposal.versions.order_by("-number")[0]
    require(access.may_write_over(seen, newest))
    require(differs(newest, words))
    if standing.stage == "draft":
        newest.delete()
        return _write_version(proposal, 1, words, at=at)
    version = _write_version(
        proposal, newest.number + 1, words, is_correction=is_correction, at=at
    )
    _keep_own_support(proposal, by, version.number, at)
    deed = "correct_proposal" if is_correction else "revise_proposal"
    facts: Facts = {**worded(version), **sealed((VERSION, version))}
    note(deed, proposal, by=by, at=at, facts=facts)
    remember_due(proposal, at=at)
    return version


@transaction.atomic
def contest_correction(proposal: Proposal, *, by: Member | None, at: datetime) -> None:
    """Say that a correction changes the meaning: support is then to be confirmed."""
    proposal = locked(proposal, at=at)
    newest = proposal.versions.order_by("-number")[0]
    is_correction = newest.is_correction and newest.contested_at is None
    stage = timelines.standing(proposal, at=at).stage
    require(access.may_contest(by, proposal, stage, is_correction=is_correction))
    newest.contested_at = at
    newest.save(update_fields=["contested_at"])
    facts = sealed((VERSION, newest))
    note("contest_correction", proposal, by=by, at=at, facts=facts)
    remember_due(proposal, at=at)


def _title(
    institution: Institution, title: str, text: str, aim: Aim, at: datetime
) -> str:
    """Give the title; where nobody may write, an answer bears that of the matter."""
    require(access.may_say_more(institution, text, at=at))
    may = may_be_written_in(institution, at=at)
    return title if may else str(aim.terms.get("named") or title)


def _rule_asked_for(charter: Charter, aim: Aim) -> DecisionRule:
    """Give the rule for this aim; only what sets nothing in motion has a choice."""
    due = rule_for(charter, aim.effect or None)
    asked = charter.rule(aim.rule_id) if aim.rule_id else due
    require(ALLOWED if asked else refused("rule_unknown"))
    assert asked is not None
    # Without an effect one may choose between options by any rule made for that,
    # but a yes or no goes by the ordinary rule and no weaker one.
    fits = not asked.asks_one_text or asks_no_less(asked, than=due)
    free = not aim.effect and fits and asked.id != charter.charter_rule
    require(
        ALLOWED if asked == due or free else refused("rule_is_another", rule=due.title)
    )
    assert asked.method in METHODS, "a charter in force names only methods it has"
    return asked


def _count_letters(aim: Aim, *, by: Member | None, at: datetime) -> None:
    """Count the letters that a yes sends on its author; the draft stays if refused.

    Else one person could found institutions and have each of them admit addresses.
    """
    letters = effects.effect(aim.effect).letters(aim.terms) if aim.effect else 0
    if letters and by is not None and by.person_id is not None:
        have_letters_sent(by.person_id, letters, at=at)


def _write_version(
    proposal: Proposal,
    number: int,
    words: Wording,
    *,
    is_correction: bool = False,
    at: datetime,
) -> Version:
    return Version.objects.create(
        institution=proposal.institution,
        proposal=proposal,
        number=number,
        title=words.title,
        text=words.text,
        options=kept(words.options),
        bearings=dict(words.bearings),
        language=words.language,
        is_correction=is_correction,
        written_at=at,
    )


def _keep_own_support(
    proposal: Proposal, by: Member | None, number: int, at: datetime
) -> None:
    """Let whoever wrote the new words stand behind them, if they did before."""
    own = proposal.supports.filter(member=by, withdrawn_at=None)
    if by is not None and own.exists():
        give_support(proposal, by=by, version_number=number, at=at)


def _support_needed(
    institution: Institution, charter: Charter, rule: DecisionRule, at: datetime
) -> int:
    roll = timelines.support_roll(institution, charter, rule, at=at)
    return supporters_needed(rule, roll=roll.size)
