"""What the bases say is heard in time, of whom it is, and counted once."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest
from tests.rules.confederation.valley import (
    ASKED_UNTIL,
    BODIES,
    WORDS,
    all_say,
    answer,
    case,
    composed,
    on,
    raised,
    reasons,
    refusal,
    told,
    where,
    with_terms,
)

from commonweal.rules.confederation.answers import (
    Asked,
    Counts,
    adds_up,
    may_answer,
    one_number,
)
from commonweal.rules.confederation.bodies import Base
from commonweal.rules.confederation.voices import Followed, voices

# ---- what the bases say


def test_most_members_do_not_outvote_most_bodies():
    large = answer("mill", yes=90, no=0)
    others = [answer(one, "no", 9, 10) for one in BODIES[1:]]

    now = where([raised(), composed(), large, *others])

    assert now.stage == "failed"
    assert told(now)[-1] == "1 of 5 bodies say yes; more than half of them have to."


def test_most_bodies_do_not_outvote_most_members():
    small = [answer(one, yes=2, no=1) for one in BODIES[1:]]

    now = where([raised(), composed(), answer("mill", "no", 0, 90), *small])

    assert now.stage == "failed"
    assert told(now)[-1].startswith("8 of 102 members who took a side say yes")


def test_silence_is_left_apart_unless_the_pact_says_what_it_means():
    two_yes = [answer("mill"), answer("port"), answer("ridge", "no", 10, 11)]
    deeds = [raised(), composed(), *two_yes]

    assert where(deeds).stage == "ratified"
    assert where(deeds, of=with_terms(silence="no")).stage == "failed"
    tacit = [raised(), composed(), answer("mill")]
    assert where(tacit, of=with_terms(silence="yes")).stage == "ratified"


def test_too_few_answers_are_no_answer():
    now = where([raised(), composed(), answer("mill"), answer("port")])

    assert now.stage == "failed"
    assert told(now)[-1].startswith("2 of 5 bodies have answered")


def test_a_pact_may_ask_for_a_part_of_all_members():
    now = where(
        [raised(), composed(), *all_say()], of=with_terms(turnout=Fraction(1, 2))
    )

    assert now.stage == "failed"
    assert told(now)[-1].startswith("200 of 500 members have voted")


def test_of_two_answers_the_last_in_time_counts_and_both_are_seen():
    first, last = answer("mill"), answer("mill", "no", day=15)

    now = where([raised(), composed(), last, first], day=16)

    assert now.heard.counting["mill"] == last
    assert now.heard.replaced == (first,)


def test_an_answer_at_the_deadline_is_too_late():
    just = answer("mill", day=ASKED_UNTIL)

    now = where([raised(), composed(), just])

    assert reasons(now) == ["nobody_is_asked"]


def test_an_answer_to_other_words_counts_for_nothing():
    now = where([raised(), composed(), answer("mill", text="older words")])

    assert reasons(now) == ["answer_other_text"]


def test_who_was_not_asked_does_not_answer():
    now = where([raised(), composed(), answer("castle")])

    assert reasons(now) == ["answer_not_asked"]


def test_a_deadline_is_that_of_the_place_also_when_clocks_change():
    here = case(zone="Europe/Madrid")
    day = (on(0).replace(month=3, day=28) - on(0)).days

    early = where([raised(), composed(day)], day=day + 9.9, of=here)

    # The clocks went forward: the same time of day is an hour earlier in UTC.
    assert early.until == on(day + 10) - timedelta(hours=1)


# ---- words that come back


def test_words_that_come_back_go_to_the_congress_again():
    back = [answer(one, "return") for one in BODIES[:3]]

    now = where([raised(), composed(), *back, answer("spring"), answer("weir")])

    assert now.stage == "before_congress"
    assert told(now)[-1].startswith("3 bodies sent the words back with changes. 2 of 5")


def test_words_go_back_and_forth_so_many_times_and_no_more():
    deeds = [raised()]
    for day in (12, 30):
        deeds += [composed(day, text=f"words {day}")]
        deeds += all_say("return", day=day + 1, text=f"words {day}")

    assert where(deeds, day=29).stage == "before_congress"
    assert where(deeds).stage == "failed"


def test_answers_to_the_first_words_are_no_answers_to_the_next():
    deeds = [raised(), composed(), *all_say("return")]
    deeds += [composed(30, text="new"), answer("mill", day=31, text="new")]

    now = where(deeds, day=32)

    assert set(now.heard.counting) == {"mill"}


# ---- counts that add up


@pytest.mark.parametrize(
    ("counts", "why"),
    [
        (Counts(-1, 0, 0, 0, 9), "counts_below_nought"),
        (Counts(3, 2, 1, 5, 9), "counts_above_present"),
        (Counts(3, 2, 0, 10, 9), "counts_above_roll"),
        (Counts(2, 2, 0, 4, 9), "says_yes_without_them"),
    ],
)
def test_counts_that_do_not_add_up_are_no_answer(counts, why):
    assert refusal(adds_up(replace(answer("mill"), counts=counts))) == why


def test_a_body_with_a_rule_of_its_own_may_say_no_where_more_say_yes():
    assert adds_up(answer("mill", "no", 20, 19))
    assert refusal(adds_up(replace(answer("mill", "return"), amendments=" "))) == (
        "returns_no_words"
    )


def test_an_answer_before_the_bases_are_asked_is_too_early():
    asked = Asked(WORDS, on(3), on(9), {"mill": Base("mill", 100)})

    assert refusal(may_answer(asked, answer("mill", day=2))) == "answer_too_early"
    assert refusal(may_answer(asked, answer("mill", day=9))) == "answer_too_late"
    assert may_answer(asked, answer("mill", day=3))


def test_no_more_members_answer_than_there_were_when_they_were_asked():
    asked = Asked(WORDS, on(3), on(9), {"mill": Base("mill", 39)})
    by_forty = answer("mill", day=4)

    assert by_forty.counts.present == 40
    assert refusal(may_answer(asked, by_forty)) == "counts_above_asked"


def test_a_body_that_two_became_answers_for_the_members_of_both():
    asked = Asked(WORDS, on(3), on(9), {one: Base(one, 20) for one in ("mill", "port")})
    merged = voices(
        [Followed("mill", ("quay",), on(3)), Followed("port", ("quay",), on(3))],
        at=on(4),
    )

    assert may_answer(asked, answer("quay", day=4), merged)


def test_strangers_read_one_number_of_a_base_and_none_below_who_was_there():
    counts = Counts(yes=2, no=1, present=3, roll=9)

    assert one_number(counts, None) == counts
    assert one_number(counts, 5).roll == 5
    assert one_number(counts, 2).roll == 3
