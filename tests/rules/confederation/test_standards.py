"""What is asked of every body: who says whether it is kept, and what follows."""

from fractions import Fraction

import pytest
from tests.rules.confederation.valley import on

from commonweal.rules.confederation.sentences import SENTENCES
from commonweal.rules.confederation.standards import (
    ASKED,
    AT_LEAST,
    REMEDIES,
    SINCE_THEN,
    YES,
    Fact,
    Found,
    Known,
    Standard,
    elapsed,
    kept,
    votes_rest,
)
from commonweal.rules.sentence import LocalText
from commonweal.rules.wording import say

NAME = LocalText((("en", "Accounts are open"),))
OTHERS = frozenset({"mill", "port", "bakery"})


def asked(name="said", **more):
    return Standard("one", NAME, name, limit=10, **more)


def judged(day, standard, fact=None, *, found=(), planned=(), since=0):
    known = Known(on(since), fact, tuple(found), tuple(map(on, planned)))
    told = kept(standard, known, others=OTHERS, at=on(day))
    assert say(told.why, SENTENCES)
    return told


def not_kept(*bodies, day=1):
    return [Found(one, is_kept=False, at=on(day)) for one in bodies]


@pytest.mark.parametrize("name", ASKED)
def test_every_standard_is_met_or_due_or_breached(name):
    good, bad = (True, False) if name in YES else (Fraction(10), Fraction(11))
    if name in AT_LEAST:
        good, bad = Fraction(10), Fraction(9)
    standard = asked(name)

    assert judged(99, standard, Fact(good, on(0))).state == "met"
    assert judged(29, standard, Fact(bad, on(-50))).state == "due"
    assert judged(30, standard, Fact(bad, on(-50))).state == "breached"
    assert judged(39, standard, Fact(bad, on(10))).state == "due"
    assert judged(40, standard, Fact(bad, on(10))).state == "breached"


def test_what_nobody_has_shown_is_not_kept():
    assert judged(29, asked()).state == "due"
    assert judged(30, asked()).state == "breached"
    assert judged(30, asked()).why.id == "standard_unknown"


def test_the_days_run_from_when_it_was_asked_of_the_body():
    old = Fact(value=False, since=on(-50))

    assert judged(79, asked(), old, since=50).state == "due"
    assert judged(80, asked(), old, since=50).state == "breached"


def test_days_are_counted_from_when_something_was_done_last():
    assert SINCE_THEN.isdisjoint(YES)
    fact = elapsed(on(0), limit=10, at=on(25))

    assert fact == Fact(Fraction(25), on(10))
    assert judged(25, asked("meeting_days"), fact).until == on(40)


def test_what_more_than_half_of_the_others_find_comes_first():
    good = Fact(value=True, since=on(0))

    assert judged(40, asked(), good, found=not_kept("mill")).state == "met"
    told = judged(40, asked(), good, found=not_kept("mill", "port"))
    assert (told.state, told.why.id) == ("breached", "standard_found_not_kept")
    assert judged(30, asked(), good, found=not_kept("mill", "port")).state == "due"


def test_a_body_counts_once_with_what_it_said_last_and_only_while_it_is_in():
    again = Found("mill", is_kept=True, at=on(2))
    left = not_kept("mill", "somebody_who_left")

    assert judged(40, asked(), found=[*not_kept("mill", "port"), again]).why.id == (
        "standard_unknown"
    )
    good = Fact(value=True, since=on(0))
    assert judged(40, asked(), good, found=left).state == "met"
    assert judged(40, asked(), good, found=not_kept(*OTHERS, day=41)).state == "met"


def test_others_may_find_that_it_is_kept_whatever_the_record_says():
    bad = Fact(value=False, since=on(0))
    mended = [Found(one, is_kept=True, at=on(5)) for one in ("mill", "port")]

    assert judged(99, asked(), bad, found=mended).state == "met"


def test_the_day_it_was_found_is_that_of_whoever_made_more_than_half():
    found = [
        *not_kept("mill", day=1),
        *not_kept("port", day=9),
        *not_kept("bakery", day=20),
    ]

    assert judged(10, asked(), found=found).until == on(39)
    assert judged(25, asked(), found=found).until == on(39)


def test_whoever_finds_the_same_again_begins_no_days_anew():
    found = [*not_kept("mill", "port", day=1), *not_kept("mill", "port", day=35)]

    assert judged(40, asked(), found=found).state == "breached"


def test_one_body_alone_finds_nothing_about_another():
    known = Known(on(0), Fact(value=True, since=on(0)), tuple(not_kept("mill")))

    told = kept(asked(), known, others=frozenset({"mill"}), at=on(50))

    assert told.state == "met"


def test_a_plan_gives_as_many_days_again_and_only_once():
    bad = Fact(value=False, since=on(0))

    assert judged(49, asked(), bad, planned=[20]).state == "due"
    assert judged(50, asked(), bad, planned=[20]).state == "breached"
    assert judged(50, asked(), bad, planned=[20, 29]).until == on(50)
    # What is planned only when the days are over gives no more of them.
    assert judged(60, asked(), bad, planned=[40, 60]).until == on(30)
    assert judged(40, asked(), bad, planned=[-5]).state == "breached"


def test_only_what_is_required_and_breached_has_a_consequence():
    bad = Fact(value=False, since=on(0))

    for remedy in REMEDIES:
        assert judged(40, asked(remedy=remedy), bad).remedy == remedy
        assert judged(9, asked(remedy=remedy), bad).remedy is None
        assert judged(40, asked(remedy=remedy, required=False), bad).remedy is None


def test_votes_rest_where_that_is_what_follows():
    bad = Fact(value=False, since=on(0))
    rests = judged(40, asked(remedy="suspend_vote"), bad)
    told = judged(40, asked(remedy="expel"), bad)

    assert votes_rest({"mill": (told, rests), "port": (told,), "bakery": ()}) == {
        "mill"
    }


def test_it_is_found_from_the_moment_at_which_more_than_half_said_so():
    names = ("mill", "port", "bakery", "weir", "bay")
    said = [Found(one, is_kept=False, at=on(day)) for day, one in enumerate(names, 1)]
    good = Fact(value=True, since=on(0))

    def at_day(day, found, of):
        known = Known(on(0), good, tuple(found))
        return kept(asked(), known, others=frozenset(names[:of]), at=on(day))

    assert at_day(3, said[:2], of=4).state == "met"
    assert at_day(3, said[:2], of=5).state == "met"
    # On the third day the third of five says so; thirty days are left from then on.
    assert at_day(2, said, of=5).state == "met"
    assert at_day(3, said, of=5).until == on(33)
    assert at_day(9, said, of=5).until == on(33)
