"""Whoever was to vote on paper and has no ballot votes here; two tellers say so."""

import pytest

from commonweal.capabilities.decisions import access, actions, queries
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.journal.models import Line
from commonweal.rules.charters.controls import adjusted
from commonweal.rules.verdict import Refused
from commonweal.rules.voting.paper import PaperCount
from tests.builders import a_charter, a_member, an_institution, day
from tests.capabilities.decisions.given import (
    A_MOMENT,
    a_proposal,
    in_office,
    seen,
)
from tests.capabilities.decisions.given import voting as opened

pytestmark = pytest.mark.django_db

NAMES = ("Asha", "Ben", "Chidi", "Dolores", "Emre", "Farah", "Gloria", "Halima")
YES, NO = {"answer": "yes"}, {"answer": "no"}


@pytest.fixture
def union():
    secret = {"rules.ordinary.ballot": "secret"}
    return an_institution(founder="Nour", charter=adjusted(a_charter(), secret))


@pytest.fixture
def people(union):
    """Give the members by their names; Asha and Ben are tellers."""
    found = {name.lower(): a_member(union, name) for name in NAMES}
    in_office(found["asha"], found["ben"])
    return found


def vote_with(union, people, *on_paper, at_table=()):
    """Give a vote that is open, in which these chose paper or the table."""
    proposal = a_proposal(union, [people["emre"], people["farah"]], at=day(1))
    for name in on_paper:
        who = people[name]
        actions.check_out_to_paper(proposal, voter=who, by=who, at=day(2))
    for name in at_table:
        who = people[name]
        actions.check_out_to_table(proposal, voter=who, by=who, at=day(2))
    return opened(proposal)


@pytest.fixture
def question(union, people):
    return vote_with(union, people, "chidi", "dolores", "gloria", "halima")


def at_of(question):
    return question.opens_at + A_MOMENT


def asks(question, who):
    actions.ask_to_vote_here(question, by=who, at=at_of(question))


def says(question, teller, voter):
    actions.say_no_ballot_is_out(question, voter=voter, by=teller, at=at_of(question))


def refusal(deed, *args):
    with pytest.raises(Refused) as no:
        deed(*args)
    return no.value.verdict.id


def test_with_two_tellers_the_voter_votes_here_and_counts_once(union, people, question):
    chidi = people["chidi"]
    asks(question, chidi)
    says(question, people["asha"], chidi)
    assert access.votes_elsewhere(chidi, question) == "paper"

    says(question, people["ben"], chidi)

    assert access.votes_elsewhere(chidi, question) is None
    actions.cast_ballot(question, by=chidi, marks=YES, at=at_of(question))
    box = PaperCount(issued=3, returned=3, spoiled=0, said=((NO, 3),))
    for teller in (people["asha"], people["ben"]):
        actions.enter_paper_count(question, by=teller, count=box, at=at_of(question))
    told = seen(question.proposal, at=question.closes_at).question
    assert told.turnout == 4
    assert told.question.paper["voters"] == 3
    assert journal.verify(union) == ()


def test_no_line_names_the_voter(people, question):
    asks(question, people["chidi"])
    says(question, people["asha"], people["chidi"])
    says(question, people["ben"], people["chidi"])

    deeds = ("ask_to_vote_here", "say_no_ballot_is_out", "let_vote_here")
    lines = Line.objects.filter(deed__in=deeds).order_by("number")
    assert [one.by for one in lines] == [None, people["asha"].pk, people["ben"].pk]
    for line in lines:
        assert str(people["chidi"].pk) not in str(line.facts)
        assert line.about_id == question.proposal_id


def test_tellers_send_nobody_from_paper_who_did_not_ask(people, question):
    assert (
        refusal(says, question, people["asha"], people["chidi"])
        == "voter_did_not_ask_back"
    )


def test_one_teller_alone_is_not_believed(people, question):
    asks(question, people["chidi"])
    says(question, people["asha"], people["chidi"])

    again = refusal(says, question, people["asha"], people["chidi"])

    assert again == "another_teller_says_so"
    assert access.votes_elsewhere(people["chidi"], question) == "paper"


def test_who_is_no_teller_says_nothing_and_no_teller_of_themselves(union, people):
    question = vote_with(union, people, "asha", "chidi", "dolores", "gloria")
    asks(question, people["asha"])

    assert refusal(says, question, people["emre"], people["asha"]) == "only_tellers"
    assert (
        refusal(says, question, people["asha"], people["asha"]) == "teller_of_oneself"
    )


def test_whoever_asked_can_stay_and_asks_two_anew_afterwards(people, question):
    chidi = people["chidi"]
    asks(question, chidi)
    says(question, people["asha"], chidi)

    actions.stay_with_paper(question, by=chidi, at=at_of(question))

    said = refusal(says, question, people["ben"], chidi)
    assert said == "voter_did_not_ask_back"
    asks(question, chidi)
    says(question, people["ben"], chidi)
    assert access.votes_elsewhere(chidi, question) == "paper"


def test_nobody_comes_back_once_the_box_is_being_counted(people, question):
    asks(question, people["chidi"])
    box = PaperCount(issued=4, returned=4, spoiled=0, said=((NO, 4),))
    actions.enter_paper_count(
        question, by=people["asha"], count=box, at=at_of(question)
    )

    assert refusal(asks, question, people["dolores"]) == "paper_was_entered"
    assert (
        refusal(says, question, people["ben"], people["chidi"]) == "paper_was_entered"
    )


def test_nobody_leaves_two_behind_whose_ballots_would_be_known(union, people):
    question = vote_with(union, people, "chidi", "dolores", "gloria")

    assert refusal(asks, question, people["chidi"]) == "too_few_would_stay"


def test_of_two_who_asked_the_second_stays_where_too_few_would_be_left(
    people, question
):
    for name in ("chidi", "dolores"):
        asks(question, people[name])
    for teller in ("asha", "ben"):
        says(question, people[teller], people["chidi"])

    refused = refusal(says, question, people["asha"], people["dolores"])

    assert refused == "too_few_would_stay"


def test_the_only_one_on_paper_comes_back_and_leaves_nobody(union, people):
    question = vote_with(union, people, "chidi")
    asks(question, people["chidi"])
    for teller in ("asha", "ben"):
        says(question, people[teller], people["chidi"])

    actions.cast_ballot(question, by=people["chidi"], marks=YES, at=at_of(question))
    assert seen(question.proposal, at=question.closes_at).question.turnout == 1


def test_a_table_is_not_left_by_one_of_three(union, people):
    table = ("chidi", "dolores", "gloria")
    question = vote_with(union, people, "emre", "farah", "halima", at_table=table)

    assert refusal(asks, question, people["chidi"]) == "too_few_would_stay"


def test_before_and_after_the_vote_there_is_nothing_to_ask(people, question):
    chidi, nobody = people["chidi"], people["emre"]

    def late(who):
        actions.ask_to_vote_here(question, by=who, at=question.closes_at)

    assert refusal(late, chidi) == "vote_is_over"
    assert refusal(asks, question, nobody) == "votes_here_already"

    def stays():
        actions.stay_with_paper(question, by=chidi, at=at_of(question))

    assert refusal(stays) == "did_not_ask_back"


def test_it_waits_for_both_tellers_and_then_for_the_voter(people, question):
    def needs(name):
        at = at_of(question)
        return {one.kind for one in queries.needs_of(people[name].person, at=at)}

    assert "let_back" not in needs("asha")
    asks(question, people["chidi"])
    assert "let_back" in needs("asha")
    says(question, people["asha"], people["chidi"])
    assert "let_back" not in needs("asha")
    assert "let_back" in needs("ben")
    says(question, people["ben"], people["chidi"])
    assert "let_back" not in needs("ben")
    assert "vote" in needs("chidi")
