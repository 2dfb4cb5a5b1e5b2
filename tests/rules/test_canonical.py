import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.canonical import canonical

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


def test_the_example_of_the_publication_sorts_as_published():
    # RFC 8785, section 3.2.3: keys are ordered by their UTF-16 code units.
    keys = ["\u20ac", "\r", "\ufb33", "1", "\U0001f600", "\u0080", "\u00f6"]

    written = canonical(dict.fromkeys(keys, 0)).decode()

    assert list(json.loads(written)) == [
        "\r", "1", "\u0080", "\u00f6", "\u20ac", "\U0001f600", "\ufb33",
    ]  # fmt: skip


def test_control_characters_are_written_as_published():
    # RFC 8785, section 3.2.2.2.
    assert (
        canonical('€$\x0f\nA\'B"\\\\"/') == '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'.encode()
    )


@given(PLAIN)
def test_what_is_written_reads_back_as_it_was(value):
    assert json.loads(canonical(value)) == value


@given(st.dictionaries(st.text(), st.integers()))
def test_the_order_of_keys_says_nothing(table):
    assert canonical(dict(reversed(table.items()))) == canonical(table)


@pytest.mark.parametrize("value", [0.5, {"a": 1.0}, [b"x"], {1: 2}, object()])
def test_what_has_no_one_way_to_be_written_is_refused(value):
    with pytest.raises(TypeError):
        canonical(value)


def test_half_a_character_is_refused():
    with pytest.raises(UnicodeEncodeError):
        canonical("\ud800")
