"""Words are found as people type them, and only where they stand."""

from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.reaching.searching import (
    MOST_WORDS,
    around,
    folded,
    has_all,
    pattern,
    words_in,
)


def test_accents_and_capitals_keep_nobody_from_finding():
    assert has_all(words_in("CALDERA esta"), "¿Está rota la caldera?")
    assert not has_all(words_in("caldera nueva"), "¿Está rota la caldera?")


def test_signs_and_single_letters_are_no_words():
    assert words_in("a, ¿100%_ rent? rent") == ("100", "rent") or words_in(
        "a, ¿100%_ rent? rent"
    ) == ("100", "_", "rent")
    assert words_in("  ,. ") == ()


def test_no_more_words_are_looked_for_than_a_few():
    assert len(words_in(" ".join(f"w{n}" for n in range(40)))) == MOST_WORDS


def test_what_is_shown_is_where_the_words_stand():
    text = "x " * 200 + "the boiler is cold" + " y" * 200

    shown = around(words_in("boiler"), text)

    assert "the boiler is cold" in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")


def _like(pattern_: str, text: str) -> bool:
    """Match as databases do, the slow way."""
    if not pattern_:
        return not text
    head, rest = pattern_[0], pattern_[1:]
    if head == "%":
        return any(_like(rest, text[n:]) for n in range(len(text) + 1))
    return bool(text) and head in {"_", text[0].lower()} and _like(rest, text[1:])


@given(st.text("abcdefghñáéúóíÁÉÑüÜ ", min_size=3, max_size=12))
def test_the_database_finds_all_that_is_there(text):
    for word in words_in(text):
        assert has_all([word], text)
        assert _like(pattern(word), text)


def test_folding_twice_is_folding_once():
    assert folded(folded("ÁÑÜ ẞ ﬁ")) == folded("ÁÑÜ ẞ ﬁ")
