"""What the journal holds of proposals: old lines, erased names, kept words."""

from datetime import timedelta

import pytest

from commonweal.capabilities.decisions import actions
from commonweal.capabilities.decisions.models import Decision, Proposal, Question
from commonweal.foundation import duties
from commonweal.foundation.institutions.actions import joining
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.journal.models import Line
from commonweal.foundation.language import say
from commonweal.rules import journal_chain as chain
from commonweal.rules.plain import verdict_to_plain
from commonweal.rules.verdict import refused
from tests.builders import a_member, an_institution, day
from tests.capabilities.decisions.given import a_proposal, answered, seen, voting

pytestmark = pytest.mark.django_db


@pytest.fixture
def union():
    union = an_institution(founder="Nour")
    for name in ("Asha", "Ben", "Chidi"):
        a_member(union, name)
    return union


@pytest.fixture
def decided(union):
    """A question that was carried, and is carried out."""
    tenants = list(Member.objects.filter(institution=union))
    question = voting(a_proposal(union, tenants[:2], at=day(1)))
    seen(question.proposal, at=answered(question, yes=tenants))
    return Question.objects.get(pk=question.pk)


def contradictions(union):
    return [problem.id for problem in journal.compared(union)]


def written_before_rows_were_sealed(union, *, until=None):
    """Write the chain as an earlier version would have written it."""
    before = chain.NOTHING_BEFORE
    for line in Line.objects.filter(institution=union).order_by("number"):
        if until is None or line.number <= until:
            line.facts.pop("held", None)
        line.previous = before
        [kept] = [
            one for one in journal.kept_lines(union) if one.line.number == line.number
        ]
        plain = chain.line_plain(kept.line) | {
            "facts": line.facts,
            "previous": line.previous,
        }
        whole = chain.kept_from_plain(plain | {"hash": ""})
        line.hash = before = chain.line_hash(whole.line)
        line.save()


def test_lines_of_before_hold_and_it_is_said_what_they_do_not(union, decided):
    written_before_rows_were_sealed(union)

    [notice] = journal.comparison(union).notices

    assert journal.verify(union) == ()
    assert contradictions(union) == []
    assert say(notice).startswith("Until line ")


def test_a_verdict_of_before_is_counted_again_all_the_same(union, decided):
    written_before_rows_were_sealed(union)

    Question.objects.update(verdict=verdict_to_plain(refused("tied")))

    assert "journal_verdict_differs" in contradictions(union)
    assert "journal_decision_differs" in contradictions(union)


def test_a_line_without_seals_after_one_that_has_some_is_named(union, decided):
    last = Line.objects.get(institution=union, deed="adopt_proposal")
    last.facts.pop("held")
    last.save(update_fields=["facts"])

    assert "journal_seal_missing" in contradictions(union)


def test_a_decision_nobody_took_is_found(union, decided):
    Decision.objects.filter(question=decided).delete()

    assert "journal_decision_differs" in contradictions(union)


def test_what_was_changed_is_named_in_words(union, decided):
    Question.objects.update(closes_at=decided.closes_at + timedelta(days=1), seats=2)

    [said] = [say(one) for one in journal.compared(union) if "row" in one.id]

    assert "Votes, and how they ended" in said
    assert "when voting closes" in said
    assert "how many places there are" in said


def test_a_vote_that_was_stopped_or_put_off_is_found(union):
    asked = voting(
        a_proposal(union, list(Member.objects.filter(institution=union))[:2], at=day(1))
    )

    for due in (None, asked.closes_at + timedelta(days=9)):
        Proposal.objects.filter(pk=asked.proposal_id).update(next_due_at=due)

        assert contradictions(union) == ["journal_proposal_stopped"]


def test_a_vote_put_off_for_ever_is_found_also_when_other_things_went_on(union):
    asked = voting(
        a_proposal(union, list(Member.objects.filter(institution=union))[:2], at=day(1))
    )
    Proposal.objects.filter(pk=asked.proposal_id).update(
        next_due_at=asked.closes_at + timedelta(days=900)
    )
    a_member(union, "Zuri", at=asked.closes_at + timedelta(days=30))

    assert contradictions(union) == ["journal_proposal_stopped"]


def test_what_cannot_be_read_is_said_and_the_rest_compared(union, decided):
    Proposal.objects.update(zone="Nowhere/Atall")

    assert "journal_unreadable" in contradictions(union)
    assert "journal_row_differs" in contradictions(union)


# ---- names in the terms


@pytest.fixture
def admitting(union):
    terms = {
        "people": [
            {"name": "Dolores", "email": "d@example.org", "member_class": "tenant"}
        ]
    }
    tenants = list(Member.objects.filter(institution=union))
    return a_proposal(
        union, tenants[:2], at=day(1), aim=actions.Aim("admit_member", terms)
    )


def renamed(proposal, **values):
    terms = Proposal.objects.get(pk=proposal.pk).terms
    people = [{**one, **values} for one in terms["people"]]
    Proposal.objects.filter(pk=proposal.pk).update(terms={**terms, "people": people})


@pytest.mark.parametrize(
    "values",
    [{"name": "Eve"}, {"email": "x"}, {"member_class": "guest"}, {"name": ""}],
)
def test_who_is_to_be_admitted_cannot_be_changed_before_the_vote(
    union, admitting, values
):
    renamed(admitting, **values)

    assert "journal_row_differs" in contradictions(union)


def test_a_name_that_is_gone_when_all_is_done_is_no_contradiction(union, admitting):
    tenants = list(Member.objects.filter(institution=union))
    question = voting(admitting)
    closes = answered(question, yes=tenants)
    view = seen(admitting, at=closes)
    duties.settle(union, at=view.moments.in_force_at)
    joining.leave(Member.objects.get(name="Dolores"), at=day(90))

    kept = Proposal.objects.get(pk=admitting.pk)
    assert (kept.terms["people"][0]["name"], kept.salts) == ("", [""])
    assert contradictions(union) == []
    renamed(admitting, name="Eve")
    assert "journal_row_differs" in contradictions(union)


def test_a_name_without_a_salt_is_not_sealed_at_all(union, admitting):
    Proposal.objects.filter(pk=admitting.pk).update(salts=[])

    actions.withdraw(admitting, by=admitting.author, at=day(1))

    line = Line.objects.get(institution=union, deed="withdraw_proposal")
    [seals] = line.facts["held"].values()
    assert "terms.0.name" not in seals
    assert "terms.0.email" in seals
