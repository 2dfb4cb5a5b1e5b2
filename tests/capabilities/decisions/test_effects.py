"""What a decision sets in motion, and by which rule alone it may."""

import pytest

from commonweal.capabilities.decisions import actions, queries
from commonweal.foundation import effects
from commonweal.foundation.institutions.queries import (
    charter_in_force,
    members,
    officers,
    statements,
)
from commonweal.foundation.language import say
from commonweal.rules import recount
from commonweal.rules.verdict import Refused
from tests.builders import a_member, an_institution, day
from tests.capabilities.decisions.given import (
    A_MOMENT,
    a_draft,
    a_proposal,
    answered,
    seen,
    voting,
)

pytestmark = pytest.mark.django_db

SHORTER = actions.Aim("amend_charter", {"changes": {"rules.ordinary.voting_days": 3}})


@pytest.fixture
def union():
    return an_institution(founder="Nour")


@pytest.fixture
def tenants(union):
    return [a_member(union, name) for name in ("Asha", "Ben", "Chidi")]


def days_of_voting(union, at):
    return charter_in_force(union, at=at).rule("ordinary").voting_days


def test_no_ordinary_motion_can_name_a_change_of_the_charter(union, tenants):
    smuggled = actions.Aim(SHORTER.effect, SHORTER.terms, rule_id="ordinary")

    with pytest.raises(Refused) as refusal:
        a_draft(union, tenants[0], at=day(1), aim=smuggled)

    assert refusal.value.verdict.id == "rule_is_another"


def test_in_a_young_institution_one_member_alone_changes_no_charter(union, tenants):
    alone = a_proposal(union, tenants[:1], at=day(1), aim=SHORTER)

    view = seen(alone, at=day(1))
    assert view.support_needed == 2
    assert view.stage == "seeking_support"


def test_an_effect_goes_by_the_rule_the_charter_maps_it_to(union, tenants):
    draft = a_draft(union, tenants[0], at=day(1), aim=SHORTER)

    assert draft.rule_id == "charter_change"


def test_the_charter_is_another_from_the_moment_it_was_decided_for(union, tenants):
    question = voting(a_proposal(union, tenants[:2], at=day(30), aim=SHORTER))
    answered(question, yes=tenants)

    view = seen(question.proposal, at=day(300))

    assert days_of_voting(union, view.moments.in_force_at - A_MOMENT) == 5
    assert days_of_voting(union, view.moments.in_force_at) == 3


def test_rules_in_force_at_the_opening_hold_to_the_end(union, tenants):
    amending = voting(a_proposal(union, tenants[:2], at=day(30), aim=SHORTER))
    answered(amending, yes=tenants)
    in_force = amending.closes_at
    running = voting(a_proposal(union, tenants[:2], at=day(50)))

    seen(amending.proposal, at=day(300))

    assert running.opens_at < in_force
    assert running.closes_at == day(62)


def test_members_are_admitted_by_decision(union, tenants):
    terms = {"people": [{"name": "Farah", "member_class": "tenant"}]}
    aim = actions.Aim("admit_member", terms)
    question = voting(a_proposal(union, tenants[:2], at=day(1), aim=aim))
    closes = answered(question, yes=tenants)

    seen(question.proposal, at=closes)

    names = {one.name for one in members(union, at=closes)}
    assert "Farah" in names


@pytest.mark.parametrize("ending", ["admitted", "withdrawn", "lapsed"])
def test_an_address_is_forgotten_once_nothing_needs_it(union, tenants, ending):
    farah = {"name": "Farah", "member_class": "tenant", "email": "farah@example.org"}
    aim = actions.Aim("admit_member", {"people": [farah]})
    if ending == "lapsed":
        admitting = a_proposal(union, tenants[:1], at=day(1), aim=aim)
        actions.take_back_support(admitting, by=tenants[0], at=day(1))
    else:
        admitting = a_proposal(union, tenants[:2], at=day(1), aim=aim)
    if ending == "withdrawn":
        actions.withdraw(admitting, by=tenants[0], at=day(2))
    if ending == "admitted":
        answered(voting(admitting), yes=tenants)

    view = seen(admitting, at=day(90))

    assert view.stage == {"admitted": "in_force"}.get(ending, ending)
    assert "farah@example.org" not in str(view.proposal.terms)


def test_an_office_is_filled_by_whoever_was_elected(union, tenants):
    asha, ben, chidi = tenants
    stand = tuple(actions.Option(one.name, id=str(one.pk)) for one in tenants)
    aim = actions.Aim("fill_office", {"office": "steward"})
    proposal = a_proposal(
        union, tenants[:2], "Who will be stewards?", at=day(1), options=stand, aim=aim
    )
    question = voting(proposal)
    for voter in tenants:
        marks = {"ranks": {str(asha.pk): 1, str(chidi.pk): 2, str(ben.pk): 3}}
        actions.cast_ballot(question, by=voter, marks=marks, at=question.opens_at)

    view = seen(proposal, at=question.closes_at)

    holders = {one.holder.name for one in officers(union, at=question.closes_at)}
    charter = charter_in_force(union, at=day(1))
    told = effects.effect("fill_office").told(charter, aim.terms)
    assert "“Steward” for 365 days" in say(told, "en")
    assert view.question.outcome.seats == 3
    assert holders == {"Asha", "Ben", "Chidi"}


def test_a_statement_is_adopted_in_the_words_voted_on(union, tenants):
    aim = actions.Aim("adopt_statement")
    question = voting(
        a_proposal(union, tenants[:2], "Nobody pays alone", at=day(1), aim=aim)
    )
    closes = answered(question, yes=tenants)

    seen(question.proposal, at=closes)

    [statement] = statements(union, at=closes)
    assert statement.title == "Nobody pays alone"
    assert statement.text == "Because it is cold."


def test_what_can_no_longer_be_done_is_said_and_the_decision_stands(union, tenants):
    first = voting(a_proposal(union, tenants[:2], at=day(30), aim=SHORTER))
    second = voting(a_proposal(union, tenants[:2], at=day(31), aim=SHORTER))
    answered(first, yes=tenants)
    answered(second, yes=tenants)

    view = seen(second.proposal, at=day(300))

    assert view.stage == "in_force"
    refused = view.decision.effect_refused
    assert refused is not None
    assert not refused["facts"], "a name may stand in them"


def test_options_are_chosen_between_and_the_bundle_counts_the_same(union, tenants):
    options = tuple(actions.Option(name) for name in ("Paint", "Lamps", "Bench"))
    aim = actions.Aim(rule_id="options")
    proposal = a_proposal(
        union, tenants[:2], "What first?", at=day(1), options=options, aim=aim
    )
    question = voting(proposal)
    for voter in tenants:
        marks = {"ranks": {"option-2": 1, "option-1": 2}}
        actions.cast_ballot(question, by=voter, marks=marks, at=question.opens_at)

    view = seen(proposal, at=question.closes_at)
    bundle = queries.recount_bundle(view.question.question)

    assert view.question.outcome.winners == ("option-2",)
    assert recount.agrees(bundle)
    assert "Asha" not in str(bundle)
    bundle["ballots"][0]["count"] += 1
    assert not recount.agrees(bundle)


def test_one_option_or_two_alike_are_no_choice(union, tenants):
    aim = actions.Aim(rule_id="options")
    alike = (actions.Option("Paint"), actions.Option(" Paint"))

    with pytest.raises(Refused) as one:
        a_draft(union, tenants[0], at=day(1), options=alike[:1], aim=aim)
    with pytest.raises(Refused) as repeated:
        a_draft(union, tenants[0], at=day(1), options=alike, aim=aim)

    assert one.value.verdict.id == "options_missing"
    assert repeated.value.verdict.id == "options_repeat"


def test_an_effect_nobody_knows_is_refused(union, tenants):
    with pytest.raises(Refused) as refusal:
        a_draft(union, tenants[0], at=day(1), aim=actions.Aim("sell_the_house"))

    assert refusal.value.verdict.id == "effect_unknown"
