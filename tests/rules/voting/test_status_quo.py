"""Proposals against what there is now, which may itself be one of the options."""

import pytest
from tests.rules.voting.elections import LOT, a_contest, ranked

from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.sentences import SENTENCES
from commonweal.rules.wording import render

COUNT = METHODS["schulze-status-quo"].count
NAMED = Contest(
    ("1", "2", "3"),
    names={"1": "Paint", "2": "Leave it", "3": "Plaster"},
    settings={"status_quo": "Leave it"},
)


@pytest.mark.parametrize("said", ["now", "2"])
def test_what_there_is_wins_where_no_proposal_is_wanted_more(said):
    contest = a_contest(f"1 {said} 3", status_quo=said)

    kept = COUNT(contest, [ranked(f"{said} 1 3", 3), ranked(f"1 {said} 3", 2)], LOT)
    changed = COUNT(contest, [ranked(f"{said} 1 3", 2), ranked(f"1 {said} 3", 3)], LOT)

    assert (kept.winners, changed.winners) == ((said,), ("1",))
    assert kept.steps[-2].explanation.id == "schulze_now_stays"
    assert changed.steps[-2].explanation.id == "schulze_now_beaten"
    assert changed.steps[-2].explanation.facts == {"able": ("1",)}


def test_what_there_is_may_be_called_by_its_name():
    outcome = COUNT(NAMED, [ranked("2 1 3", 3), ranked("1 2 3", 2)], LOT)

    assert outcome.winners == ("2",)
    assert dict(outcome.steps[-2].counts) == {"1": 2, "3": 0}


def test_nobody_wins_where_nobody_votes_not_even_what_there_is():
    assert COUNT(NAMED, [], LOT).winners == ()


def test_an_unknown_status_quo_is_refused_in_words():
    with pytest.raises(Uncountable) as refusal:
        COUNT(a_contest("A B", status_quo="C"), [ranked("A")], LOT)

    assert "C" in render(refusal.value.reason, SENTENCES)


def test_where_it_is_no_option_whom_one_leaves_out_stands_behind_it():
    few = COUNT(a_contest("A B"), [ranked("A", 2), ranked("B", 3)], LOT)
    none = COUNT(a_contest("A B"), [ranked("A", 2), ranked("B", 2)], LOT)

    # Three of five would rather have B; where it is two of four, nothing changes.
    assert (few.winners, none.winners) == (("B",), ())
    assert none.steps[-2].explanation.id == "schulze_now_stays"
