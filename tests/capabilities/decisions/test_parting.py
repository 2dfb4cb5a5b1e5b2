"""An institution parts: decided, called back, or on its day; and what is left then."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.apps import apps

from commonweal.capabilities.decisions import actions
from commonweal.capabilities.decisions.models import Proposal
from commonweal.foundation import duties
from commonweal.foundation.institutions import access, queries
from commonweal.foundation.institutions.actions import by_decision, inviting, joining
from commonweal.foundation.institutions.actions import parting as parting_actions
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.nodes.queries.inventory import data_class
from commonweal.foundation.people.models import OutgoingMail
from commonweal.foundation.people.queries import opened_letter
from commonweal.foundation.safeguards import actions as safeguards
from commonweal.foundation.sealing import actions as sealing
from commonweal.foundation.threads.models import Report
from commonweal.rules.charters.controls import adjusted
from commonweal.rules.ending.terms import Ending
from commonweal.rules.moderation.terms import Moderation
from commonweal.rules.reaching.terms import Reaching
from commonweal.rules.sentence import local_text
from commonweal.rules.verdict import Refused
from tests.builders import (
    a_charter,
    a_member,
    a_person,
    an_institution,
    confirmed,
    day,
)
from tests.capabilities.decisions.given import (
    A_MOMENT,
    a_draft,
    a_proposal,
    answered,
    in_office,
    seen,
    voting,
)
from tests.foundation.threads.given import a_post, reported

pytestmark = pytest.mark.django_db

GOAL = local_text(en="A crossing with lights")
TEST = local_text(en="The lights are on")
REACHED = {"because": "goal_reached"}
NAMES = ("Asha", "Ben", "Chidi", "Dolores", "Emre", "Farah")


def an_assembly(**ending):
    terms = Ending(**{"goal": GOAL, "test": TEST, "winding_up_days": 20, **ending})
    charter = replace(
        a_charter(), ending=terms, moderation=Moderation(office="steward")
    )
    return an_institution(founder="Nour", charter=charter)


@pytest.fixture
def assembly():
    return an_assembly()


@pytest.fixture
def tenants(assembly):
    return [a_member(assembly, name) for name in NAMES]


def part(assembly, *, at, **terms):
    parting_actions.wind_up(assembly, terms=REACHED | terms, decision=uuid4(), at=at)


def now(assembly):
    return Institution.objects.get(pk=assembly.pk)


def test_members_claim_their_goal_vote_on_it_and_part_when_the_time_is_over(
    assembly, tenants
):
    aim = actions.Aim("wind_up", REACHED)
    claim = a_proposal(assembly, tenants, "The lights are on", at=day(1), aim=aim)
    closes = answered(voting(claim), yes=tenants)

    seen(claim, at=closes + timedelta(days=60))

    decision = claim.decision
    found = now(assembly)
    parts = access.parting_of(found)
    assert parts
    assert (parts.begins_at, parts.because) == (
        decision.in_force_at,
        "goal_reached",
    )
    assert found.dissolved_at == parts.ends_at
    deeds = [line.deed for line in journal.lines(assembly, limit=100)]
    assert deeds[0] == "dissolved"
    assert "began_to_part" in deeds
    assert contradicted(assembly) == []


def test_nobody_joins_while_members_part_and_everything_else_goes_on(assembly, tenants):
    asha = tenants[0]
    link = inviting.invite_by_link(assembly, by=asha, at=day(1))
    part(assembly, at=day(2))
    charter = queries.charter_in_force(assembly, at=day(3))
    people = {"people": [{"name": "Eve", "email": "", "member_class": "tenant"}]}

    with pytest.raises(Refused, match="nobody_joins_while_parting"):
        joining.join(link.code, person=a_person("Eve"), name="Eve", at=day(3))
    asha = Member.objects.select_related("institution").get(pk=asha.pk)
    with pytest.raises(Refused, match="nobody_joins_while_parting"):
        inviting.invite_by_link(now(assembly), by=asha, at=day(3))
    verdict = access.may_be_admitted(now(assembly), people, day(3))
    assert verdict.id == "nobody_joins_while_parting"
    assert access.has_right(asha, charter, "propose", at=day(3))
    assert access.has_right(asha, charter, "vote", at=day(3))


def test_they_go_on_after_all_where_they_decide_so_in_time(assembly, tenants):
    part(assembly, at=day(2))

    parting_actions.go_on(assembly, terms={}, decision=uuid4(), at=day(5))

    duties.settle(now(assembly), at=day(90))
    assert now(assembly).dissolved_at is None
    assert access.parting_of(now(assembly)) is None
    assert contradicted(assembly) == []
    part(assembly, at=day(91))
    with pytest.raises(Refused, match="parting_is_over"):
        parting_actions.go_on(assembly, terms={}, decision=uuid4(), at=day(111))


def test_on_its_day_it_parts_by_itself_unless_the_charter_names_a_later_one(tenants):
    assembly = an_assembly(sunset_days=30)
    asha = queries.members(assembly, at=day(1))[0]

    assert access.may_anybody_join(now(assembly), at=day(29))
    refusal = access.may_anybody_join(now(assembly), at=day(30))
    assert refusal.id == "nobody_joins_while_parting"
    by_decision.amend_charter(
        assembly,
        terms={"changes": {"ending.sunset_days": 40}},
        decision=uuid4(),
        at=day(35),
    )
    assert access.may_anybody_join(now(assembly), at=day(36))
    assert contradicted(assembly) == []

    duties.settle_all(at=day(59))
    assert now(assembly).dissolved_at is None
    duties.settle_all(at=day(61))

    assert now(assembly).dissolved_at == day(60)
    asha.refresh_from_db()
    assert (asha.name, asha.person, asha.left_at) == ("", None, day(60))
    assert contradicted(assembly) == []


def test_a_charter_with_its_day_in_the_past_parts_at_once(assembly):
    by_decision.amend_charter(
        assembly,
        terms={"changes": {"ending.sunset_days": 3}},
        decision=uuid4(),
        at=day(100),
    )

    duties.settle_all(at=day(100))

    assert now(assembly).dissolved_at is not None
    assert contradicted(assembly) == []


def test_a_vote_that_is_open_is_counted_and_none_opens_any_more():
    assembly = an_assembly(winding_up_days=1)
    tenants = [a_member(assembly, name) for name in NAMES]
    running = a_proposal(assembly, tenants, at=day(1))
    question = voting(running)
    begun = question.opens_at
    part(assembly, at=begun)
    answered(question, yes=tenants)
    ends = now(assembly).ends_at
    assert begun < ends < question.closes_at
    waiting = a_proposal(assembly, tenants, "A second one", at=ends - A_MOMENT)
    draft = a_draft(assembly, tenants[0], "A draft", at=ends - A_MOMENT)

    duties.settle(now(assembly), at=ends)

    assert now(assembly).dissolved_at is None
    assert seen(waiting, at=ends).stage == "withdrawn"
    assert not Proposal.objects.filter(pk=draft.pk).exists()
    asha = Member.objects.select_related("institution").get(pk=tenants[0].pk)
    with pytest.raises(Refused, match="time_to_part_is_over"):
        a_draft(now(assembly), asha, "A third one", at=ends)
    duties.settle(now(assembly), at=question.closes_at)
    assert now(assembly).dissolved_at == question.closes_at
    assert running.questions.get().settled_at == question.closes_at
    assert running.decision.decided_at == question.closes_at
    assert contradicted(assembly) == []


def test_nothing_that_is_sealed_or_organising_is_left_of_anybody(tenants):
    secret = {"rules.ordinary.ballot": "secret"}
    charter = adjusted(a_charter(), secret)
    charter = replace(
        charter,
        moderation=Moderation(office="steward"),
        reaching=Reaching(bare_letters=True),
    )
    union = an_institution(founder="Nour", charter=charter)
    asha, ben, chidi, dora = (
        confirmed(a_member(union, name)) for name in ("Asha", "Ben", "Chidi", "Dora")
    )
    a_member(union, "Emre")
    addresses = sorted(one.person.email for one in (asha, ben, chidi, dora))
    in_office(asha, ben)
    ahead = a_proposal(union, [asha, ben, chidi, dora], at=day(1))
    actions.check_out_to_paper(ahead, voter=chidi, by=chidi, at=day(1))
    safeguards.avoid(dora, chidi, at=day(1))
    reported(a_post(asha), ben, at=day(1))
    terms = sealing.Terms("a lift", day(1), day(300), holders=[asha], subject=ben)
    sealing.seal(union, "Needs a lift.", by=asha, terms=terms, at=day(1))
    there = left_of(union)
    assert {"decisions.papervoter", "safeguards.avoidance"} <= there
    assert {"threads.report", "sealing.sealedthing"} <= there
    OutgoingMail.objects.all().delete()

    part(union, at=day(1), because="members_part")
    duties.settle_all(at=day(31))

    assert now(union).dissolved_at == day(31)
    assert left_of(union) == set()
    assert not Report.objects.filter(answered_at=None).exists()
    assert set(Member.objects.filter(institution=union).values_list("name")) == {("",)}
    letters = [opened_letter(one) for one in OutgoingMail.objects.exclude(sealed=None)]
    told = [one for one in letters if "no longer belong" in one.subject]
    assert sorted(one.address for one in told) == addresses
    # Somebody's landlord may read along, and this union's letters name nothing.
    assert not any("union" in one.subject + one.body for one in told)
    assert journal.verify(union) == ()


def contradicted(institution) -> list[str]:
    """Name what in the journal, or in the tables beside it, does not hold."""
    broken = (*journal.verify(institution), *journal.compared(institution))
    return [one.id for one in broken]


def left_of(institution) -> set[str]:
    """Name the tables that hold anything organising or sealed of an institution."""
    found = set()
    for model in apps.get_models():
        names = {field.name for field in model._meta.get_fields()}
        if "institution" not in names:
            continue
        rows = model.objects.filter(institution=institution)
        for field in model._meta.concrete_fields:
            label = f"{model._meta.label_lower}.{field.name}"
            if data_class(label) not in {"P3", "P4"}:
                continue
            if any(rows.values_list(field.name, flat=True)):
                found.add(model._meta.label_lower)
    return found


def test_with_the_last_who_leaves_those_who_never_came_are_forgotten(assembly):
    people = {"people": [{"name": "Eve", "email": "", "member_class": "tenant"}]}
    by_decision.admit_member(assembly, terms=people, decision=uuid4(), at=day(1))
    nour = queries.members(assembly, at=day(1)).get(name="Nour")

    joining.leave(nour, at=day(2))

    assert now(assembly).dissolved_at == day(2)
    assert not Member.objects.filter(institution=assembly, name="Eve").exists()
    assert contradicted(assembly) == []


def test_whoever_changes_when_it_parts_behind_the_journal_is_found(assembly):
    part(assembly, at=day(2))

    Institution.objects.filter(pk=assembly.pk).update(ends_at=day(500))

    assert contradicted(assembly) == ["journal_parting_differs"]
