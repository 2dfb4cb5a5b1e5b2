"""Approved minutes are one text: read back as they were written, names left out."""

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.assemblies.fixed import (
    Said,
    Text,
    There,
    digest,
    fixed,
    member,
    named,
    read,
)
from commonweal.rules.assemblies.minutes import Remark
from commonweal.rules.sentence import LocalText, Sentence

NAMES = {"a1": "Asha", "b2": ""}
HEAD = {"number": 3, "salt": "00"}
NIGHT = datetime(2026, 3, 12, 20, tzinfo=UTC)
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
ids = st.sampled_from(("a1", "b2", "c3"))
moments = st.integers(0, 9_000).map(lambda n: NIGHT + timedelta(seconds=n))
plain = st.one_of(
    words,
    st.integers(),
    st.booleans(),
    st.none(),
    moments,
    st.fractions(max_denominator=9),
    st.just(date(2026, 3, 12)),
    st.just(LocalText((("en", "hour"), ("es", "hora")))),
    ids.map(member),
)
facts = st.recursive(
    plain,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(tuple),
        st.dictionaries(words, inner, max_size=2).map(lambda f: Sentence("told", f)),
    ),
    max_leaves=5,
)
sentences = st.dictionaries(words, facts, max_size=3).map(
    lambda given: Sentence("minuted.spoke", given)
)
texts = st.builds(
    Text,
    present=st.lists(
        st.builds(There, ids, st.lists(ids, max_size=2).map(tuple)), max_size=3
    ).map(tuple),
    guests=st.integers(0, 9),
    lines=st.lists(
        st.builds(Said, st.integers(1, 99), moments, sentences), max_size=4
    ).map(tuple),
    remarks=st.lists(
        st.builds(
            Remark,
            number=st.integers(1, 99),
            line=st.integers(0, 99),
            words=words,
            by=ids,
            at=moments,
            fate=st.just("stands"),
            is_added=st.booleans(),
            answered_by=st.one_of(st.just(""), ids),
            answered_at=st.one_of(st.none(), moments),
        ),
        max_size=3,
    ).map(tuple),
)


@given(texts)
def test_what_was_written_is_read_back(text):
    assert read(fixed(text, HEAD)) == text


@given(texts)
def test_the_same_text_has_the_same_number_and_another_salt_another(text):
    once = fixed(text, HEAD)

    assert digest(once) == digest(fixed(read(once), HEAD))
    assert digest(once) != digest(fixed(text, {**HEAD, "salt": "01"}))


def test_names_are_filled_in_wherever_they_stand():
    told = Sentence(
        "minuted.let_in",
        {"by": (member("a1"), "Ben"), "why": Sentence("told", {"of": member("b2")})},
    )

    said = named(told, NAMES.__getitem__)

    assert said.facts["by"] == ("Asha", "Ben")
    assert said.facts["why"].facts["of"] == Sentence("minuted.gone")


def test_words_that_look_like_a_member_name_nobody():
    told = Sentence("minuted.adjourn", {"reason": '{"says":"minuted.gone"}'})
    text = Text((), 0, (Said(1, NIGHT, told),))

    [line] = read(fixed(text, HEAD)).lines

    assert named(line.words, lambda of: "Asha") == told


def test_shares_stay_exact():
    told = Sentence("told", {"share": Fraction(2, 3)})

    [line] = read(fixed(Text((), 0, (Said(1, NIGHT, told),)), HEAD)).lines

    assert line.words.facts["share"] == Fraction(2, 3)
