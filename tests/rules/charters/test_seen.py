"""What can be seen in a charter of what a confederation asks of every body."""

from dataclasses import replace
from fractions import Fraction

import pytest
from tests.rules.charters.charters import with_rule

from commonweal import kinds
from commonweal.rules.charters.parse import parse
from commonweal.rules.charters.seen import (
    delegates_recallable,
    longest_term,
    one_member_one_vote,
)
from commonweal.rules.voting.decision_rule import Quorum, Support, Threshold

BASE = parse(kinds.text_of("neighbourhood_assembly"))
ORDINARY = BASE.rule("ordinary")


def with_recall(**parts):
    """Give a charter in which a recall goes by a rule of its own."""
    assert ORDINARY is not None
    rules = (*BASE.rules, replace(ORDINARY, id="recall"))
    charter = replace(
        BASE, rules=rules, effects={**BASE.effects, "recall_delegate": "recall"}
    )
    return with_rule(charter, "recall", **parts)


def test_a_charter_by_which_all_are_asked_shows_it():
    assert one_member_one_vote(BASE)
    assert delegates_recallable(BASE)
    assert delegates_recallable(with_recall())
    assert longest_term(BASE) == 180
    assert longest_term(replace(BASE, offices=())) == 0


@pytest.mark.parametrize(
    "parts",
    [
        {"support": Support(Fraction(1))},
        {"support": Support(Fraction(0), 25)},
        {"threshold": Threshold("roll")},
        {"threshold": Threshold(at_least=25)},
        {"threshold": Threshold(share=Fraction(9, 10))},
        {"quorum": Quorum("share_of_roll", Fraction(1))},
        {"voting_days": 300},
        {"franchise": "others"},
        {"method": "consensus"},
    ],
)
def test_a_recall_that_is_harder_than_sending_is_seen(parts):
    assert not delegates_recallable(with_recall(**parts))


def test_a_class_that_alone_answers_for_all_is_seen():
    few = replace(BASE.franchises[0], id="few", classes=frozenset({"nobody"}))
    charter = replace(BASE, franchises=(*BASE.franchises, few))
    assert ORDINARY is not None
    rules = (*charter.rules, replace(ORDINARY, id="few", franchise="few"))
    charter = replace(
        charter, rules=rules, effects={**charter.effects, "answer_matter": "few"}
    )

    assert not one_member_one_vote(charter)
