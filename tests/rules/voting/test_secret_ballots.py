"""Secret ballots: none longer than another, and no count told of too few."""

import pytest

from commonweal.rules.sentence import Sentence, local_text
from commonweal.rules.verdict import ALLOWED, refused
from commonweal.rules.voting.decision_rule import DecisionRule
from commonweal.rules.voting.outcome import Outcome, Step
from commonweal.rules.voting.secret_ballots import (
    bare,
    can_be_shown,
    may_be_opened,
    outcome_in_short,
    read,
    verdict_in_short,
    written,
)

YES, NO, ABSTAIN = ({"answer": said} for said in ("yes", "no", "abstain"))
MOTION = DecisionRule("r", local_text(en="Rule"), "all", "motion", floor=5)
ELECTION = DecisionRule("e", local_text(en="Election"), "all", "irv", floor=5)


def test_a_ballot_is_kept_with_its_marks_alone_in_one_order():
    scribbled = {"approved": ["ben", "ada"], "note": "mine", "ranks": {"ada": 1}}

    assert bare(scribbled, form="approvals") == {"approved": ["ada", "ben"]}
    assert bare({"answer": "yes", "note": "mine"}, form="answer") == YES


@pytest.mark.parametrize("options", [["a"], ["ada", "b€n"], ["x" * 36, "y" * 36, "z"]])
def test_whatever_a_ballot_says_it_is_as_long_as_any_other(options):
    said = [
        {"ranks": dict.fromkeys(options, 1_000)},
        {"scores": dict.fromkeys(options, -10)},
        {"approved": options},
        {"approved": []},
    ]

    texts = [written(marks, options=options) for marks in said]

    assert len({len(text.encode()) for text in texts}) == 1
    assert [read(text) for text in texts] == said


@pytest.mark.parametrize(
    ("kept", "shown"),
    [
        ([(YES, 3), (NO, 3)], True),
        ([(YES, 3), (NO, 2)], False),
        ([(YES, 4), (NO, 3), (ABSTAIN, 0)], True),
        ([(YES, 3), (NO, 3), (ABSTAIN, 1)], False),
        ([(YES, 7)], False),
        ([(YES, 4), (ABSTAIN, 3)], False),
        ([(YES, 4), (NO, 0), (ABSTAIN, 3)], False),
        ([], False),
    ],
)
def test_a_count_is_shown_where_none_is_all_but_alone(kept, shown):
    assert can_be_shown(MOTION, kept) is shown


@pytest.mark.parametrize(("floor", "shown"), [(1, True), (6, True), (7, False)])
def test_a_count_is_shown_from_the_floor_of_the_rule_on(floor, shown):
    rule = DecisionRule("r", local_text(en="Rule"), "all", "motion", floor=floor)

    assert can_be_shown(rule, [(YES, 3), (NO, 3)]) is shown


def test_two_tellers_of_then_open_a_count_that_is_told_in_short():
    alone = may_be_opened(tellers=1, asked=1)
    waiting = may_be_opened(tellers=2, asked=1)

    assert may_be_opened(tellers=2, asked=2)
    assert alone == refused("too_few_tellers_of_then", tellers=1, needed=2)
    assert waiting == refused("second_has_to_ask", asked=1, needed=2, days=7)


@pytest.mark.parametrize(("carried", "winners"), [(True, ("ada",)), (False, ())])
def test_in_short_it_is_told_who_won_and_no_number(carried, winners):
    step = Step(Sentence("x"), Sentence("y"), {"ada": 2}, elected=("ada",))
    outcome = Outcome(
        "irv",
        1,
        ("ada",),
        tied=(("ada", "ben"),),
        tie_break=Sentence("z"),
        steps=(step,),
        facts={"cast": 3},
        beats_all=("ada",),
    )

    assert outcome_in_short(outcome, carried=carried) == Outcome("irv", 1, winners)


def test_in_short_a_verdict_gives_no_number_but_those_of_the_turnout():
    missed = refused("quorum_missed", turnout=1, needed=9, electorate=98)
    lost = refused("threshold_missed", support=3, turnout=7)

    assert verdict_in_short(MOTION, ALLOWED) == ALLOWED
    assert verdict_in_short(MOTION, missed) == missed
    assert verdict_in_short(MOTION, lost) == refused("not_carried_in_short")
    assert verdict_in_short(ELECTION, lost) == refused("nothing_chosen_in_short")
