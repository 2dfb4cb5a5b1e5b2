"""All that bodies can do, at any time and in any order, for Hypothesis to draw from."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

from hypothesis import strategies as st
from tests.rules.confederation.valley import NOON, on

from commonweal.rules.confederation.answers import SAYS, Answer, Counts
from commonweal.rules.confederation.bodies import Base, Union
from commonweal.rules.confederation.council import (
    Place,
    Sitting,
    Spoken,
)
from commonweal.rules.confederation.deeds import (
    Composed,
    OptedOut,
    Raised,
    Withdrawn,
)
from commonweal.rules.confederation.majorities import Majority
from commonweal.rules.confederation.mandates import (
    Conditional,
    Fixed,
    Mandate,
    NegotiateThenRatify,
    Put,
    ReportOnly,
    Shared,
    Split,
    UrgentOnly,
    When,
    Whole,
)
from commonweal.rules.confederation.seats import Away, Filled, Recalled, Resigned
from commonweal.rules.confederation.state import Case
from commonweal.rules.confederation.terms import (
    BINDINGS,
    SILENCES,
    Changing,
    Pact,
    Raising,
    Ratifying,
    Urgent,
)
from commonweal.rules.confederation.voices import Followed, Gone
from commonweal.rules.verdict import ALLOWED, refused

NAMES = ("mill", "port", "ridge", "spring", "weir", "castle")
BODIES = st.sampled_from(NAMES)
TEXTS = st.sampled_from(("old", "new"))
MOMENTS = st.integers(0, 80 * 24).map(lambda hours: NOON + timedelta(hours=hours))
SHARES = st.sampled_from([Fraction(0), Fraction(1, 3), Fraction(1, 2), Fraction(2, 3)])
MAJORITIES = st.builds(Majority, SHARES, st.booleans())
RATIFYING = st.builds(
    Ratifying,
    window_days=st.integers(1, 20),
    silence=st.sampled_from(SILENCES),
    answering=SHARES,
    turnout=st.sampled_from([Fraction(0), Fraction(1, 4)]),
    bodies=MAJORITIES,
    members=MAJORITIES,
    rounds=st.integers(1, 3),
    binding=st.sampled_from(BINDINGS),
    opt_out_days=st.integers(0, 10),
)
BASES = st.builds(Base, BODIES, st.integers(0, 60))


def unions(of):
    return st.builds(
        Union,
        st.sampled_from(("north", "south", "coast")),
        RATIFYING,
        st.lists(of, min_size=1, max_size=4, unique_by=lambda b: b.id).map(tuple),
    )


# A base may stand under several unions: there it has the same members each time.
UNIONS = unions(st.one_of(BASES, unions(BASES))).map(lambda one: same_members(one))


def same_members(union):
    size = {name: 10 * (place + 1) for place, name in enumerate(NAMES)}
    bodies = (
        Base(one.id, size[one.id]) if isinstance(one, Base) else same_members(one)
        for one in union.bodies
    )
    return replace(union, bodies=tuple(bodies))


COUNTS = st.builds(
    Counts,
    st.integers(0, 30),
    st.integers(0, 30),
    st.integers(0, 3),
    st.integers(0, 63),
    st.integers(0, 63),
)
ANSWERS = st.builds(
    Answer,
    BODIES,
    TEXTS,
    st.sampled_from(SAYS),
    COUNTS,
    MOMENTS,
    amendments=st.sampled_from(("", "Other words.")),
)
# Most answers add up and are on the words that are asked about.
SOUND = st.builds(
    lambda body, yes, no, at: Answer(
        body, "new", "yes" if yes > no else "no", Counts(yes, no, 0, yes + no, 60), at
    ),
    BODIES,
    st.integers(0, 6),
    st.integers(0, 6),
    MOMENTS,
)
VERDICTS = st.sampled_from([ALLOWED, ALLOWED, refused("no_mandate")])
DEEDS = st.lists(
    st.one_of(
        SOUND,
        SOUND,
        ANSWERS,
        st.builds(Raised, BODIES, MOMENTS),
        st.builds(Composed, st.just("new"), VERDICTS, UNIONS, MOMENTS, st.booleans()),
        st.builds(Withdrawn, BODIES, MOMENTS),
        st.builds(OptedOut, BODIES, MOMENTS),
        st.builds(Gone, BODIES, MOMENTS),
        st.builds(
            Followed,
            st.sampled_from(NAMES[:3]),
            st.lists(st.sampled_from(NAMES[3:]), min_size=1, max_size=2).map(tuple),
            MOMENTS,
        ),
    ),
    max_size=40,
)
PACTS = st.builds(
    Pact,
    raising=st.builds(Raising, st.integers(1, 2), st.integers(0, 10)),
    ratifying=RATIFYING,
    changing=st.builds(
        Changing,
        window_days=st.integers(1, 10),
        answering=SHARES,
        bodies=MAJORITIES,
        members=MAJORITIES,
    ),
    urgent=st.builds(Urgent, st.booleans(), st.integers(1, 30)),
)
CASES = st.builds(
    Case,
    PACTS,
    st.sampled_from(("water", "water", "kitchens")),
    st.just(frozenset({"water"})),
    st.sampled_from(("UTC", "Europe/Madrid")),
    st.booleans(),
)
# A life in which things do come to a vote.
STARTED = st.builds(
    lambda union, more: [
        Raised("mill", on(0)),
        Raised("port", on(0, 1)),
        Composed("new", ALLOWED, union, on(11)),
        *more,
    ],
    UNIONS,
    DEEDS,
)


STANCES = st.sampled_from(("yes", "no", "abstain"))
TERMS = st.one_of(
    st.builds(Fixed, STANCES),
    st.builds(
        Conditional,
        st.lists(
            st.builds(When, STANCES, st.frozensets(TEXTS), st.frozensets(TEXTS)),
            max_size=2,
        ).map(tuple),
        STANCES,
        st.one_of(st.none(), STANCES),
    ),
    st.builds(Split, st.integers(1, 3), st.integers(0, 3), st.integers(0, 3)),
    st.just(NegotiateThenRatify()),
    st.just(ReportOnly()),
    st.builds(UrgentOnly, st.one_of(st.none(), STANCES)),
)
MANDATES = st.lists(
    st.builds(
        Mandate,
        BODIES,
        st.sampled_from(("dam", "road")),
        TEXTS,
        TERMS,
        st.just("d"),
        MOMENTS,
        st.one_of(st.none(), MOMENTS),
    ),
    max_size=8,
)
PEOPLE = st.sampled_from(("asha", "ben", "chidi"))
SEAT_DEEDS = st.lists(
    st.one_of(
        st.builds(Recalled, PEOPLE, MOMENTS),
        st.builds(Resigned, PEOPLE, MOMENTS),
        st.builds(Away, PEOPLE, MOMENTS, MOMENTS),
    ),
    max_size=3,
).map(lambda more: (Filled("asha", on(0), on(60), ("ben",)), *more))
SEATS = st.dictionaries(
    st.sampled_from(("s1", "s2", "s3")),
    st.builds(Place, BODIES, st.fractions(0, 5, max_denominator=3), SEAT_DEEDS),
    min_size=1,
)
PUTS = st.builds(
    Put,
    st.just("dam"),
    TEXTS,
    adopted=st.frozensets(TEXTS),
    rejected=st.frozensets(TEXTS),
    is_urgent=st.booleans(),
)
SITTINGS = st.builds(Sitting, PUTS, SEATS, MANDATES, st.sampled_from(("stand", "fall")))
SAYINGS = st.one_of(
    st.builds(Whole, STANCES), st.just(Shared(Fraction(1, 2), Fraction(1, 2)))
)
SPOKEN = st.lists(
    st.builds(Spoken, st.sampled_from(("s1", "s2", "s3")), PEOPLE, SAYINGS, MOMENTS),
    max_size=12,
)
