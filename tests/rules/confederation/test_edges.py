"""The last instant, the last round, the last voice: where one more or less decides."""

from dataclasses import replace
from fractions import Fraction
from hashlib import sha256

import pytest
from tests.rules.confederation.congress import (
    PUT,
    YES,
    count,
    mandate,
    one_seat,
    spoken,
)
from tests.rules.confederation.valley import (
    ASKED_UNTIL,
    HALF,
    PACT,
    all_say,
    answer,
    bound,
    composed,
    on,
    raised,
    reasons,
    refusal,
    where,
    with_terms,
)

from commonweal.rules.confederation.answers import Counts, adds_up
from commonweal.rules.confederation.council import (
    Count,
    agreed,
    chosen_way,
    quorate,
)
from commonweal.rules.confederation.deeds import OptedOut, Withdrawn
from commonweal.rules.confederation.instructions import (
    Must,
    answers,
    instructed,
    limits_worded,
)
from commonweal.rules.confederation.majorities import Majority
from commonweal.rules.confederation.mandates import (
    Changed,
    Conditional,
    Fixed,
    Order,
    Range,
    Shared,
    Split,
    UrgentOnly,
    digest_of,
    in_force,
    runs_out,
)
from commonweal.rules.confederation.terms import Congress
from commonweal.rules.confederation.voices import Followed, Gone, voices
from commonweal.rules.confederation.weights import votes_of

# ---- a matter


def test_what_is_done_at_an_instant_is_known_at_that_instant():
    assert where([raised(day=1)], day=1).stage == "deliberating"


def test_at_the_deadline_it_is_over():
    deeds = [raised(), composed(), *all_say()]

    assert where(deeds, day=ASKED_UNTIL).stage == "ratified"


def test_words_come_back_so_many_times_and_no_more():
    back = [raised(), composed(), *all_say("return")]
    again = [
        *back,
        composed(30, text="again"),
        *all_say("return", day=31, text="again"),
    ]

    once = with_terms(rounds=1)
    twice = with_terms(rounds=2)

    assert where(back, of=once).stage == "failed"
    assert where(back, of=twice).stage == "before_congress"
    assert where(again, of=twice).stage == "failed"
    assert where(again, of=twice).round == 2


def test_what_is_urgent_was_known_just_as_long_as_is_asked_for():
    hours = PACT.urgent.notice_hours
    soon = replace(composed(is_urgent=True), at=on(1, hour=hours))

    assert reasons(where([raised(), soon], day=3)) == []


def test_once_there_were_words_nobody_takes_a_matter_back():
    back = [raised(), composed(), *all_say("return")]

    assert reasons(where([*back, Withdrawn("mill", on(25))])) == ["matter_has_words"]


def test_a_body_stays_out_of_what_was_ratified_and_until_the_last_instant():
    lets = with_terms(binding="opt_out", opt_out_days=5)
    back = [raised(), composed(), *all_say("return")]
    yes = [raised(), composed(), *all_say("yes", "port"), answer("port", "no")]
    at_the_end = OptedOut("port", on(ASKED_UNTIL + 5))

    early = where([*back, OptedOut("port", on(25))], of=lets)
    late = where([*yes, at_the_end], of=lets)

    assert reasons(early) == ["nothing_to_stay_out_of"]
    assert reasons(late) == ["too_late_to_stay_out"]


# ---- the yes of the bases


def test_just_as_many_members_as_are_asked_for_are_enough():
    deeds = [raised(), composed(), *all_say()]

    enough = where(deeds, of=with_terms(turnout=Fraction(2, 5)))
    one_more = where(deeds, of=with_terms(turnout=Fraction(201, 500)))

    assert enough.stage == "ratified"
    assert one_more.stage == "failed"


def test_a_base_says_what_its_own_rule_made_of_its_votes():
    deeds = [
        raised(),
        composed(),
        *all_say("yes", "weir"),
        answer("weir", "no", 30, 10),
    ]

    assert where(deeds).said.below["weir"].stands == "no"


def test_every_number_of_two_bodies_is_added_up():
    assert Counts(1, 2, 3, 7, 9) + Counts(10, 20, 30, 70, 90) == (
        Counts(11, 22, 33, 77, 99)
    )


def test_a_sealed_answer_brings_no_votes_and_one_that_does_is_not_taken():
    sealed = replace(answer("weir", "no"), is_sealed=True)

    assert adds_up(replace(sealed, counts=Counts(present=9, roll=100)))
    assert refusal(adds_up(sealed)) == "sealed_with_counts"


def test_it_binds_from_the_instant_at_which_it_was_ratified():
    now = where([raised(), composed(), *all_say()])

    assert bound(now, day=ASKED_UNTIL)


# ---- who speaks, and with how many votes


def test_a_body_without_members_does_not_hinder_the_cap():
    three_fifths = Congress(votes="members", most_share=Fraction(3, 5))

    found = votes_of(three_fifths, {"mill": 0, "port": 90, "weir": 10})

    assert found == {"mill": 0, "port": 15, "weir": 10}


def test_where_the_cap_leaves_nothing_else_all_weigh_the_same():
    half = Congress(votes="members", most_share=Fraction(1, 2))

    assert votes_of(half, {"port": 90, "weir": 10}) == {"port": 1, "weir": 1}


def test_who_is_gone_is_gone_from_that_instant():
    assert voices([Gone("weir", on(3))], at=on(3)).gone == {"weir"}


def test_nobody_comes_to_follow_themselves_by_way_of_one_of_several():
    changes = [
        Followed("mill", ("port",), on(1)),
        Followed("port", ("weir", "mill"), on(2)),
    ]

    assert voices(changes, at=on(3)).followed_by == {"mill": ("port",)}


# ---- a congress


def test_votes_against_are_votes_that_took_a_side():
    against = Count({"yes": Fraction(1), "no": Fraction(3), "abstain": Fraction(0)}, ())
    asked = {"bodies": 4, "present": 4, "quorum": HALF, "majority": Majority(HALF)}

    assert not agreed(against, **asked)


def test_just_as_many_bodies_as_are_asked_for_are_enough():
    assert quorate(bodies=4, present=2, quorum=HALF)
    assert not quorate(bodies=5, present=2, quorum=HALF)


def test_no_way_is_chosen_where_too_few_bodies_are_there():
    nobody = Count({"yes": Fraction(0), "no": Fraction(0), "abstain": Fraction(0)}, ())
    asked = {"bodies": 4, "present": 1, "quorum": HALF, "majority": Majority(HALF)}

    choice = chosen_way(nobody, ("north", "south"), **asked)

    assert refusal(choice.verdict) == "congress_not_quorate"


def test_what_is_said_at_the_last_instant_counts():
    found = count(one_seat(mandate(Fixed("yes"))), spoken(YES, day=11), day=11)

    assert found.votes["yes"] == 1


# ---- words by their digest


def test_words_have_the_digest_that_a_shell_finds():
    change = {"b": 2, "a": [1]}

    assert digest_of("Öl") == sha256("Öl".encode()).hexdigest()
    assert digest_of("Öl", {}) == digest_of("Öl")
    told = 'Öl\n{"a":[1],"b":2}'.encode()
    assert digest_of("Öl", change) == sha256(told).hexdigest()


# ---- mandates


def test_a_mandate_runs_out_so_many_hours_after_it_was_given():
    def until(terms):
        return runs_out(terms, given_at=on(3))

    assert until(UrgentOnly("yes", hours=5)) == on(3, hour=5)
    assert until(UrgentOnly("yes")) is None
    assert until(Fixed("yes")) is None


def test_a_mandate_binds_from_the_instant_it_was_given():
    given = mandate(Fixed("yes"))

    assert in_force([given], PUT, body=given.body, at=given.given_at) == given


def test_of_ways_an_order_of_those_that_are_there_is_an_answer():
    options = replace(PUT, options=("north", "south"))

    assert answers(options, Order(("south", "north")))
    assert answers(options, Order(("south",)))
    assert not answers(options, Order(("south", "west")))
    assert not answers(options, YES)
    assert answers(PUT, YES)
    assert not answers(PUT, Order(("north",)))


def test_a_mandate_that_says_two_things_of_the_same_other_words_is_none():
    said = (Changed("yes", "newer"), Changed("no", "newer"), Changed("yes", "older"))
    given = mandate(Conditional((), changed=said))

    contradicting = instructed(given, replace(PUT, text="newer"))

    assert refusal(contradicting) == "mandate_conditions_contradict"
    assert instructed(given, replace(PUT, text="older")) == Must(YES)


def test_a_split_shares_votes_of_those_too_who_were_for_neither():
    shared = Shared(Fraction(6, 10), Fraction(3, 10), Fraction(1, 10))

    assert instructed(mandate(Split(6, 3, 1)), PUT) == Must(shared)


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        (Range(), "limits_none"),
        (Range(least=Fraction(1)), "limits_least"),
        (Range(most=Fraction(2)), "limits_most"),
        (Range(Fraction(1), Fraction(2)), "limits_both"),
    ],
)
def test_each_end_of_a_range_is_told_if_there_is_one(limits, said):
    assert limits_worded(limits).id == said
