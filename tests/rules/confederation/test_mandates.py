"""A delegate says what the base decided; what is said beside it does not count."""

from dataclasses import replace
from fractions import Fraction

import pytest
from tests.rules.confederation.congress import (
    EXCHANGE,
    NO,
    PUT,
    YES,
    mandate,
)
from tests.rules.confederation.valley import on, refusal

from commonweal.rules.confederation.instructions import (
    Free,
    Must,
    instructed,
    limits_worded,
    within,
    worded,
)
from commonweal.rules.confederation.mandates import (
    Amount,
    Conditional,
    Fixed,
    NegotiateThenRatify,
    Order,
    Range,
    Ranked,
    ReportOnly,
    Shared,
    Split,
    UrgentOnly,
    When,
    Whole,
    in_force,
)
from commonweal.rules.confederation.sentences import SENTENCES
from commonweal.rules.wording import say

# ---- the eight sorts


@pytest.mark.parametrize("stance", EXCHANGE)
def test_a_fixed_mandate_is_said_and_nothing_else(stance):
    given = mandate(Fixed(stance))

    assert [name for name, one in EXCHANGE.items() if within(given, PUT, one)] == [
        stance
    ]


def test_a_conditional_mandate_follows_what_was_decided_before():
    given = mandate(
        Conditional(
            (When("yes", adopted=frozenset({"a", "b"})), When("no", frozenset({"c"})))
        )
    )

    def must(**more):
        return instructed(given, replace(PUT, **more))

    assert must(adopted=frozenset({"a", "b"})) == Must(YES)
    assert must(adopted=frozenset({"a"})) == Must(Whole("abstain"))
    assert must(adopted=frozenset({"c"})) == Must(NO)
    assert refusal(must(adopted=frozenset({"a", "b", "c"}))) == (
        "mandate_conditions_contradict"
    )


def test_a_condition_may_be_that_something_was_rejected():
    given = mandate(Conditional((When("yes", rejected=frozenset({"a"})),)))

    assert instructed(given, replace(PUT, rejected=frozenset({"a"}))) == Must(YES)
    assert instructed(given, PUT) == Must(Whole("abstain"))


def test_a_ranked_mandate_is_put_in_its_order_among_what_is_still_there():
    options = replace(PUT, options=("north", "south", "none"))
    given = mandate(Ranked(("south", "west", "none")))

    assert within(given, options, Order(("south", "none")))
    assert refusal(within(given, options, Order(("none", "south")))) == (
        "outside_mandate"
    )


def test_a_range_agrees_to_what_is_within_it():
    given = mandate(Range(Fraction(2), Fraction(5)))

    def asked(number):
        return instructed(given, replace(PUT, amount=Fraction(number)))

    assert [asked(n) for n in (1, 2, 5, 6)] == [
        Must(NO),
        Must(YES),
        Must(YES),
        Must(NO),
    ]
    assert within(given, PUT, Amount(Fraction(4)))
    assert refusal(within(given, PUT, Amount(Fraction(6)))) == "outside_limits"
    assert refusal(within(given, PUT, YES)) == "outside_limits"


def test_a_split_shares_the_votes_as_the_base_did():
    given = mandate(Split(60, 40))

    assert within(given, PUT, Shared(Fraction(3, 5), Fraction(2, 5)))
    assert not within(given, PUT, YES)


def test_whoever_negotiates_is_free_also_with_other_words():
    given = mandate(NegotiateThenRatify())

    assert instructed(given, replace(PUT, text="newer")) == Free()
    assert within(given, PUT, NO)


def test_whoever_reports_does_not_vote():
    assert refusal(within(mandate(ReportOnly()), PUT, YES)) == "mandate_report_only"


def test_an_urgent_mandate_is_for_what_is_urgent():
    narrow, wide = mandate(UrgentOnly("yes")), mandate(UrgentOnly())
    now = replace(PUT, is_urgent=True)

    assert refusal(within(narrow, PUT, YES)) == "mandate_not_urgent"
    assert within(narrow, now, YES)
    assert not within(narrow, now, NO)
    assert within(wide, now, NO)


@pytest.mark.parametrize("terms", [Fixed("yes"), Range(), Split(1, 0), Conditional(())])
def test_a_mandate_on_a_yes_or_no_is_none_on_options(terms):
    options = replace(PUT, options=("north", "south"))

    assert refusal(instructed(mandate(terms), options)) == "mandate_of_other_sort"
    assert refusal(instructed(mandate(Ranked(("a",))), PUT)) == "mandate_of_other_sort"


# ---- words that changed, and mandates that differ


@pytest.mark.parametrize("terms", [Fixed("yes"), Range(), Split(1, 0), UrgentOnly()])
def test_changed_words_go_back_to_the_base(terms):
    assert refusal(instructed(mandate(terms), replace(PUT, text="newer"))) == (
        "mandate_other_text"
    )


def test_a_conditional_mandate_may_say_what_to_do_with_changed_words():
    newer = replace(PUT, text="newer")

    assert instructed(mandate(Conditional((), if_changed="no")), newer) == Must(NO)
    assert refusal(instructed(mandate(Conditional(())), newer)) == "mandate_other_text"


def test_the_newest_decision_of_the_base_holds():
    given = [mandate(Fixed("yes")), mandate(Fixed("no"), day=7, decision="d2")]

    assert in_force(given, PUT, body="mill", at=on(6)).terms == Fixed("yes")
    assert in_force(given, PUT, body="mill", at=on(8)).terms == Fixed("no")


def test_two_mandates_of_one_instant_that_differ_are_none():
    given = [mandate(Fixed("yes")), mandate(Fixed("no"), decision="d2")]
    same = [mandate(Fixed("yes")), mandate(Fixed("yes"), decision="d2")]

    assert refusal(in_force(given, PUT, body="mill", at=on(6))) == (
        "mandates_contradict"
    )
    assert in_force(same, PUT, body="mill", at=on(6)).terms == Fixed("yes")


def test_a_mandate_of_another_body_another_matter_or_that_ran_out_is_none():
    given = [mandate(Fixed("yes"), body="port"), mandate(Fixed("yes"), matter="road")]
    brief = [mandate(Fixed("yes"), until=on(8))]

    assert refusal(in_force(given, PUT, body="mill", at=on(9))) == "no_mandate"
    assert refusal(in_force(brief, PUT, body="mill", at=on(8))) == "mandate_ran_out"
    assert in_force(brief, PUT, body="mill", at=on(7)) == brief[0]


@pytest.mark.parametrize(
    "sentence",
    [
        *(worded(one) for one in EXCHANGE.values()),
        worded(Shared(Fraction(1))),
        worded(Order(("north", "south"))),
        *(limits_worded(Range(*ends)) for ends in [(None, None), (1, None), (None, 2)]),
        limits_worded(Range(Fraction(1), Fraction(2))),
    ],
)
def test_every_instruction_can_be_said(sentence):
    assert say(sentence, SENTENCES).startswith("Your body ")
