"""What is fixed as a vote opens: its rule, its roll, how many places it fills."""

from datetime import datetime
from uuid import UUID

from commonweal.capabilities.decisions.models import Proposal, Question, Version
from commonweal.capabilities.decisions.queries import timelines
from commonweal.capabilities.decisions.queries.candidates import classes_of
from commonweal.foundation import effects
from commonweal.foundation.institutions.actions.rolls import freeze_roll
from commonweal.foundation.institutions.models import Roll
from commonweal.foundation.institutions.queries import Announced, charter_in_force
from commonweal.rules import plain
from commonweal.rules.charters.charter import Charter, franchise_for, rule_for
from commonweal.rules.voting.decision_rule import DecisionRule
from commonweal.rules.voting.keeping_places import fixed_at_opening
from commonweal.rules.voting.marking import Marking


def rule_and_places(
    proposal: Proposal,
    version: Version,
    now: timelines.Standing,
    first: Question | None,
) -> tuple[DecisionRule, int]:
    """Fix the rule and the places to fill, as in a first call where there was one."""
    if first is not None:
        return plain.rule_from_plain(first.rule), first.seats
    return fixed_at_opening(
        _rule_at_opening(proposal, now),
        seats=_places(now.charter, proposal),
        standing=classes_of(proposal.institution_id, version.options),
    )


def _rule_at_opening(proposal: Proposal, now: timelines.Standing) -> DecisionRule:
    """Give the rule as the charter has it now; a rule since removed holds as put.

    A rule that now counts another way, or another form of ballot, cannot ask what was
    deliberated, so the one the proposal was put under holds then too.
    """
    put = now.timeline.rule_when_put
    if proposal.effect:
        today: DecisionRule | None = rule_for(now.charter, proposal.effect)
    else:
        today = now.charter.rule(proposal.rule_id)
    if today is None or _is_asked(today) != _is_asked(put):
        return put
    return today


def _is_asked(rule: DecisionRule) -> tuple[str, Marking]:
    """Give what a ballot under this rule is like."""
    return rule.method, rule.marking


def roll_at_opening(
    proposal: Proposal, charter: Charter, rule: DecisionRule, now: timelines.Standing
) -> Roll:
    """Freeze who may vote: by the charter now, or as the vote was announced."""
    assert now.moments.opens_at is not None
    noticed_at = now.moments.freezes_at or now.moments.opens_at
    then = charter_in_force(proposal.institution, at=noticed_at)
    return freeze_roll(
        proposal.institution,
        franchise_for(charter, rule),
        noticed_at=noticed_at,
        at=now.moments.opens_at,
        announced=Announced(then, franchise_for(then, _rule_in(proposal, then, rule))),
        left_out=_left_out(proposal, at=now.moments.opens_at),
    )


def _left_out(proposal: Proposal, *, at: datetime) -> frozenset[UUID]:
    """Give whom what is asked leaves out, though the rule would let them vote."""
    if proposal.effect not in effects.names():
        return frozenset()
    known = effects.effect(proposal.effect)
    return known.left_out(proposal.institution, proposal.terms, at)


def _rule_in(proposal: Proposal, charter: Charter, rule: DecisionRule) -> DecisionRule:
    """Give the rule as a charter has it; one that it does not have, as it is fixed."""
    if proposal.effect:
        return rule_for(charter, proposal.effect)
    return charter.rule(proposal.rule_id) or rule


def _places(charter: Charter, proposal: Proposal) -> int:
    """Say how many may win: as many as the office has seats, or one."""
    office = charter.office(str(proposal.terms.get("office", "")))
    return office.seats if office else 1
