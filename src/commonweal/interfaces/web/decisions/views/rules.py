"""A rule in one breath, with the numbers of a vote, or of today before there is one."""

from django.utils.translation import gettext, ngettext

from commonweal.capabilities.decisions.queries import (
    METHODS,
    ProposalView,
    places_kept,
    support_roll,
)
from commonweal.foundation.institutions.queries import RollCount, roll_count
from commonweal.foundation.language import number
from commonweal.interfaces.web.requests import InstitutionRequest
from commonweal.rules.charters.charter import franchise_for
from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.decision_rule import DecisionRule, supporters_needed
from commonweal.rules.voting.keeping_places import rule_keeps
from commonweal.rules.voting.rule_words import MEMBERS, rule_sentences

type Lines = list[Sentence | str]


def rule_lines(request: InstitutionRequest, view: ProposalView) -> Lines:
    """Say the rule of a proposal: as it was fixed, or as it would be asked today."""
    question = view.question
    if question is None:
        said = _said(request, view.rule, roll_today(request, view.rule))
        return [*said, *_kept(request, view.rule), *_will_be_open(view.rule)]
    roll = RollCount(question.electorate, question.active)
    said = _said(request, question.rule, roll, second_call=question.call > 1)
    names = {str(one["id"]): str(one["label"]) for one in question.options}
    kept = places_kept(question.question, names, to=request.member)
    return [*said, *kept, *_is_open(view)]


def rule_today(request: InstitutionRequest, rule: DecisionRule) -> Lines:
    """Say a rule with the numbers of today, support included."""
    roll = roll_today(request, rule)
    if not roll.size:
        nobody = _nobody_yet(request, rule)
        return [nobody, *_said(request, rule, roll), *_will_be_open(rule)]
    everybody = _support_roll(request, rule)
    needed = supporters_needed(rule, roll=everybody)
    said = [*_said(request, rule, roll), *_kept(request, rule), *_will_be_open(rule)]
    return [_support_in_words(needed, everybody), *said]


def _will_be_open(rule: DecisionRule) -> tuple[str, ...]:
    """Say before anybody votes who will see it; a secret rule says so itself."""
    words = gettext(
        "This vote will be open: when it is over, members see who voted what."
    )
    return () if rule.is_secret else (words,)


def _is_open(view: ProposalView) -> tuple[str, ...]:
    if view.votes_again_at is not None:
        return _will_be_open(view.rule)
    words = gettext("This vote is open: when it is over, members see who voted what.")
    shown = view.stage == "deciding" and not view.rule.is_secret
    return (words,) if shown else ()


def _kept(request: InstitutionRequest, rule: DecisionRule) -> tuple[Sentence, ...]:
    """Say which places are kept for a class, before it is known who of them stands."""
    found = request.charter.member_class(rule.kept_places.member_class)
    return rule_keeps(rule, found.name) if found else ()


def rule_in_short(request: InstitutionRequest, rule: DecisionRule) -> Lines:
    """Say what admits and what carries, without what happens in a second call."""
    return rule_today(request, rule)[:2]


def support_today(request: InstitutionRequest, rule: DecisionRule) -> int:
    """Say how many supporters a proposal under this rule would need if put today."""
    return supporters_needed(rule, roll=_support_roll(request, rule))


def _support_roll(request: InstitutionRequest, rule: DecisionRule) -> int:
    charter = request.charter
    return support_roll(request.institution, charter, rule, at=request.at).size


def roll_today(request: InstitutionRequest, rule: DecisionRule) -> RollCount:
    """Count who could vote by this rule if its vote opened today."""
    franchise = franchise_for(request.charter, rule)
    return roll_count(request.institution, franchise, at=request.at)


def _said(
    request: InstitutionRequest,
    rule: DecisionRule,
    roll: RollCount,
    *,
    second_call: bool = False,
) -> Lines:
    said = rule_sentences(
        rule,
        electorate=roll.size,
        active=min(roll.active, roll.size),
        second_call=second_call,
        method=METHODS[rule.method].title,
        members=request.charter.words.get("members", MEMBERS),
    )
    return list(said)


def _nobody_yet(request: InstitutionRequest, rule: DecisionRule) -> str:
    franchise = request.charter.franchise(rule.franchise)
    days = franchise.joined_days_before if franchise else 0
    words = ngettext(
        "As of today nobody could vote: it takes members who joined at least "
        "{n} day before. Who counts is seen when voting opens.",
        "As of today nobody could vote: it takes members who joined at least "
        "{n} days before. Who counts is seen when voting opens.",
        days,
    )
    return words.format(n=number(days))


def _support_in_words(needed: int, roll: int) -> str:
    words = ngettext(
        "Put to the vote once {needed} of {all} members supports it.",
        "Put to the vote once {needed} of {all} members support it.",
        needed,
    )
    return words.format(needed=number(needed), all=number(roll))
