"""A caucus and a seat for the land put off a vote, each by its own declaration."""

from dataclasses import replace
from datetime import timedelta

import pytest

from commonweal.capabilities.decisions import actions, queries
from commonweal.capabilities.decisions.models import Proposal, Version
from commonweal.foundation.institutions.models import Member, OfficeHolding
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.journal.models import Line
from commonweal.foundation.threads.queries import posts
from commonweal.rules.charters.charter import OfficeTerms
from commonweal.rules.sentence import local_text
from commonweal.rules.verdict import Refused
from commonweal.rules.voting.pauses import PauseTerms
from tests.builders import a_charter, a_member, an_institution, day, founder_of
from tests.capabilities.decisions.given import a_proposal

pytestmark = pytest.mark.django_db

RIGHTS = (
    PauseTerms(
        "night", local_text(en="Night shift"), local_text(en="Hours."), "delegate", 5
    ),
    PauseTerms("land", local_text(en="Land"), local_text(en="The river."), "keeper", 9),
)


@pytest.fixture
def union():
    shipped = a_charter()
    named = (OfficeTerms("delegate", local_text(en="Delegate of the night shift")),)
    named += (OfficeTerms("keeper", local_text(en="Keeper of the river")),)
    offices = (*shipped.offices, *named)
    return an_institution(charter=replace(shipped, offices=offices, pauses=RIGHTS))


@pytest.fixture
def asha(union):
    return founder_of(union)


@pytest.fixture
def ben(union):
    return a_member(union, "Ben", at=day(0))


def holds(member, office):
    OfficeHolding.objects.create(
        institution=member.institution,
        office=office,
        holder=member,
        from_at=day(0),
        until_at=day(300),
    )


def opens(proposal, at):
    view = queries.proposal_view(proposal.institution, proposal.number, at=at)
    return view.moments.opens_at


def test_each_right_puts_the_opening_off_by_its_days_once(union, asha, ben):
    holds(asha, "delegate")
    holds(ben, "keeper")
    proposal = a_proposal(union, [asha, ben], "Shall we mow at six?", at=day(1))
    before = opens(proposal, day(2))

    actions.pause_vote(proposal, "night", reason="We sleep.", by=asha, at=day(2))
    assert opens(proposal, day(2)) - before == timedelta(days=5)
    actions.pause_vote(proposal, "land", reason="Frogs.", by=ben, at=day(3))

    assert opens(proposal, day(3)) - before == timedelta(days=14)
    with pytest.raises(Refused, match="put_off_already"):
        actions.pause_vote(proposal, "night", reason="Again.", by=asha, at=day(4))


def test_why_stands_in_the_thread_and_the_deed_in_the_journal(union, asha, ben):
    holds(asha, "delegate")
    proposal = a_proposal(union, [asha, ben], "Shall we mow at six?", at=day(1))

    actions.pause_vote(proposal, "night", reason="We sleep.", by=asha, at=day(2))

    assert [one.text for one in posts(union, proposal.pk)] == ["We sleep."]
    line = Line.objects.get(institution=union, deed="paused_vote")
    assert (line.by, line.facts["right"], line.facts["days"]) == (asha.pk, "night", 5)
    found = {one.id for one in journal.compared(union)}
    assert found <= {"journal_office_unannounced"}


def test_nobody_puts_it_off_for_those_they_do_not_speak_for(union, asha, ben):
    holds(asha, "delegate")
    proposal = a_proposal(union, [asha, ben], "Shall we mow at six?", at=day(1))

    for right, by, why in (
        ("land", asha, "pause_is_of_an_office"),
        ("night", ben, "pause_is_of_an_office"),
        ("moon", asha, "pause_unknown"),
        ("night", None, "members_only"),
    ):
        with pytest.raises(Refused, match=why):
            actions.pause_vote(proposal, right, reason="So.", by=by, at=day(2))
    assert not posts(union, proposal.pk)


def test_a_vote_that_is_open_is_not_put_off(union, asha, ben):
    holds(asha, "delegate")
    proposal = a_proposal(union, [asha, ben], "Shall we mow at six?", at=day(1))

    with pytest.raises(Refused, match="nothing_to_put_off"):
        actions.pause_vote(
            proposal, "night", reason="So.", by=asha, at=opens(proposal, day(2))
        )


def test_days_that_were_added_behind_its_back_are_found(union, asha, ben):
    proposal = a_proposal(union, [asha, ben], "Shall we mow at six?", at=day(1))
    paused = {"right": "land", "by": str(ben.pk), "days": 60, "at": day(2).isoformat()}

    type(proposal).objects.filter(pk=proposal.pk).update(pauses=[paused])

    assert "journal_row_differs" in {one.id for one in journal.compared(union)}


def test_nobody_puts_off_being_called_home(union, asha, ben):
    holds(ben, "keeper")
    sent = a_member(an_institution(), "Ben")
    Member.objects.filter(pk=sent.pk).update(person=ben.person)
    proposal = a_proposal(union, [asha, ben], "Call Ben home", at=day(1))
    Proposal.objects.filter(pk=proposal.pk).update(terms={"delegate": str(sent.pk)})

    with pytest.raises(Refused, match="pause_not_of_ones_own"):
        actions.pause_vote(proposal, "land", reason="Frogs.", by=ben, at=day(2))


def test_nobody_puts_off_a_vote_about_their_office(union, asha, ben):
    holds(ben, "keeper")
    proposal = a_proposal(union, [asha, ben], "Who keeps the river?", at=day(1))
    Proposal.objects.filter(pk=proposal.pk).update(terms={"office": "keeper"})

    with pytest.raises(Refused, match="pause_not_of_ones_own"):
        actions.pause_vote(proposal, "land", reason="Frogs.", by=ben, at=day(2))


def test_nobody_puts_off_a_vote_in_which_they_stand(union, asha, ben):
    holds(ben, "keeper")
    proposal = a_proposal(union, [asha, ben], "Who speaks?", at=day(1))
    Version.objects.filter(proposal=proposal).update(options=[{"id": str(ben.pk)}])

    with pytest.raises(Refused, match="pause_not_of_ones_own"):
        actions.pause_vote(proposal, "land", reason="Frogs.", by=ben, at=day(2))


def test_whoever_holds_another_office_puts_off_a_vote_about_somebody_else(
    union, asha, ben
):
    holds(ben, "keeper")
    proposal = a_proposal(union, [asha, ben], "Call Asha home", at=day(1))
    Proposal.objects.filter(pk=proposal.pk).update(
        terms={"delegate": str(asha.pk), "office": "delegate"}
    )

    actions.pause_vote(proposal, "land", reason="Frogs.", by=ben, at=day(2))

    assert Proposal.objects.get(pk=proposal.pk).pauses
