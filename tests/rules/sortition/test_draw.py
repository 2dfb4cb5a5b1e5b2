"""Every draw keeps the quotas, gives the chances it promises, and can be checked."""

from dataclasses import replace
from fractions import Fraction
from hashlib import sha256
from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.rules.sortition.pools import a_pool, drawable, unhurried, women_and_men

from commonweal.rules.sortition.draw import METHODS, draw
from commonweal.rules.sortition.lottery import Lottery, checked
from commonweal.rules.sortition.pool import Quota
from commonweal.rules.sortition.quotas import smallest_change
from commonweal.rules.sortition.replacements import replacements
from commonweal.rules.sortition.sentences import SENTENCES
from commonweal.rules.sortition.spread import TOTAL, rounded
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.wording import render

WITH_QUOTAS = tuple(method for method in METHODS if method != "uniform")
HAIR = Fraction(1, 10**6)


@pytest.mark.parametrize("method", METHODS)
@given(drawable(), st.text(min_size=1, max_size=5))
@unhurried
def test_a_draw_passes_its_own_check(method, drawn, seed):
    pool, size, panels = drawn

    done = draw(pool, size, method=method, seed=seed)

    keeps = method != "uniform"
    assert checked(
        done.lottery, pool, size=size, seed=seed, panel=done.panel, quotas=keeps
    )
    assert sum(done.chances.values()) == size
    if keeps:
        assert set(done.lottery.panels) <= set(panels)


@pytest.mark.parametrize("method", WITH_QUOTAS)
@given(drawable())
@unhurried
def test_whoever_can_sit_on_a_panel_has_a_chance_and_those_alike_the_same(
    method, drawn
):
    pool, size, panels = drawn

    done = draw(pool, size, method=method, seed="a seed")

    seatable = {person for panel in panels for person in panel}
    assert set(done.shut_out) == set(pool.values) - seatable
    for people in pool.types:
        chances = [done.chances[person] for person in people]
        assert max(chances) - min(chances) < HAIR


@given(drawable())
@unhurried
def test_leximin_is_never_behind_all_panels_being_equally_likely(drawn):
    pool, size, panels = drawn
    # Averaged over those alike, as no rule can tell them apart.
    alike = Lottery(tuple(panels), (1,) * len(panels)).chances(pool)

    fair = draw(pool, size, method="leximin", seed="a seed").chances

    for ours, theirs in zip(sorted(fair.values()), sorted(alike.values()), strict=True):
        if abs(ours - theirs) > HAIR:
            assert ours > theirs
            break


@given(drawable())
@unhurried
def test_leximin_begins_with_the_best_smallest_chance(drawn):
    pool, size, _ = drawn

    fair, first = (draw(pool, size, method=m, seed="s") for m in ("leximin", "maximin"))

    assert abs(fair.smallest - first.smallest) < HAIR


def test_the_textbook_chances_come_out():
    done = draw(women_and_men(), 2, method="leximin", seed="a seed")

    assert abs(done.chances["Asha"] - Fraction(1, 2)) < HAIR
    assert abs(done.chances["Ben"] - Fraction(1, 4)) < HAIR


def test_one_person_with_two_rare_values_is_drawn_more_so_that_others_are_level():
    people = {"Asha": "xu", "Ben": "xv", "Chidi": "yu", "Dolores": "yv", "Emre": "yv"}
    pool = a_pool(
        people,
        ("a", "x", 1, 1),
        ("a", "y", 0, 9),
        ("b", "u", 1, 1),
        ("b", "v", 0, 9),
    )

    done = draw(pool, 2, method="leximin", seed="a seed")

    told = {name: round(float(chance), 6) for name, chance in done.chances.items()}
    assert told.pop("Asha") == 0.666667
    assert set(told.values()) == {0.333333}


def test_without_quotas_everybody_has_the_same_chance():
    pool = a_pool(dict.fromkeys("ABCDEFG", "x"))

    done = draw(pool, 3, method="uniform", seed="May Day")

    assert set(done.chances.values()) == {Fraction(3, 7)}


def test_a_stranger_repeats_the_pick_with_a_shell():
    lottery = Lottery((("A",), ("B",), ("C",)), (2, 5, 3))

    rest = int(sha256(b"May Day").hexdigest(), 16) % 10

    assert lottery.picked("May Day") == (0 if rest < 2 else 1 if rest < 7 else 2)


@pytest.mark.parametrize("method", WITH_QUOTAS)
def test_the_lottery_is_there_before_the_seed_is_known(method):
    pool = women_and_men()

    one, other = (draw(pool, 2, method=method, seed=seed) for seed in ("a", "b"))

    assert one.lottery == other.lottery


@pytest.mark.parametrize(
    ("lottery", "panel", "why"),
    [
        (Lottery((("Asha", "Ben"),), (1,)), ("Asha", "Emre"), "panel 1 is drawn"),
        (Lottery((("Asha", "Dolores"),), (1,)), ("Asha",), "misses the quota"),
        (Lottery((("Asha",),), (1,)), ("Asha",), "has 1 people instead of 2"),
        (Lottery((("Asha", "Asha"),), (1,)), ("Asha", "Asha"), "has 1 people"),
        (Lottery((("Asha", "Zoe"),), (1,)), ("Asha", "Zoe"), "“Zoe”"),
    ],
)  # fmt: skip
def test_a_wrong_draw_is_found_out(lottery, panel, why):
    verdict = checked(lottery, women_and_men(), size=2, seed="a seed", panel=panel)

    assert not verdict
    assert why in render(verdict.reason, SENTENCES)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=20).filter(lambda s: sum(s) > 0))
def test_weights_are_whole_and_add_up(shares):
    weights = rounded(shares)

    assert sum(weights) == TOTAL
    assert all(weight >= 0 for weight in weights)


@pytest.mark.parametrize(
    ("pool", "size", "why"),
    [
        (women_and_men(), 0, "expected 1 or more"),
        (women_and_men(), 7, "The pool has 6 people, too few for a panel of 7"),
        (women_and_men(3, 4), 2, "add up to 3, more than the panel of 2"),
        (replace(women_and_men(), quotas=(Quota("a", "w", 0, 1),)), 3,
         "add up to 1, fewer than the panel of 3"),
        (women_and_men(3, 3), 4, "at least 2 instead of 3 of “w” (a)"),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_is_said_with_the_smallest_change(pool, size, why):
    with pytest.raises(Uncountable) as refusal:
        draw(pool, size, method="leximin", seed="a seed")

    assert why in render(refusal.value.reason, SENTENCES)


def test_quotas_in_each_others_way_are_named():
    people = {"Asha": "xu", "Ben": "xu", "Chidi": "yv", "Dolores": "yv"}
    pool = a_pool(people, ("a", "x", 2, 2), ("b", "v", 1, 2), ("b", "u", 0, 2),
                  ("a", "y", 0, 2))  # fmt: skip

    with pytest.raises(Uncountable) as refusal:
        draw(pool, 2, method="maximin", seed="a seed")

    assert " instead of " in render(refusal.value.reason, SENTENCES)


@given(drawable())
@unhurried
def test_a_replacement_keeps_the_quotas(drawn):
    pool, size, panels = drawn
    done = draw(pool, size, method="quotas", seed="a seed")

    lists = replacements(pool, done.panel, seed="a seed", most=9)

    for leaves, others in lists.items():
        for comes in others:
            panel = tuple(sorted({*done.panel, comes} - {leaves}))
            assert panel in panels


def test_panels_are_numbered_from_one_in_what_a_check_says():
    pool = women_and_men()
    sound = draw(pool, 3, method="leximin", seed="seed")
    number = sound.lottery.panels.index(sound.panel) + 1
    strangers = replace(sound.lottery, panels=(("Nobody",), *sound.lottery.panels[1:]))

    wrong_pick = checked(sound.lottery, pool, size=3, seed="seed", panel=("Asha",))
    first = checked(strangers, pool, size=3, seed="seed", panel=sound.panel)

    assert (wrong_pick.id, wrong_pick.facts["picked"]) == ("draw_wrong_pick", number)
    assert (first.id, first.facts["number"]) == ("draw_stranger", 1)


@given(drawable())
@unhurried
def test_whoever_could_take_a_place_stands_on_its_list(drawn):
    pool, size, panels = drawn
    done = draw(pool, size, method="quotas", seed="a seed")

    lists = replacements(pool, done.panel, seed="a seed", most=99)

    for leaves, others in lists.items():
        fitting = {
            comes
            for comes in set(pool.values) - set(done.panel)
            if tuple(sorted({*done.panel, comes} - {leaves})) in panels
        }
        assert set(others) == fitting
        assert len(others) == len(fitting)


def test_after_a_panel_that_misses_quotas_anybody_can_take_a_place():
    pool = women_and_men()
    women = [one for one in pool.values if pool.values[one] == ("w",)]

    lists = replacements(pool, women[:2], seed="a seed", most=99)

    assert set(lists[women[0]]) == set(pool.values) - set(women[:2])


def test_a_panel_may_be_the_whole_pool():
    pool = a_pool(dict.fromkeys("ABC", "x"))

    assert set(draw(pool, 3, method="uniform", seed="s").panel) == set("ABC")


@given(
    st.lists(st.sampled_from(["xu", "xv", "yu", "yv"]), min_size=3, max_size=6),
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=4, max_size=4),
    st.integers(1, 3),
)
@unhurried
def test_no_smaller_change_of_the_quotas_would_do(kinds, bounds, size):
    named = (("a", "x"), ("a", "y"), ("b", "u"), ("b", "v"))
    quotas = [
        (category, value, min(bound), max(bound))
        for (category, value), bound in zip(named, bounds, strict=True)
    ]
    for of in (quotas[:2], quotas[2:]):
        # Other quotas are refused before, by their sums alone.
        assume(sum(one[2] for one in of) <= size <= sum(one[3] for one in of))
    pool = a_pool({f"P{n}": kind for n, kind in enumerate(kinds)}, *quotas)

    changed = smallest_change(pool, size)

    def lacking(panel):
        there = [sum(value in kind for kind in panel) for _, value in named]
        return sum(
            max(least - number, 0, number - most)
            for (*_, least, most), number in zip(quotas, there, strict=True)
        )

    least = min(map(lacking, combinations(kinds, size)))
    moved = [
        (before.least - after.least, after.most - before.most)
        for before, after in zip(pool.quotas, changed, strict=True)
    ]
    assert all(down >= 0 and up >= 0 for down, up in moved)
    assert sum(down + up for down, up in moved) == least


def test_a_most_number_that_is_too_low_is_said_to_be_raised():
    people = {"Asha": "xu", "Ben": "xu", "Chidi": "xu", "Dolores": "yu"}
    pool = a_pool(people, ("a", "x", 0, 1), ("a", "y", 0, 3), ("b", "u", 0, 3))

    with pytest.raises(Uncountable) as refusal:
        draw(pool, 3, method="maximin", seed="a seed")

    assert "at most 2 instead of 1" in render(refusal.value.reason, SENTENCES)
