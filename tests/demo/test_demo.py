"""The demo is a history worth reading, played through actions, that ends today."""

from datetime import timedelta

import pytest

from commonweal.capabilities.decisions.queries import (
    needs_of,
    proposal_views,
    recount_bundle,
)
from commonweal.demo.cast import CAST
from commonweal.demo.load import load
from commonweal.foundation import duties
from commonweal.foundation.institutions import queries
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.journal.models import Line
from commonweal.foundation.nodes.queries import this_node
from commonweal.foundation.people.models import Person
from commonweal.foundation.people.queries import having_address
from commonweal.foundation.sealing import queries as sealing
from commonweal.foundation.threads.queries import posts
from commonweal.rules import recount
from commonweal.rules.verdict import Refused
from tests.demo.looking import (
    BAKERY,
    LASTING,
    NOW,
    PLACES,
    QUARTER,
    TENANTS,
    TOGETHER,
    TOLD,
    at,
    given_names,
    holders,
    labels,
    names,
    titled,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("valley")]


def test_seven_institutions_and_forty_people_and_no_more():
    places = {one.address for one in Institution.objects.all()}

    assert places == set(PLACES)
    assert Person.objects.count() == len(CAST) == 40
    assert {name.split()[-1] for name in names()} == {"Demo"}
    assert all(
        address.endswith("@example.org")
        for address in (person.email for person in Person.objects.all())
        if address
    )
    assert this_node().is_demo


def test_loading_tells_how_far_it_is():
    days = [done for done, _ in TOLD]

    assert days == sorted(days)
    assert {whole for _, whole in TOLD} == {days[-1]}


def test_people_belong_to_several_institutions():
    belonging = [
        len(queries.memberships_of(person, at=NOW)) for person in Person.objects.all()
    ]

    assert sum(count >= 2 for count in belonging) >= 10
    assert max(belonging) >= 2


def test_every_journal_verifies_and_covers_eight_months():
    for address in PLACES:
        lines = Line.objects.filter(institution=at(address)).order_by("number")

        assert journal.verify(at(address)) == ()
        assert address not in LASTING or NOW - lines[0].at > timedelta(days=200)
        moments = list(lines.values_list("at", flat=True))
        assert moments == sorted(moments)
        assert moments[-1] <= NOW


def test_the_boiler_is_mended_and_the_rent_paid_out():
    letter = titled(TENANTS, "We ask the owner together")
    escrow = titled(TENANTS, "We pay the rent into a common account")
    mended = titled(TENANTS, "The boiler runs")

    assert [one.stage for one in (letter, escrow, mended)] == ["in_force"] * 3
    assert escrow.question.turnout == 18
    adopted = {one.title for one in queries.statements(at(TENANTS), at=NOW)}
    assert {letter.title, mended.title} < adopted
    assert len(posts(at(TENANTS), escrow.proposal.pk)) == 4


def test_stewards_are_elected_by_transfers():
    election = titled(TENANTS, "Who shall be our stewards")

    assert given_names(election.question.outcome.winners) == ["Halima", "Samir", "Asha"]
    assert not election.question.outcome.tied
    assert holders(TENANTS, "steward") == {"Halima", "Samir", "Asha"}


def test_a_quorum_is_missed_and_the_charter_is_changed_for_it():
    sunday = titled(TENANTS, "We meet on the first Sunday")
    first, second = sunday.questions

    assert first.verdict.id == "quorum_missed"
    assert second.verdict
    assert titled(TENANTS, "Two in five of us").stage == "in_force"
    charter = queries.charter_in_force(at(TENANTS), at=NOW)
    assert str(charter.rule("ordinary").quorum.share) == "2/5"
    assert charter.bylaws.startswith("# How we meet")


def test_a_correction_is_contested_and_a_proposal_withdrawn():
    register = titled(TENANTS, "A register of our rents")

    assert [one.contested_at is not None for one in register.versions] == [
        False,
        True,
        False,
    ]
    assert register.stage == "in_force"
    assert titled(TENANTS, "We paint the stairwell").stage == "withdrawn"
    assert titled(TENANTS, "We stop paying for a lift").stage == "not_adopted"


def test_a_room_and_a_flour_are_chosen_pair_by_pair():
    room = titled(TENANTS, "Where do we meet")
    flour = titled(BAKERY, "Whose flour")

    assert room.question.method == flour.question.method == "schulze"
    assert labels(room) == ["The back room of the Three Ovens bakery, after six"]
    assert labels(flour) == ["Half Agua Alta, half Llano"]


def test_ties_end_as_each_charter_says():
    coordinators = titled(QUARTER, "Who coordinates until")
    tree = titled(QUARTER, "Which tree")
    fair = titled(BAKERY, "Who goes to the fair")
    fridays = titled(BAKERY, "The shop shuts")

    assert coordinators.question.outcome.tie_break.id.startswith("tie_lot")
    assert len(holders(QUARTER, "coordinator")) == 2
    assert (tree.stage, tree.question.verdict.id) == ("not_adopted", "tied_options")
    assert tree.question.verdict.facts["tied"] == ("A lime", "A hackberry")
    assert given_names(fair.question.outcome.winners) == ["Fermín"]
    assert fridays.question.verdict.id == "tied"


def test_a_secret_vote_is_counted_and_one_is_told_in_short():
    roof = titled(TENANTS, "We keep back the rent until")
    month = titled(TENANTS, "We keep back the rent for")
    hugo = titled(BAKERY, "Shall Hugo be one of us")

    assert (roof.stage, roof.question.turnout, roof.question.is_shown) == (
        "in_force",
        21,
        True,
    )
    assert (month.stage, month.question.turnout) == ("deciding", 0)
    assert (hugo.stage, hugo.question.turnout, hugo.question.is_shown) == (
        "in_force",
        7,
        False,
    )


def test_six_of_those_who_voted_in_secret_did_so_on_paper_or_at_a_table():
    roof = titled(TENANTS, "We keep back the rent until")

    assert roof.question.question.paper == {
        "voters": 6,
        "issued": 6,
        "returned": 6,
        "spoiled": 0,
        "agreed": 1,
        "paper": 1,
        "table": 1,
    }


def test_trustees_were_named_and_something_sealed_waits_for_one_more_share():
    trustees = sealing.trustees(at(TENANTS))
    remei = next(one.member for one in trustees if one.member.name.startswith("Remei"))
    [thing] = sealing.things_of(remei, at=NOW)

    assert titled(TENANTS, "Three of us keep").stage == "in_force"
    assert len(trustees) == 3
    assert all(one.has_code for one in trustees)
    assert (thing.given, thing.thing.threshold) == (1, 2)
    assert thing.thing.sealed_by is None


def test_words_were_reported_hidden_and_came_back():
    deeds = Line.objects.filter(institution=at(TENANTS)).values_list("deed", flat=True)

    assert {"reported_words", "hid_words", "appealed", "granted_appeal"} <= {*deeds}


def test_a_budget_is_shared_out():
    budget = titled(QUARTER, "What do we do with 9,000 euros")

    assert set(labels(budget)) == {
        "A ramp for the church hall",
        "A cinema in the square, six evenings",
        "Nest boxes for the swifts",
        "Tools that anybody can borrow",
    }


def test_those_who_left_are_forgotten_and_what_they_did_stays():
    gone = Member.objects.filter(left_at__isnull=False)

    assert {one.institution.address for one in gone} == {TENANTS, QUARTER, TOGETHER}
    assert {one.name for one in gone} == {""}


def test_nothing_is_empty_today():
    leases = titled(TENANTS, "Nobody signs a new lease alone")
    repairs = titled(TENANTS, "One list of repairs")
    asha = having_address("asha@example.org").get()
    kinds = {need.kind for need in needs_of(asha, at=NOW)}

    assert (leases.stage, leases.question.missing) == ("deciding", 8)
    assert timedelta(days=1) < leases.question.closes_at - NOW < timedelta(days=3)
    assert repairs.stage == "amending"
    assert titled(TENANTS, "Where do we keep the money").stage == "frozen"
    assert titled(TENANTS, "A euro a month").stage == "seeking_support"
    assert titled(QUARTER, "Mill Street without cars").stage == "review_due"
    assert {"vote", "confirm", "support", "review", "draft"} <= kinds


def test_every_vote_can_be_recounted():
    closed = [
        question.question
        for address in PLACES
        for view in proposal_views(at(address), at=NOW)
        for question in view.questions
        if question.closed and question.is_shown
    ]

    for question in closed:
        bundle = recount_bundle(question)
        assert recount.agrees(bundle), question


def test_it_goes_on_when_days_pass():
    later = NOW + timedelta(days=40)

    duties.settle_all(at=later)
    duties.settle_all(at=later)

    leases = titled(TENANTS, "Nobody signs a new lease alone", when=later)
    assert leases.question.verdict.id == "quorum_missed"
    assert all(journal.verify(at(address)) == () for address in PLACES)
    assert all(journal.compared(at(address)) == () for address in PLACES)


def test_it_loads_into_an_empty_node_only():
    with pytest.raises(Refused) as refusal:
        load(NOW)

    assert refusal.value.verdict.id == "node_not_empty"
