"""Rival texts in pairs: hands and phones in one sum, and what is chosen by it."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.assemblies.rooms import ROLL, at, reasons, room, where
from tests.rules.assemblies.texts_in_rooms import amend, bring, going

from commonweal.rules.assemblies import events as deeds
from commonweal.rules.assemblies import rivals
from commonweal.rules.assemblies.counting import Decision, Hands, pairs_of
from commonweal.rules.assemblies.events_deciding import ChannelChosen, PhoneAnswered
from commonweal.rules.assemblies.events_texts import TextWithdrawn
from commonweal.rules.assemblies.judging import verdict_on
from commonweal.rules.assemblies.state import BY_MAJORITY
from commonweal.rules.voting.ballots import Ballot, Contest, Ranking
from commonweal.rules.voting.decision_rule import Threshold
from commonweal.rules.voting.methods import schulze_status_quo
from commonweal.rules.voting.ties import TieBreaker

TWO = [bring("ben"), bring("chidi", "We buy none.")]
PUT = deeds.DecisionBegan("asha", "hall", at(4), about="texts")
END = deeds.DecisionEnded("asha", at(9))


def phones(*people):
    return [ChannelChosen(of, of, "phone", at(3)) for of in people]


def says(of, answer, second=0):
    return PhoneAnswered(of, answer, at(5, second))


def count(pair, yes, no, neither=0, *, minute=5, by=("asha", "ben")):
    return [deeds.Counted(of, yes, no, neither, at(minute), pair) for of in by]


def asked(*events, texts=TWO):
    return going(*texts, *events)


def came(now, meeting=None):
    return rivals.chosen(meeting or room(), now.presence.decisions[-1])


def decision(answers, options):
    people = {f"p{n}": f"p{n}" for n in range(len(answers))}
    said = dict(zip(people, answers, strict=True))
    return Decision(
        "hall",
        at(),
        people,
        1,
        by_phone=frozenset(people),
        about="texts",
        options=options,
        answers=said,
    )


def test_hands_are_raised_for_each_pair_and_summed_with_phones():
    now = asked(
        *phones("dora", "emil"),
        PUT,
        says("dora", "2>1"),
        says("emil", "0"),
        *count("1-2", 1, 3),
        *count("1-", 2, 2, minute=6),
        *count("2-", 4, 0, minute=7),
        END,
    )

    assert reasons(now) == []
    found = came(now)
    assert found.text == "2"
    assert found.numbers == {
        ("1", "2"): Hands(1, 4, 1),
        ("1", ""): Hands(3, 3, 0),
        ("2", ""): Hands(5, 1, 0),
    }
    assert not found.by_chain
    assert verdict_on(room(), now.presence.decisions[-1])
    assert now.presence.is_decided("hall")


def test_all_by_phone_need_no_hands_and_a_proxy_counts_twice():
    meeting = room(proxies_most=1)
    events = [
        *[deeds.CameIn(of, of, at(-5)) for of in ROLL[:5]],
        deeds.ProxyGiven("farah", "dora", at(-4)),
        deeds.Handed("asha", "minute_taker", "asha", at(-1)),
        deeds.Opened("asha", at()),
        deeds.ItemBegun("asha", "hall", at()),
        *TWO,
        *phones(*ROLL[:5]),
        PUT,
        says("dora", "1"),
        says("emil", "2>1"),
        END,
    ]

    now = where(meeting, events)
    assert came(now, meeting).numbers["1", "2"] == Hands(2, 1, 0)
    assert came(now, meeting).text == "1"


def test_nobody_answers_and_nothing_is_decided():
    now = asked(*phones(*ROLL), PUT, END)

    assert verdict_on(room(), now.presence.decisions[-1]) is None
    assert not now.presence.is_decided("hall")


def test_a_text_needs_of_what_is_what_the_charter_asks_of_any_text():
    rule = replace(BY_MAJORITY, threshold=Threshold(share=Fraction(2, 3), strict=False))
    meeting = replace(room(), rule=rule)
    said = ["1>2", "1>2", "1>2", "2", "2", "0"]

    assert rivals.chosen(room(), decision(said, ("1", "2"))).text == "2"
    assert rivals.chosen(meeting, decision(said, ("1", "2"))).text == "2"
    few = rivals.chosen(meeting, decision(["1>2", "1", "2", "2", "0", "0"], ("1", "2")))
    assert few.verdict.id == "no_text_carried"


def test_texts_that_are_level_change_nothing():
    found = rivals.chosen(room(), decision(["1>2", "2>1"], ("1", "2")))

    assert (found.text, found.verdict.id) == ("", "texts_are_level")
    assert found.verdict.facts == {"texts": ("1", "2")}


def test_where_each_text_loses_to_another_the_strongest_chain_decides():
    said = [*["1>2>3"] * 4, *["2>3>1"] * 3, *["3>1>2"] * 2]

    found = rivals.chosen(room(), decision(said, ("1", "2", "3")))

    assert (found.text, found.by_chain) == ("1", True)


@pytest.mark.parametrize(
    ("answer", "pair", "hands"),
    [
        ("2>1", ("1", "2"), Hands(0, 1, 0)),
        ("1=2", ("1", "2"), Hands(0, 0, 1)),
        ("1", ("1", "2"), Hands(1, 0, 0)),
        ("3", ("1", "2"), Hands(0, 0, 1)),
        ("3", ("1", ""), Hands(0, 1, 0)),
        ("3>1", ("1", ""), Hands(1, 0, 0)),
        ("0", ("1", ""), Hands(0, 1, 0)),
        ("0", ("1", "2"), Hands(0, 0, 1)),
        ("abstain", ("1", ""), Hands(0, 0, 1)),
    ],
)
def test_a_ranking_says_of_each_pair_what_a_hand_would(answer, pair, hands):
    assert rivals.would_raise(answer, pair) == hands


@pytest.mark.parametrize(
    "answer", ["yes", "", "3", "1>1", "1>", "1>2>1", "1;2", "0>1", "1" * 30]
)
def test_what_is_no_ranking_of_these_texts_is_refused(answer):
    now = asked(*phones("dora"), PUT, says("dora", answer))

    assert reasons(now) == ["ranking_unreadable"]


def test_between_yes_and_no_nobody_ranks():
    now = asked(*phones("dora"), replace(PUT, about=""), says("dora", "1"), texts=[])

    assert reasons(now) == ["deed_unknown"]


def test_a_count_of_another_pair_is_refused_and_differing_ones_are_done_anew():
    now = asked(
        PUT,
        *count("1-", 3, 3),
        *count("1-2", 3, 3, by=("asha",)),
        *count("1-2", 2, 4, by=("ben",), minute=6),
        *count("1-2", 2, 4, minute=7),
        *count("1-2", 2, 4, minute=8),
        END,
    )

    assert reasons(now) == [
        *["another_pair_is_counted"] * 2,
        *["another_pair_is_counted"] * 2,
        "hands_are_not_counted",
    ]
    assert now.presence.deciding.pair == ("1", "")


def test_a_pair_takes_no_more_hands_than_there_are_and_ends_when_all_are_counted():
    now = asked(
        PUT,
        *count("1-2", 6, 1, by=("asha",)),
        *count("1-2", 6, 0, minute=6),
        *count("1-", 6, 0, minute=7),
        *count("2-", 6, 0, minute=8),
        *count("2-", 6, 0, minute=8),
        replace(END, reason="not so"),
    )

    assert reasons(now) == [
        *("more_hands_than_members", "hands_are_counted", "hands_are_counted"),
    ]
    assert came(now).text == "1"


def test_broken_off_nothing_is_chosen_and_it_can_be_put_again():
    now = asked(PUT, *count("1-2", 3, 3), replace(END, reason="fire"))

    assert not now.presence.is_decided("hall")
    assert verdict_on(room(), now.presence.decisions[-1]) is None


@pytest.mark.parametrize(
    ("events", "why"),
    [
        ([*TWO, replace(PUT, about="")], "texts_stand_beside"),
        ([TWO[0], PUT], "fewer_than_two_texts"),
        ([*TWO, TextWithdrawn("ben", "hall", 1, at(3)), PUT], "fewer_than_two_texts"),
        ([*TWO, amend("dora", "strike", 1), PUT], "amendments_wait"),
    ],
)
def test_what_is_put_is_what_there_is(events, why):
    assert reasons(going(*events)) == [why]


ANSWERS = st.lists(
    st.lists(
        st.sampled_from(("1", "2", "3", "4")), unique=True, min_size=1, max_size=4
    ).flatmap(
        lambda names: st.lists(
            st.sampled_from(">="), min_size=len(names) - 1, max_size=len(names) - 1
        ).map(
            lambda signs: "".join(
                name + sign for name, sign in zip(names, [*signs, ""], strict=True)
            )
        )
    ),
    min_size=1,
    max_size=9,
)


@given(ANSWERS)
def test_by_majority_it_is_the_method_of_the_book(answers):
    options = ("1", "2", "3", "4")
    ballots = [
        Ballot(Ranking(tuple(tuple(rank.split("=")) for rank in one.split(">"))))
        for one in answers
    ]
    contest = Contest(options=options)

    outcome = schulze_status_quo.count(contest, ballots, TieBreaker("status_quo"))

    found = rivals.chosen(room(), decision(answers, options))
    if outcome.tied or outcome.tie_break:
        assert found.verdict.id == "texts_are_level"
    else:
        assert outcome.winners == ((found.text,) if found.text else ())


@given(ANSWERS)
def test_no_pair_holds_more_than_there_are_people(answers):
    found = decision(answers, ("1", "2", "3", "4"))

    for pair in pairs_of(found.options):
        hands = rivals.numbers(found)[pair]
        assert hands.yes + hands.no + hands.abstain == len(answers)
