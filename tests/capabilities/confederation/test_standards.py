"""What bodies ask of each other: who says how it is, and whose votes rest."""

from datetime import timedelta
from uuid import uuid4

import pytest
from tests.builders import day, founder_of
from tests.capabilities.confederation.given import (
    SPEAKS,
    a_bare_pact,
    a_body,
    a_confederation,
    by_decision,
    in_it,
    raised,
    sent,
    told,
)

from commonweal.capabilities.assemblies.models import (
    ApprovedMinutes,
    Assembly,
    AssemblyDeed,
)
from commonweal.capabilities.confederation import actions, queries
from commonweal.capabilities.confederation.effects.find_kept import EFFECT as FIND
from commonweal.capabilities.confederation.effects.plan_to_keep import EFFECT as PLAN
from commonweal.capabilities.confederation.effects.say_kept import EFFECT as SAY
from commonweal.capabilities.confederation.queries.needs_to_keep import needs_to_keep
from commonweal.capabilities.confederation.queries.standards import kept_by, resting
from commonweal.foundation.institutions.actions import by_decision as decided
from commonweal.foundation.institutions.charters import amended, charter_in_force
from commonweal.foundation.institutions.queries import memberships_of
from commonweal.foundation.language import say
from commonweal.rules.charters.adding import with_things
from commonweal.rules.confederation.mandates import Whole
from commonweal.rules.verdict import Refused

pytestmark = pytest.mark.django_db
ASKED = {
    "standards.landlords": {
        "name": "no landlord is a member",
        "remedy": "suspend_vote",
    },
    "standards.pay": {"name": "pay lies close", "asked": "pay_ratio", "limit": 3},
    "standards.meets": {
        "name": "members meet",
        "asked": "meeting_days",
        "limit": 60,
        "grace_days": 7,
    },
    "standards.minutes": {
        "name": "minutes in time",
        "asked": "minutes_days",
        "limit": 30,
    },
    "standards.votes": {"name": "one vote each", "asked": "one_member_one_vote"},
    "standards.terms": {"name": "short terms", "asked": "term_days", "limit": 30},
    "standards.home": {"name": "called home", "asked": "delegates_recallable"},
    "standards.accounts": {
        "name": "open accounts",
        "asked": "accounts_days",
        "limit": 90,
    },
}


@pytest.fixture
def bodies():
    return [a_body("Asha"), a_body("Ben"), a_body("Carla")]


@pytest.fixture
def whole(bodies):
    charter = with_things(a_bare_pact(), ASKED, [])
    return a_confederation(*bodies, charter=charter)


def state_of(whole, body, name, *, at):
    found = {one.kept.standard.id: one.kept for one in kept_by(whole, at=at)[body.pk]}
    return found[name].state, found[name].why.id


def says(body, whole, what, *, at, deed=actions.say_kept):
    by_decision(deed, body, {"under": f"{in_it(body, whole)} {what}"}, at=at)


def finds(body, other, whole, finding, *, at):
    terms = {"other": in_it(other, whole), "finding": finding, "text": "We went there."}
    by_decision(actions.find_kept, body, terms, at=at)


def test_what_a_body_does_not_say_is_not_kept_after_its_days(whole, bodies):
    first = bodies[0]

    assert state_of(whole, first, "landlords", at=day(20)) == (
        *("due", "standard_unknown"),
    )
    assert state_of(whole, first, "landlords", at=day(40))[0] == "breached"
    says(first, whole, "landlords yes", at=day(41))
    says(first, whole, "pay 4", at=day(41))
    assert state_of(whole, first, "landlords", at=day(42)) == ("met", "standard_met")
    assert state_of(whole, first, "pay", at=day(42)) == ("due", "standard_pay_ratio")
    says(first, whole, "pay 3", at=day(43))
    assert state_of(whole, first, "pay", at=day(44))[0] == "met"


def test_what_the_record_shows_is_looked_up_there(whole, bodies):
    first = bodies[0]

    assert state_of(whole, first, "votes", at=day(5))[0] == "met"
    assert state_of(whole, first, "home", at=day(5))[0] == "met"
    assert state_of(whole, first, "terms", at=day(5)) == ("due", "standard_term_days")
    assert state_of(whole, first, "meets", at=day(59))[0] == "met"
    assert state_of(whole, first, "meets", at=day(65)) == (
        *("due", "standard_meeting_days"),
    )
    assert state_of(whole, first, "meets", at=day(70))[0] == "breached"


def test_whoever_says_again_that_it_is_not_so_begins_no_days_anew(whole, bodies):
    for on in (5, 30, 34):
        says(bodies[0], whole, "landlords no", at=day(on))
        says(bodies[0], whole, f"pay {on}", at=day(on))

    for name in ("landlords", "pay"):
        assert state_of(whole, bodies[0], name, at=day(34))[0] == "due"
        assert state_of(whole, bodies[0], name, at=day(36))[0] == "breached"


def test_accounts_that_were_shown_are_shown_anew_in_time(whole, bodies):
    says(bodies[0], whole, "accounts yes", at=day(10))

    assert state_of(whole, bodies[0], "accounts", at=day(99))[0] == "met"
    assert state_of(whole, bodies[0], "accounts", at=day(110)) == (
        *("due", "standard_accounts_days"),
    )


def test_what_most_of_the_others_find_holds_until_they_find_otherwise(whole, bodies):
    asha, ben, carla = bodies
    says(asha, whole, "landlords yes", at=day(3))
    finds(ben, asha, whole, "landlords no", at=day(4))
    assert state_of(whole, asha, "landlords", at=day(50))[0] == "met"
    finds(carla, asha, whole, "landlords no", at=day(5))

    assert state_of(whole, asha, "landlords", at=day(6)) == (
        *("due", "standard_found_not_kept"),
    )
    assert state_of(whole, asha, "landlords", at=day(36))[0] == "breached"
    says(asha, whole, "landlords", at=day(30), deed=actions.plan_to_keep)
    assert state_of(whole, asha, "landlords", at=day(59))[0] == "due"
    finds(ben, asha, whole, "landlords yes", at=day(67))
    assert state_of(whole, asha, "landlords", at=day(68))[0] == "met"


def test_delegates_of_a_body_that_does_not_keep_to_it_speak_and_are_not_counted(
    whole, bodies
):
    asha, ben, carla = bodies
    for one in (ben, carla):
        says(one, whole, "landlords yes", at=day(3))
    assert resting(whole, at=SPEAKS) == (asha.pk,)
    matter = raised(ben, whole)
    delegates = {one.pk: sent(one, whole, founder_of(one))[0] for one in bodies}
    for one, side in ((asha, "no"), (ben, "yes"), (carla, "yes")):
        told(one, matter, side)

    put = actions.put_to_congress(
        matter, words=matter.text, is_urgent=False, by=delegates[ben.pk], at=SPEAKS
    )
    # What is said meanwhile of the body changes nothing of what was put before.
    says(asha, whole, "landlords yes", at=SPEAKS)
    for one, side in ((asha, "no"), (ben, "yes"), (carla, "yes")):
        actions.say(matter, saying=Whole(side), by=delegates[one.pk], at=SPEAKS)

    read = queries.matter_with(whole, matter.pk, at=SPEAKS)
    count = queries.count_of(read, put, at=SPEAKS)
    assert put.facts["resting"] == [str(asha.pk)]
    assert count.votes == {"yes": 2, "no": 0, "abstain": 0}
    assert len([line for line in count.lines if line.counts]) == 3
    assert resting(whole, at=SPEAKS + timedelta(minutes=1)) == ()


@pytest.mark.parametrize(
    ("deed", "terms", "why"),
    [
        (actions.say_kept, "votes yes", "looked up in our record"),
        (actions.say_kept, "pay yes", "does not fit what is asked"),
        (actions.say_kept, "pay 9999999999", "does not fit what is asked"),
        (actions.say_kept, "landlords perhaps", "does not fit what is asked"),
        (actions.say_kept, "nothing yes", "not asked of the bodies"),
        (actions.plan_to_keep, "nothing", "not asked of the bodies"),
    ],
)
def test_what_cannot_be_said_is_refused_with_a_sentence(
    whole, bodies, deed, terms, why
):
    with pytest.raises(Refused) as refused:
        says(bodies[0], whole, terms, at=day(5), deed=deed)

    assert why in say(refused.value.verdict.reason)


def test_nobody_finds_about_themselves_nor_from_outside(whole, bodies):
    outside = a_body("Zed")
    with pytest.raises(Refused) as itself:
        finds(bodies[0], bodies[0], whole, "landlords yes", at=day(5))
    terms = {"other": in_it(bodies[0], whole), "finding": "landlords no", "text": "Why"}
    with pytest.raises(Refused) as stranger:
        by_decision(actions.find_kept, outside, terms, at=day(5))

    assert "Choose one of the other bodies" in say(itself.value.verdict.reason)
    assert "not a member" in say(stranger.value.verdict.reason)


def test_what_can_be_chosen_can_be_proposed_and_reads_as_it_is_meant(whole, bodies):
    body, at = bodies[0], day(5)
    charter = charter_in_force(body, at=at)
    for effect in (SAY, PLAN, FIND):
        for choice, _label in effect.asks[0].choices(body, charter, at):
            terms = {effect.asks[0].name: choice}
            if effect is FIND:
                terms["finding"] = FIND.asks[1].choices(body, charter, at)[0][0]
            meant = effect.understood(body, terms, at)
            assert effect.check(body, meant, at)
            assert "None" not in say(effect.told(charter, meant))


def test_members_are_told_what_to_say_and_what_to_put_right(whole, bodies):
    asha = founder_of(bodies[0])
    ours = [
        one
        for one in memberships_of(asha.person, at=day(70))
        if one.institution == bodies[0]
    ]

    needs = {one.title: one.kind for one in needs_to_keep(ours, at=day(70))}

    assert needs["no landlord is a member"] == "together_say_kept"
    assert needs["members meet"] == "together_plan"
    assert "one vote each" not in needs


def an_assembly(body, number, *, opened):
    row = Assembly.objects.create(
        institution=body,
        number=number,
        title="Spring",
        place="Hall",
        agenda=[],
        called_at=opened,
        opens_at=opened,
        code="abc",
    )
    AssemblyDeed.objects.create(
        institution=body, assembly=row, number=1, deed="open", done_at=opened
    )
    return row


def test_assemblies_and_their_minutes_are_found_in_the_record(whole, bodies):
    body = bodies[0]
    spring = an_assembly(body, 1, opened=day(55))
    summer = an_assembly(body, 2, opened=day(90))

    assert state_of(whole, body, "meets", at=day(100))[0] == "met"
    assert state_of(whole, body, "meets", at=day(152))[0] == "due"
    assert state_of(whole, body, "minutes", at=day(84))[0] == "met"
    assert state_of(whole, body, "minutes", at=day(86)) == (
        *("due", "standard_minutes_days"),
    )
    ApprovedMinutes.objects.create(
        institution=body,
        assembly=spring,
        approved_in=summer,
        text="All agreed.",
        approved_at=day(95),
    )
    assert state_of(whole, body, "minutes", at=day(96))[0] == "met"
    assert state_of(whole, body, "minutes", at=day(121))[0] == "due"


def test_what_a_charter_shows_counts_from_when_it_came_to_be_so(whole, bodies):
    short = {"changes": {"offices.coordinator.term_days": "20"}}
    decided.amend_charter(bodies[0], terms=short, decision=uuid4(), at=day(60))

    assert state_of(whole, bodies[0], "terms", at=day(59))[0] == "breached"
    assert state_of(whole, bodies[0], "terms", at=day(61))[0] == "met"


def test_a_standard_that_comes_later_is_asked_from_then(whole, bodies):
    terms = {"adds": {"standards.bosses": {"name": "no boss either"}}}
    after = amended(charter_in_force(whole, at=day(50)), terms)
    decided.put_in_force(whole, after, decision=uuid4(), at=day(50))

    assert state_of(whole, bodies[0], "bosses", at=day(79))[0] == "due"
    assert state_of(whole, bodies[0], "bosses", at=day(80))[0] == "breached"
