"""Time alone opens, closes and decides, whether or not anybody was there to do it."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from commonweal.capabilities.decisions import actions, queries
from commonweal.capabilities.decisions.models import Decision, Question
from commonweal.foundation import duties
from commonweal.foundation.institutions import queries as institutions
from commonweal.foundation.institutions.actions import founding
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.journal.models import Line
from commonweal.foundation.people.actions import write_letter
from commonweal.foundation.people.models import OutgoingMail
from commonweal.rules import recount
from commonweal.rules.charters.controls import adjusted
from commonweal.rules.verdict import Refused
from tests.builders import (
    a_charter,
    a_member,
    a_person,
    an_institution,
    day,
    founder_of,
)
from tests.capabilities.decisions import given
from tests.clock import stopped
from tests.interfaces.web.visitors import browser_of

pytestmark = pytest.mark.django_db

MADRID = ZoneInfo("Europe/Madrid")
A_MOMENT = timedelta(microseconds=1)
A_MONTH = timedelta(days=31)
STATEMENT = actions.Aim("adopt_statement", {"title": "Heat", "text": "From October."})


def test_the_last_microsecond_counts_and_the_end_is_too_late():
    question, (asha, ben, chidi) = a_vote()

    cast(question, ben, "no", at=question.closes_at - A_MOMENT)
    with pytest.raises(Refused) as refusal:
        cast(question, chidi, "yes", at=question.closes_at)

    assert refusal.value.verdict.id == "vote_is_over"
    view = given.seen(question.proposal, at=question.closes_at)
    assert (view.question.turnout, view.stage) == (1, "not_adopted")
    assert asha != ben


@pytest.mark.parametrize(
    ("founded", "hours"),
    [
        (datetime(2026, 3, 10, 18, tzinfo=UTC), -1),
        (datetime(2026, 10, 9, 18, tzinfo=UTC), 1),
    ],
    ids=["in spring an hour is lost", "in autumn an hour comes twice"],
)
def test_a_vote_ends_at_the_same_time_of_day_when_the_clocks_change(founded, hours):
    question, voters = a_vote(at=founded, start=founded + timedelta(days=8))
    opens, closes = question.opens_at, question.closes_at

    walls = [one.astimezone(MADRID).time() for one in (opens, closes)]
    cast(question, voters[0], "yes", at=closes - A_MOMENT)
    with pytest.raises(Refused):
        cast(question, voters[1], "yes", at=closes)

    assert walls[0] == walls[1]
    assert closes - opens == timedelta(days=5, hours=hours)


def test_pages_are_right_after_a_month_without_a_worker(monkeypatch):
    question, voters = a_vote(aim=STATEMENT)
    for voter in voters:
        cast(question, voter, "yes", at=question.opens_at)
    institution, number = question.institution, question.proposal.number
    letters_before = OutgoingMail.objects.count()
    write_letter(address="ben@example.org", subject="Hello", body="Ben", at=day(1))

    read = queries.proposal_view(institution, number, at=question.closes_at + A_MONTH)
    stopped(monkeypatch, question.closes_at + A_MONTH)
    page = browser_of(voters[1]).get(f"/i/{institution.address}/decisions/{number}/")

    # Nothing was written down before the page was opened, and the read knew already.
    assert read is not None
    assert read.question is not None
    assert read.question.closed
    assert read.question.verdict
    assert page.status_code == 200
    decision = Decision.objects.get(proposal=question.proposal)
    assert decision.decided_at == question.closes_at
    assert institutions.statements(institution, at=question.closes_at).count() == 1
    assert OutgoingMail.objects.filter(sent_at=None).count() == letters_before + 1


def test_settling_twice_changes_nothing():
    question, voters = a_vote(aim=STATEMENT)
    for voter in voters:
        cast(question, voter, "yes", at=question.opens_at)
    late = question.closes_at + A_MONTH

    duties.settle_all(at=late)
    once = everything(question.institution)
    duties.settle_all(at=late)
    duties.settle(question.institution, at=late)

    assert everything(question.institution) == once
    assert journal.verify(question.institution) == ()


def test_late_or_on_time_the_outcome_is_the_recount():
    question, voters = a_vote()
    for voter in voters[:2]:
        cast(question, voter, "yes", at=question.opens_at)

    duties.settle_all(at=question.closes_at + A_MONTH)

    settled = Question.objects.select_related("roll", "proposal").get(pk=question.pk)
    bundle = queries.recount_bundle(settled)
    assert recount.agrees(bundle)
    assert bundle["result"]["outcome"] == settled.outcome
    assert bundle["result"]["verdict"] == settled.verdict


def test_a_charter_that_contradicts_itself_founds_nothing():
    turned = adjusted(a_charter(), {"franchises.all_tenants.classes": ["supporter"]})

    with pytest.raises(Refused) as refusal:
        founding.found(
            kind=a_charter().kind,
            charter=turned,
            address="nobody-votes",
            by=a_person(at=day(0)),
            name="Farah",
            at=day(0),
        )

    assert refusal.value.verdict.id == "charter_objections"
    assert not Institution.objects.exists()


def test_an_ordinary_motion_that_names_the_charter_goes_by_the_charters_rule():
    union = an_institution()
    changes = {"changes": {"rules.ordinary.voting_days": "9"}}
    aim = actions.Aim("amend_charter", changes)

    draft = given.a_draft(union, founder_of(union), at=day(1), aim=aim)
    sly = actions.Aim("amend_charter", changes, rule_id="ordinary")
    with pytest.raises(Refused):
        given.a_draft(union, founder_of(union), at=day(1), aim=sly)

    assert draft.rule_id == "charter_change"


def test_another_questions_option_is_refused():
    union = an_institution()
    asha, ben = founder_of(union), a_member(union)
    choice = actions.Aim(rule_id="options")
    tea, wall = (
        given.voting(
            given.a_proposal(
                union, [asha, ben], title, at=day(1), options=options, aim=choice
            )
        )
        for title, options in (
            ("What do we drink?", (actions.Option("Tea"), actions.Option("Coffee"))),
            ("Which colour?", tuple(map(actions.Option, ("Red", "Green", "Blue")))),
        )
    )

    marks = {"ranks": {wall.options[2]["id"]: 1}}
    with pytest.raises(Refused) as refusal:
        actions.cast_ballot(tea, by=ben, marks=marks, at=tea.opens_at)

    assert refusal.value.verdict.id == "option_unknown"
    assert not tea.ballots.exists()


def a_vote(*, at=None, start=None, aim=None):
    """Give a motion of three tenants whose vote has just opened."""
    union = an_institution(at=at or day(0))
    voters = [founder_of(union), a_member(union, "Ben"), a_member(union, "Chidi")]
    proposal = given.a_proposal(union, voters, at=start or day(1), aim=aim)
    return given.voting(proposal), voters


def cast(question, voter, answer, *, at):
    actions.cast_ballot(question, by=voter, marks={"answer": answer}, at=at)


def everything(institution):
    """Give all that the journal says, and what was decided."""
    lines = Line.objects.filter(institution=institution).order_by("number")
    decided = Decision.objects.filter(institution=institution)
    return list(lines.values()), list(decided.values())
