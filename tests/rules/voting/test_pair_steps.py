"""Every two options are shown once, with how many prefer the one and the other."""

from tests.rules.voting.elections import ranked

from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.pair_steps import pair_steps
from commonweal.rules.voting.pairs import preferences


def test_each_pair_is_shown_once_and_says_how_it_ended():
    contest = Contest(("a", "b", "c"), names={"a": "Ada", "c": "Cleo"})
    ballots = [ranked("b a c", 3), ranked("c a b", 2), ranked("a", 1)]

    steps = pair_steps(contest, preferences(contest, ballots))

    assert [dict(step.counts) for step in steps] == [
        {"a": 3, "b": 3},
        {"a": 4, "c": 2},
        {"b": 3, "c": 2},
    ]
    assert [step.explanation.id for step in steps] == [
        "schulze_pair_level",
        "schulze_pair_first_wins",
        "schulze_pair_first_wins",
    ]
    assert steps[1].title.facts == {"first": "Ada", "second": "Cleo"}
    assert steps[2].explanation.facts == {"first": "b", "second": "Cleo"}


def test_where_the_later_option_wins_the_pair_says_so():
    contest = Contest(("a", "b"))

    [step] = pair_steps(contest, preferences(contest, [ranked("b", 1)]))

    assert step.explanation.id == "schulze_pair_second_wins"
