"""Pacts as Hypothesis draws them, and the small things that charters are made of."""

import string

from hypothesis import strategies as st

from commonweal.rules.confederation.majorities import Majority
from commonweal.rules.confederation.standards import (
    ASKED,
    REMEDIES,
    ListedAct,
    Standard,
)
from commonweal.rules.confederation.terms import (
    BINDINGS,
    SILENCES,
    VOTES,
    VOTES_BEFORE,
    Belonging,
    Changing,
    Congress,
    Delegates,
    Pact,
    Raising,
    Ratifying,
    Urgent,
)
from commonweal.rules.sentence import LocalText

NAMES = st.text(string.ascii_lowercase + "_", min_size=1, max_size=8).filter(
    lambda name: name[0] != "_"
)
WRITTEN = st.text(
    st.characters(
        exclude_categories=["Cc", "Cs"],
        exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    )
    | st.sampled_from('"\\\n\t'),
    max_size=40,
).map(str.strip)
SAID = WRITTEN.filter(bool)
TEXTS = st.dictionaries(st.sampled_from(["en", "es", "pt-BR"]), SAID, min_size=1).map(
    lambda versions: LocalText(tuple(sorted(versions.items())))
)
SHARES = st.fractions(0, 1, max_denominator=100)
NUMBERS = st.integers(0, 1000)
DAYS = st.integers(0, 3650)
SOME_DAYS = st.integers(1, 3650)


def named(values: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(values, max_size=3, unique_by=lambda one: one.id).map(tuple)


SOME = st.integers(1, 9)
HOURS = st.integers(1, 720)
MAJORITIES = st.builds(Majority, SHARES, st.booleans())
PACTS = st.builds(
    Pact,
    raising=st.builds(Raising, SOME, DAYS, st.integers(1, 100)),
    congress=st.builds(
        Congress, st.sampled_from(VOTES), SHARES, SHARES, MAJORITIES, HOURS
    ),
    ratifying=st.builds(
        Ratifying,
        window_days=SOME_DAYS,
        silence=st.sampled_from(SILENCES),
        answering=SHARES,
        turnout=SHARES,
        bodies=MAJORITIES,
        members=MAJORITIES,
        rounds=SOME,
        binding=st.sampled_from(BINDINGS),
        opt_out_days=DAYS,
    ),
    delegates=st.builds(
        Delegates,
        seats=SOME,
        term_days=SOME_DAYS,
        terms=SOME,
        overlap_days=DAYS,
        votes_before=st.sampled_from(VOTES_BEFORE),
    ),
    changing=st.builds(Changing, SOME_DAYS, SHARES, MAJORITIES, MAJORITIES),
    urgent=st.builds(
        Urgent, st.booleans(), HOURS, SHARES, MAJORITIES, st.integers(1, 60)
    ),
    belonging=st.builds(
        Belonging,
        sponsors=NUMBERS,
        admission=MAJORITIES,
        withdraw_days=st.integers(0, 366),
        hearing_days=st.integers(7, 366),
        expulsion=MAJORITIES,
    ),
)
STANDARDS = named(
    st.builds(
        Standard,
        NAMES,
        TEXTS,
        st.sampled_from(ASKED),
        NUMBERS,
        st.booleans(),
        st.integers(7, 366),
        st.sampled_from(REMEDIES),
    )
)
ACTS = named(st.builds(ListedAct, NAMES, TEXTS, NAMES, st.booleans()))
