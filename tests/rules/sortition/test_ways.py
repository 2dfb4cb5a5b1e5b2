"""The ways to draw, each on a pool small enough to look at."""

from fractions import Fraction
from hashlib import sha256

import pytest
from tests.rules.sortition.pools import a_pool, every_panel, women_and_men

from commonweal.rules.sortition.draw import AS_THEY_COME, METHODS, draw
from commonweal.rules.sortition.sentences import SENTENCES
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.wording import render


def test_whom_no_panel_seats_is_told_and_has_no_chance():
    pool = a_pool(
        {"Asha": "x", "Ben": "x", "Zoe": "z"}, ("a", "z", 0, 0), ("a", "x", 0, 2)
    )

    for method in ("leximin", "maximin", "quotas"):
        done = draw(pool, 1, method=method, seed="a seed")

        assert done.shut_out == ("Zoe",)
        assert done.smallest == 0


def test_the_smallest_chance_is_told():
    done = draw(women_and_men(), 2, method="leximin", seed="a seed")

    assert round(float(done.smallest), 6) == 0.25


@pytest.mark.parametrize("method", ["leximin", "maximin"])
def test_where_all_can_have_the_same_chance_they_have_it_to_the_last_digit(method):
    people = dict.fromkeys(("Asha", "Dolores", "Gita"), "w")
    people |= dict.fromkeys(("Ben", "Chidi", "Emre"), "m")
    pool = a_pool(people, ("a", "w", 1, 1), ("a", "m", 1, 1))

    done = draw(pool, 2, method=method, seed="a seed")

    assert set(done.chances.values()) == {Fraction(1, 3)}


def test_quotas_alone_promise_nobody_the_same_chance():
    people = dict.fromkeys(("Asha", "Dolores"), "w") | dict.fromkeys("BCDEFG", "m")
    pool = a_pool(people, ("a", "w", 1, 3), ("a", "m", 0, 3))

    as_they_come = draw(pool, 3, method="quotas", seed="a seed")

    assert len(set(as_they_come.chances.values())) > 1


def test_each_window_of_a_uniform_draw_weighs_one():
    pool = a_pool(dict.fromkeys("ABCDE", "x"))

    done = draw(pool, 2, method="uniform", seed="May Day")

    assert done.lottery.weights == (1,) * 5
    assert done.picked == int(sha256(b"May Day").hexdigest(), 16) % 5


def test_panels_as_they_come_are_worth_most_by_numbers_out_of_a_hat():
    """Anybody can look the numbers up: a hash of the turn and of one of each type."""
    kinds = {"Asha": "xu", "Ben": "xv", "Chidi": "yu", "Dolores": "yv"}
    pool = a_pool(kinds, ("a", "x", 1, 2), ("b", "u", 1, 2), ("a", "y", 0, 2))
    panels = every_panel(pool, 2)

    def worth(turn, panel):
        digests = (sha256(f"panel {turn} {one}".encode()).digest() for one in panel)
        return sum(int.from_bytes(digest[:6]) for digest in digests)

    found = [
        max(panels, key=lambda panel: worth(turn, panel))
        for turn in range(AS_THEY_COME)
    ]
    done = draw(pool, 2, method="quotas", seed="a seed")

    # Before these it has those few that give everybody a chance, each found once.
    seats_all = 3
    each = sum(done.lottery.weights) / (AS_THEY_COME + seats_all)
    times = {
        panel: round(weight / each)
        for panel, weight in zip(done.lottery.panels, done.lottery.weights, strict=True)
    }
    before = {panel: number - found.count(panel) for panel, number in times.items()}
    assert set(before.values()) == {0, 1}
    assert {one for panel in before if before[panel] for one in panel} == set(kinds)


def test_a_way_that_is_not_known_is_refused_with_those_that_are():
    with pytest.raises(Uncountable) as refusal:
        draw(women_and_men(), 2, method="fairly", seed="a seed")

    told = render(refusal.value.reason, SENTENCES)
    assert all(method in told for method in METHODS)
