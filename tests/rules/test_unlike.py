"""Where two tables differ is told by its place, and nothing is missed."""

from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.unlike import NOTHING, Unlike, unlike

plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


def test_each_place_is_named_with_what_stands_there():
    found = {"winners": ["a"], "steps": [{"n": 1}, {"n": 2}], "more": 1}
    right = {"winners": ["a", "b"], "steps": [{"n": 1}, {"n": 3}], "less": None}

    told = list(unlike(found, right))

    assert told == [
        Unlike("winners[1]", NOTHING, "b"),
        Unlike("steps[1].n", 2, 3),
        Unlike("less", NOTHING, None),
        Unlike("more", 1, NOTHING),
    ]
    assert repr(NOTHING) == "nothing"


def test_what_is_written_otherwise_is_not_alike():
    assert list(unlike({"n": True}, {"n": 1})) == [Unlike("n", True, 1)]


@given(plain, plain)
def test_nothing_differs_only_where_both_are_written_the_same(one, other):
    differs = bool(list(unlike(one, other)))

    assert differs == (repr_in_order(one) != repr_in_order(other))
    assert not list(unlike(one, one))


def repr_in_order(value):
    """Write a value so that the order of names makes no difference."""
    if isinstance(value, dict):
        each = ((name, repr_in_order(one)) for name, one in value.items())
        # A table without names is no empty list.
        return ("table", *sorted(each, key=lambda one: one[0]))
    if isinstance(value, list):
        return [repr_in_order(each) for each in value]
    return repr(value)
