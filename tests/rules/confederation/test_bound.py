"""Whom a decision binds, and whom it does not."""

from dataclasses import replace
from datetime import timedelta

from tests.rules.confederation.valley import (
    ASKED_UNTIL,
    COMPOSED,
    PACT,
    all_say,
    answer,
    bound,
    case,
    composed,
    on,
    raised,
    reasons,
    refusal,
    union,
    where,
    with_terms,
)

from commonweal.rules.confederation.binding import is_bound, told_of_binding
from commonweal.rules.confederation.deeds import OptedOut
from commonweal.rules.confederation.terms import Ratifying, Urgent
from commonweal.rules.confederation.voices import Gone


def test_a_pact_may_bind_only_those_who_said_yes():
    only = with_terms(binding="ratifiers")

    now = where(
        [raised(), composed(), *all_say("yes", "port"), answer("port", "no")], of=only
    )

    assert bound(now, "mill", of=only)
    assert refusal(bound(now, "port", of=only)) == "body_did_not_ratify"


def test_a_body_stays_out_in_time_where_the_pact_lets_it():
    lets = with_terms(binding="opt_out", opt_out_days=5)
    deeds = [raised(), composed(), *all_say("yes", "port", "weir")]
    deeds += [answer("port", "no"), OptedOut("port", on(ASKED_UNTIL + 2))]

    late = where([*deeds, OptedOut("weir", on(ASKED_UNTIL + 6))], of=lets)

    assert reasons(late) == ["too_late_to_stay_out"]
    assert bound(late, "mill", of=lets)
    assert refusal(bound(late, "weir", of=lets)) == "body_can_stay_out"
    assert bound(late, "weir", ASKED_UNTIL + 5, of=lets)
    assert refusal(bound(late, "port", ASKED_UNTIL + 9, of=lets)) == "body_stayed_out"
    then = on(ASKED_UNTIL + 9)
    told = [told_of_binding(lets, late, one, at=then) for one in ("mill", "port")]
    assert [one.id for one in told] == ["body_is_bound", "body_stayed_out"]


def test_nothing_is_said_of_single_bodies_where_all_are_bound_or_nobody_yet():
    lets = with_terms(binding="opt_out")
    asked = where([raised(), composed()], day=ASKED_UNTIL - 1, of=lets)
    all_bound = where([raised(), composed(), *all_say()])

    assert told_of_binding(lets, asked, "mill", at=on(ASKED_UNTIL - 1)) is None
    assert told_of_binding(case(), all_bound, "mill", at=on(ASKED_UNTIL)) is None


def test_who_said_yes_does_not_stay_out():
    lets = with_terms(binding="opt_out")
    out = OptedOut("port", on(ASKED_UNTIL + 2))

    now = where([raised(), composed(), *all_say(), out], of=lets)

    castle = OptedOut("castle", on(ASKED_UNTIL + 2))
    assert reasons(now) == ["said_yes_already"]
    assert reasons(where([raised(), composed(), *all_say(), castle], of=lets)) == [
        "answer_not_asked"
    ]
    assert reasons(where([raised(), composed(), *all_say(), out])) == [
        "nobody_stays_out"
    ]


def test_whoever_was_not_asked_is_not_bound():
    now = where([raised(), composed(), *all_say()])

    assert refusal(bound(now, "castle")) == "body_was_not_asked"


def test_below_a_confederation_its_own_pact_says_who_is_bound():
    only = Ratifying(window_days=10, binding="ratifiers")
    coast = union("bay", "cape", "dune", name="coast", terms=only)
    deeds = [raised(), composed(of=union("mill", coast))]
    deeds += [answer("mill"), answer("bay"), answer("cape"), answer("dune", "no")]

    now = where(deeds)

    assert now.stage == "ratified"
    assert [bool(bound(now, one)) for one in ("coast", "bay", "cape")] == [True] * 3
    assert refusal(bound(now, "dune")) == "body_did_not_ratify"


def test_what_was_ratified_binds_from_that_very_moment():
    now = where([raised(), composed(), *all_say()])

    assert now.holds_from == on(ASKED_UNTIL)
    assert bound(now, "mill", ASKED_UNTIL)
    early = bound(now, "mill", ASKED_UNTIL - 1)
    assert refusal(early) == "matter_not_ratified"


def test_what_is_urgent_binds_until_the_very_moment_it_lapses():
    lets = case(replace(PACT, urgent=Urgent(True, 30)))
    now = where([raised(), composed(is_urgent=True)], of=lets, day=COMPOSED + 1)

    assert now.holds_until is not None
    lapsed = is_bound(lets, now, "mill", at=now.holds_until)
    assert refusal(lapsed) == "urgent_lapsed"
    assert is_bound(lets, now, "mill", at=now.holds_until - timedelta(hours=1))


def test_a_base_below_two_unions_is_bound_where_one_of_them_binds_it():
    only = Ratifying(window_days=10, binding="ratifiers")
    coast = union("bay", "cape", name="coast", terms=only)
    hills = union("cape", "dell", name="hills", terms=only)
    deeds = [raised(), composed(of=union("mill", coast, hills, terms=only))]
    deeds += [answer("mill"), answer("bay", "no"), answer("cape"), answer("dell")]

    now = where(deeds, of=with_terms(binding="ratifiers"))

    assert now.said.below["coast"].stands != "yes"
    assert bound(now, "cape", of=with_terms(binding="ratifiers"))


def test_a_base_stays_bound_by_the_union_that_did_not_leave():
    coast, hills = (union("cape", one, name=f"{one}s") for one in ("bay", "dell"))
    deeds = [raised(), composed(of=union("mill", coast, hills)), answer("mill")]
    deeds += [Gone("bays", on(13)), answer("dell", day=14)]

    now = where(deeds)

    assert "bays" not in now.said.below
    assert refusal(bound(now, "bays")) == "body_left"
    assert bound(now, "cape")
