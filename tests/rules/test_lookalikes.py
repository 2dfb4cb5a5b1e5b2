"""Names that are one name to the eye have one shape."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.lookalikes import mixes_scripts, shapes, skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Asha", "\u0410sha"),
        ("Asha", "asha"),
        ("Ben Okafor", "Ben  Ok\u0430f\u043er"),
        ("Ben Okafor", "BenOkafor"),
        ("Olga", "0lga"),
        ("Jos\u00e9", "Jose\u0301"),
        ("Asha", "\uff21sha"),
        ("\u0410\u043d\u043d\u0430", "Ahha"),
        ("Halima Diallo Demo", "Halima Diallo Demo."),
        ("Halima Diallo", "\u201cHalima Diallo\u201d"),
        ("Sinead O'Shea", "Sinead O\u2019Shea"),
        ("Sinead O'Shea", "Sinead O\u02bcShea"),
        ("Sinead O'Shea", "Sinead O\u00b4Shea"),
        ("Ana-Maria", "Ana\u2013Maria"),
        ("Nora", "\u0274\u1d0f\u0280\u1d00"),
        ("Boaz", "8oa2"),
        ("Rosa", "Ro5a"),
        ("Carmen", "\u03f9armen"),
        ("Carmen", "\u03f2armen"),
        ("Gloria", "\u050cloria"),
        ("Asha Rao", "Asha Rao\u02d9"),
        ("Asha Rao", "Asha Rao \u2605"),
        ("Asha Rao", "As\u02d1ha Rao"),
        ("Asha Rao", "Asha Rao\u2800"),
        ("\u0623\u062d\u0645\u062f", "\u0623\u062d\u0640\u0645\u062f"),
        ("Asha", "\u24b6sha"),
    ],
)
def test_what_looks_the_same_has_one_shape(one, other):
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Asha", "Aisha"),
        ("Jose", "Jos\u00e9"),
        ("Ben", "Ken"),
        ("Maria", "Marla"),
        ("Neil", "Nell"),
        ("Clara", "Dara"),
        ("Marnie", "Mamie"),
        ("Elia", "Ella"),
        ("25", "zs"),
        ("Tower 253", "Tower zs3"),
        ("!", "?"),
        ("Asha (2)", "Asha (3)"),
        ("\u2605", "\u2606"),
        ("\u4f50\u3005\u6728", "\u4f50\u6728"),
        ("Nera", "Vera"),
    ],
)
def test_what_looks_different_has_another(one, other):
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Noor Sabri", "\u039door Sabri"),
        ("Yusuf Demir", "\u03a5usuf Demir"),
        ("Yusuf", "\u03d2usuf"),
        ("\u039d\u03af\u03ba\u03bf\u03c2", "\u039d\u038a\u039a\u039f\u03a3"),
        ("Asha", "\u1d2csha"),
        ("Asha", "Asha\u02b0"),
        ("Asha", "A\u02c8sha"),
        ("Asha", "Asha\u2122"),
    ],
)
def test_what_is_read_in_more_than_one_way_shares_one_of_its_shapes(one, other):
    assert shapes(one) & shapes(other)


@given(st.text())
def test_its_shape_is_one_of_those_of_a_name(name):
    assert skeleton(name) in shapes(name)


@given(st.text("a2\u00a8\u00b4\u02b0\u02d9\u0301\u0640\u2122\u2605\u24b6\u03f9.' "))
def test_signs_beside_letters_leave_a_shape_that_is_its_own(name):
    assert skeleton(skeleton(name)) == skeleton(name)


@given(st.text())
def test_the_shape_of_a_shape_is_itself(name):
    assert skeleton(skeleton(name)) == skeleton(name)


@pytest.mark.parametrize(
    ("name", "mixed"),
    [
        ("\u0410sha", True),
        ("Asha", False),
        ("\u0410\u043d\u043d\u0430", False),
        ("\u7530 Tanaka", False),
        ("7", False),
    ],
)
def test_letters_of_two_scripts_that_look_alike_are_noticed(name, mixed):
    assert mixes_scripts(name) is mixed
