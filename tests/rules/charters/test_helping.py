"""What the help of an institution says, and that it says it of each kind."""

from dataclasses import replace
from fractions import Fraction

import pytest

from commonweal import kinds
from commonweal.rules.charters.charter import rule_for
from commonweal.rules.charters.helping import answers
from commonweal.rules.charters.parse import parse
from commonweal.rules.charters.sentences import SENTENCES
from commonweal.rules.sentence import LocalText, Sentence
from commonweal.rules.voting.decision_rule import Support

ALL = ("here", "join", "propose", "decide", "vote", "meet", "offices", "words")


def charter(kind="consensus_collective"):
    return parse(kinds.text_of(kind))


def said(of, about):
    [found] = [one for one in answers(of) if one.id == about]
    return [one.id for one in found.says if isinstance(one, Sentence)]


@pytest.mark.parametrize("kind", kinds.names())
def test_each_kind_answers_what_people_ask(kind):
    found = answers(charter(kind))

    assert [one.id for one in found] == [*ALL, "lost", "check", "leave"]
    assert all(one.says for one in found)
    assert all(one.asks.id in SENTENCES for one in found)


def test_it_is_in_the_words_of_the_charter():
    here = next(one for one in answers(charter()) if one.id == "here")
    [purpose, basis, words] = here.says

    assert isinstance(purpose, LocalText)
    assert (purpose, basis) == (charter().purpose, charter().basis)
    assert words.id == "prose_words"


def test_who_may_is_said_where_not_all_may():
    assert "help_who_may" in said(charter(), "vote")
    everybody = replace(charter(), classes=charter().classes[:1])
    assert "help_who_may" not in said(everybody, "vote")


@pytest.mark.parametrize(
    ("support", "needed"),
    [
        (Support(), False),
        (Support(at_least=1), False),
        (Support(at_least=2), True),
        (Support(share=Fraction(1, 10)), True),
    ],
)
def test_support_is_asked_for_where_others_have_to_give_it(support, needed):
    ours = charter()
    rule = replace(rule_for(ours, None), support=support)
    rules = tuple(rule if one.id == rule.id else one for one in ours.rules)

    found = said(replace(ours, rules=rules), "propose")

    assert ("help_support" in found) == needed
    assert ("help_no_support" in found) != needed


def test_ballots_are_open_or_secret_as_each_rule_has_them():
    assert "help_secret" not in said(charter(), "vote")
    branch = said(charter("union_branch"), "vote")
    assert "help_secret" in branch


def test_where_all_is_secret_nothing_is_said_of_open_ballots():
    ours = charter()
    secret = tuple(replace(one, ballot="secret") for one in ours.rules)

    found = said(replace(ours, rules=secret), "vote")

    assert "help_secret" in found
    assert "help_open" not in found


def test_one_rule_alone_has_no_others():
    ours = charter()
    alone = replace(ours, rules=(rule_for(ours, None),))

    assert "help_other_rules" in said(ours, "decide")
    assert "help_other_rules" not in said(alone, "decide")


def test_paper_is_offered_where_somebody_counts_it():
    ours = charter()
    assert "help_paper" not in said(ours, "vote")
    assert "help_paper" in said(replace(ours, tellers="facilitator"), "vote")
