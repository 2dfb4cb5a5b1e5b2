"""A matter goes from a body that raises it to the yes of the bases, or to a reason."""

from dataclasses import replace
from fractions import Fraction

from tests.rules.confederation.valley import (
    ASKED_UNTIL,
    BODIES,
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
    told,
    union,
    where,
)

from commonweal.rules.confederation.deeds import Withdrawn
from commonweal.rules.confederation.majorities import Majority
from commonweal.rules.confederation.terms import Raising, Urgent
from commonweal.rules.verdict import refused

# ---- from one body to all


def test_what_all_bases_say_yes_to_is_in_force_in_every_body():
    now = where([raised(), composed(), *all_say()])

    assert now.stage == "ratified"
    assert now.ratified_at == on(ASKED_UNTIL)
    assert all(bound(now, body) for body in BODIES)
    assert told(now) == [
        "1 body raises it. Now all of them speak about it.",
        "The bases had their time. A congress can find words.",
        "A congress has found words. 5 bodies are asked, for 10 days.",
        "The bases said yes: 5 bodies, and 150 members against 50.",
    ]


def test_nothing_is_in_force_before_the_window_is_over():
    now = where([raised(), composed(), *all_say()], day=ASKED_UNTIL - 1)

    assert now.stage == "asking"
    assert now.said.is_ratified
    assert refusal(bound(now, day=ASKED_UNTIL - 1)) == "matter_not_ratified"


def test_what_is_not_in_the_pact_stays_below():
    now = where([raised(), composed(), *all_say()], of=case(competence="kitchens"))

    assert now.stage == "stays_below"
    assert "“kitchens” is not in what we decide together" in told(now)[0]
    assert set(reasons(now)) == {"not_before_congress", "nobody_is_asked"}


def test_a_pact_may_ask_several_bodies_to_raise_a_matter():
    asks_two = case(replace(PACT, raising=Raising(bodies=2, notice_days=10)))

    one = where([raised(), raised(by="mill", day=2)], of=asks_two)
    two = where([raised(), raised(by="port", day=2)], day=3, of=asks_two)

    assert one.stage == "raised"
    assert reasons(one) == ["body_raised_already"]
    assert two.stage == "deliberating"
    assert two.until == on(12)


def test_a_congress_waits_until_the_bases_had_their_time():
    now = where([raised(), composed(day=5)])

    assert reasons(now) == ["not_before_congress"]
    assert now.stage == "before_congress"


def test_a_congress_that_does_not_agree_can_try_again():
    no = refused("congress_not_quorate", present=1, bodies=5, needed=Fraction(1, 2))

    now = where([raised(), composed(verdict=no), composed(day=20)], day=21)

    assert "1 of 5 bodies are here" in told(now)[2]
    assert now.stage == "asking"


def test_whoever_raised_it_alone_takes_it_back_before_there_are_words():
    assert where([raised(), Withdrawn("mill", on(3))]).stage == "withdrawn"
    assert reasons(where([raised(), Withdrawn("port", on(3))])) == [
        "others_raised_it_too"
    ]
    late = where([raised(), composed(), Withdrawn("mill", on(13))])
    assert reasons(late) == ["matter_has_words"]


# ---- what is urgent


def test_what_is_urgent_holds_at_once_and_lapses_without_the_bases():
    now = where([raised(), composed(day=3, is_urgent=True)])

    assert bound(now, day=4)
    assert now.stage == "failed"
    assert refusal(bound(now, day=17)) == "urgent_lapsed"


def test_what_is_urgent_goes_on_if_the_bases_say_yes():
    now = where([raised(), composed(day=3, is_urgent=True), *all_say(day=5)])

    assert now.stage == "ratified"
    assert bound(now, day=400)


def test_what_was_urgent_once_is_not_again():
    deeds = [raised(), composed(day=3, is_urgent=True), *all_say("return", day=4)]

    now = where([*deeds, composed(day=30, text="again", is_urgent=True)])

    assert reasons(now) == ["urgent_once"]


def test_what_is_urgent_is_known_before_and_is_never_the_pact():
    soon = where([raised(), replace(composed(day=1, is_urgent=True), at=on(1, 23))])
    pact = where(
        [raised(), composed(day=3, is_urgent=True)], of=case(changes_pact=True)
    )
    none = case(replace(PACT, urgent=Urgent(allowed=False)))
    never = where([raised(), composed(day=3, is_urgent=True)], of=none)

    assert reasons(soon) == ["urgent_too_soon"]
    assert reasons(pact) == ["pact_is_never_urgent"]
    assert reasons(never) == ["nothing_urgent_here"]


def test_urgency_does_not_shorten_what_lasts():
    deeds = [raised(), composed(day=3, is_urgent=True), *all_say("return", day=4)]
    deeds += [composed(30, text="again"), *all_say(day=31, text="again")]

    now = where(deeds)

    assert now.ratified_at == on(40)
    assert now.holds_from == on(40)


# ---- the pact


def test_a_change_of_the_pact_asks_more():
    three = [answer(one) for one in BODIES[:3]] + [
        answer(one, "no", 15, 16) for one in BODIES[3:]
    ]

    ordinary = where([raised(), composed(), *three])
    change = where([raised(), composed(), *three], of=case(changes_pact=True))

    assert ordinary.stage == "ratified"
    assert change.stage == "failed"


def test_the_pact_of_the_day_it_was_raised_holds_to_the_end():
    stricter = replace(PACT.ratifying, bodies=Majority(Fraction(9, 10)))
    four = [*all_say("yes", "weir"), answer("weir", "no")]

    now = where([raised(), composed(of=union(terms=stricter)), *four])

    assert now.stage == "ratified"
