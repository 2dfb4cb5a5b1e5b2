import subprocess
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.sortition.lot import drawn, seed_of

IDS = st.lists(st.uuids().map(str), unique=True, max_size=30)
SEEDS = st.text("0123456789abcdef", min_size=16, max_size=16)


@given(IDS, st.integers(0, 9), SEEDS)
def test_a_draw_gives_as_many_as_there_are_places_and_people(pool, places, seed):
    chosen = drawn(pool, places=places, seed=seed)

    assert len(chosen) == len(set(chosen)) == min(places, len(pool))
    assert set(chosen) <= set(pool)


@given(IDS, st.integers(0, 9), SEEDS)
def test_the_order_of_the_list_decides_nothing(pool, places, seed):
    assert drawn(pool, places=places, seed=seed) == drawn(
        list(reversed(pool)), places=places, seed=seed
    )


@given(IDS, st.integers(0, 8), SEEDS)
def test_one_more_place_takes_nobody_away(pool, places, seed):
    fewer = drawn(pool, places=places, seed=seed)

    assert drawn(pool, places=places + 1, seed=seed)[:places] == fewer


def test_anybody_draws_again_with_a_shell():
    pool, seed = ["asha", "ben", "chidi", "dolores"], "8f3a61c09d2b47e5"
    sums = {
        one: subprocess.run(
            ["sh", "-c", 'printf "%s %s" "$1" "$2" | sha256sum', "-", seed, one],
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for one in pool
    }

    assert list(drawn(pool, places=4, seed=seed)) == sorted(pool, key=sums.__getitem__)


def test_everybody_is_drawn_about_as_often():
    pool = [f"member-{number}" for number in range(10)]

    times = Counter(
        chosen
        for number in range(2_000)
        for chosen in drawn(
            pool, places=2, seed=seed_of(roll=str(number), before="", office="x")
        )
    )

    # 400 each on average; ten standard deviations away would be 580.
    assert all(250 < times[one] < 550 for one in pool)


def test_a_seed_comes_from_the_roll_the_journal_and_the_office():
    seeds = {
        seed_of(roll=roll, before=before, office=office)
        for roll in "ab"
        for before in "cd"
        for office in "ef"
    }

    assert len(seeds) == 8
    assert all(len(one) == 16 for one in seeds)
