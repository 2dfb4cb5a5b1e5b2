"""The readable form and the fast form are the same count, on every input."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.voting.elections import (
    LOT,
    OPTIONS,
    marked,
    ranked,
    strict_rankings,
    untidy_rankings,
)

from commonweal.rules.voting import fast_piles, pairs
from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.fast_piles import FastPiles, piles_of
from commonweal.rules.voting.grouped import grouped
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.methods import (
    irv,
    stv_gregory,
    stv_scottish,
    stv_wigm,
)
from commonweal.rules.voting.piles import ReadablePiles, needs_rankings

ANY_BALLOTS = st.lists(st.one_of(strict_rankings(), untidy_rankings()), max_size=12)
ANY_CONTEST = st.builds(
    Contest,
    st.just(OPTIONS),
    st.integers(1, 5),
    withdrawn=st.frozensets(st.sampled_from(OPTIONS), max_size=2),
)


@settings(max_examples=300, deadline=None)
@given(ANY_CONTEST, ANY_BALLOTS)
def test_both_forms_of_the_scottish_count_agree(contest, ballots):
    readable = ReadablePiles(contest, ballots)
    fast = FastPiles(contest, grouped(contest.options, ballots))

    outcome = stv_scottish.count_piles(contest, readable, LOT)

    assert stv_scottish.count_piles(contest, fast, LOT) == outcome


@pytest.mark.parametrize("few", [0, 100], ids=["mark by mark", "by eights"])
def test_papers_dealt_a_few_at_a_time_are_counted_alike_and_stay_as_they_are(
    monkeypatch, few
):
    monkeypatch.setattr(fast_piles, "BLOCK", 2)
    monkeypatch.setattr(fast_piles, "FEW_CONTINUE", few)

    @settings(max_examples=150, deadline=None)
    @given(ANY_CONTEST, ANY_BALLOTS)
    def agree(contest, ballots):
        compact = grouped(contest.options, ballots)
        readable = ReadablePiles(contest, ballots)
        outcome = stv_scottish.count_piles(contest, readable, LOT)

        before = list(compact)
        for _ in range(2):
            fast = FastPiles(contest, compact)
            assert stv_scottish.count_piles(contest, fast, LOT) == outcome
        assert list(compact) == before

    agree()


@pytest.mark.parametrize("method", [stv_wigm, stv_gregory], ids=["wigm", "gregory"])
def test_both_forms_of_the_inclusive_counts_agree(method):
    @settings(max_examples=100, deadline=None)
    @given(ANY_CONTEST, ANY_BALLOTS)
    def agree(contest, ballots):
        readable = ReadablePiles(contest, ballots)
        fast = FastPiles(contest, grouped(contest.options, ballots))

        outcome = method.count_piles(contest, readable, LOT)

        assert method.count_piles(contest, fast, LOT) == outcome

    agree()


@settings(max_examples=200, deadline=None)
@given(ANY_CONTEST, ANY_BALLOTS)
def test_both_forms_of_the_instant_runoff_agree(contest, ballots):
    readable = ReadablePiles(contest, ballots)
    fast = FastPiles(contest, grouped(contest.options, ballots))

    outcome = irv.count_piles(contest, readable, LOT)

    assert irv.count_piles(contest, fast, LOT) == outcome


@settings(max_examples=200, deadline=None)
@given(ANY_CONTEST, st.lists(strict_rankings(), max_size=12))
def test_both_forms_of_the_pairs_agree(contest, ballots):
    at_once = pairs.preferences_at_once(contest, grouped(contest.options, ballots))

    assert at_once == pairs.preferences(contest, ballots)


def test_a_city_is_counted_fast_and_a_village_readably():
    contest = Contest(OPTIONS)
    village = [ranked("ada ben")]
    city = village * (fast_piles.FEW + 1)

    assert isinstance(piles_of(contest, village), ReadablePiles)
    assert isinstance(piles_of(contest, city), FastPiles)
    assert isinstance(piles_of(contest, grouped(OPTIONS, village)), FastPiles)


def test_only_rankings_are_laid_out_in_piles():
    marks = [ranked("ada"), marked("ada")]

    with pytest.raises(Uncountable) as refusal:
        needs_rankings(marks)

    assert refusal.value.reason.id == "needs_rankings"
    needs_rankings(marks[:1])
    needs_rankings(grouped(OPTIONS, marks[:1]))


@pytest.mark.parametrize("number", [5, 300])
def test_papers_find_the_few_who_continue_among_few_options_and_many(number):
    options = tuple(f"option-{n}" for n in range(number))
    ballots = [ranked(" ".join(options), 3), ranked(" ".join(options[:3]), 2)]
    piles = FastPiles(Contest(options), grouped(options, ballots))
    piles.sort(1)

    moved = piles.pass_on(options[0], options[-1:], lambda value: value)

    assert moved == (dict.fromkeys(options[-1:], 3), 5, 2, 2)
    assert piles.papers(options[-1]) == 3
