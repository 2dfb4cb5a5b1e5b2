"""Bodies that end, go, merge or part while they are asked."""

from fractions import Fraction

from tests.rules.confederation.valley import (
    BODIES,
    all_say,
    answer,
    bound,
    composed,
    on,
    raised,
    reasons,
    refusal,
    union,
    where,
    with_terms,
)

from commonweal.rules.confederation.voices import Followed, Gone, voices

# ---- what the bases say


def test_a_body_that_was_dissolved_before_it_answered_is_not_waited_for():
    all_have_to = with_terms(answering=Fraction(1))
    four = all_say("yes", "weir")

    gone = where([raised(), composed(), *four, Gone("weir", on(14))], of=all_have_to)
    silent = where([raised(), composed(), *four], of=all_have_to)

    assert gone.stage == "ratified"
    assert refusal(bound(gone, "weir", of=all_have_to)) == "body_left"
    assert silent.stage == "failed"


def test_what_a_body_said_before_it_was_dissolved_stands():
    deeds = [raised(), composed(), answer("weir", day=13), Gone("weir", on(14))]

    now = where([*deeds, answer("weir", "no", day=15)], day=16)

    assert now.said.below["weir"].stands == "yes"
    assert reasons(now) == ["answer_by_nobody"]


def test_a_body_that_parts_is_one_body_here_and_says_what_its_parts_say():
    parts = Followed("weir", ("weir east", "weir west"), on(14))
    east, west = (
        answer("weir east", "no", 1, 9, day=15),
        answer("weir west", yes=20, no=2, day=16),
    )
    deeds = [raised(), composed(), answer("weir", "no", day=13), parts, east]

    one_has_spoken = where(deeds, day=15)
    both_have = where([*deeds, west], day=17)

    assert one_has_spoken.said.below["weir"].total.no == 30
    assert both_have.said.below["weir"].stands == "yes"
    assert both_have.said.below["weir"].total.no == 11
    assert len(both_have.said.below) == 5


def test_bodies_that_merge_are_one_body_and_no_member_counts_twice():
    deeds = [raised(), composed(), answer("mill"), answer("port", "no")]
    deeds += [Followed(one, ("mill-port",), on(14)) for one in ("mill", "port")]

    before = where(deeds, day=15)
    after = where([*deeds, answer("mill-port", yes=70, no=5, day=16)], day=17)

    assert len(before.said.below) == 4
    assert before.said.below["mill"].total.yes == 40
    assert after.said.below["mill"].total.yes == 70
    assert after.said.members == 500


def test_a_body_that_joins_meanwhile_is_asked_the_next_time():
    now = where([raised(), composed(), answer("castle", day=14)])

    assert reasons(now) == ["answer_not_asked"]
    assert "castle" not in now.said.below


# ---- several that are one body here


def together(*says):
    merged = [Followed(one, ("all",), on(14)) for one in BODIES[: len(says)]]
    given = [answer(one, *what) for one, what in zip(BODIES, says, strict=False)]
    now = where([raised(), composed(), *given, *merged], day=15)
    return now.said.below["mill"].stands


def test_bodies_that_are_one_say_what_more_of_their_members_said():
    assert together(("yes", 30, 10), ("no", 0, 15)) == "yes"
    assert together(("no", 10, 30), ("return", 1, 2)) == "return"
    assert together(("no", 10, 30), ("abstain", 1, 1)) == "no"
    assert together(("abstain", 1, 1), ("abstain", 0, 0)) == "abstain"


def test_a_confederation_below_that_is_gone_is_not_waited_for():
    coast = union("bay", "cape", name="coast")
    deeds = [raised(), composed(of=union("mill", coast)), answer("mill")]
    gone = [Gone("coast", on(14)), Gone("bay", on(14)), Gone("cape", on(14))]

    left = where([*deeds, gone[0]], day=15)
    spoke = where([*deeds, answer("bay"), gone[0]], day=15)
    empty = where([*deeds, *gone[1:]], day=15)

    assert set(left.said.below) == {"mill"}
    assert set(spoke.said.below) == {"mill", "coast"}
    assert set(empty.said.below) == {"mill"}


def test_a_body_follows_once_and_never_itself():
    after = [Followed("mill", ("a",), on(13)), Followed("mill", ("b",), on(14))]
    circle = [Followed("a", ("mill",), on(15)), Gone("a", on(16))]

    found = voices([*after, *circle], at=on(20))

    assert found.followed_by == {"mill": ("a",)}
    assert found.heirs("mill") == {"a"}
    assert found.gone == {"a"}


def test_a_part_that_goes_is_not_waited_for_and_what_it_said_stands():
    parts = Followed("weir", ("weir east", "weir west"), on(14))
    east = answer("weir east", yes=9, no=1, day=15)
    west = answer("weir west", yes=20, no=2, day=16)
    own = answer("weir", "no", day=13)
    deeds = [raised(), composed(), own, parts, east]

    silent = where([*deeds, Gone("weir west", on(15.5))], day=17)
    spoke = where([*deeds, Gone("weir east", on(15.5)), west], day=17)

    assert silent.said.below["weir"].total.yes == 9
    assert spoke.said.below["weir"].total.yes == 29
