"""Names that are one name to the eye have one shape."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.lookalikes import mixes_scripts, skeleton


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
    ],
)
def test_what_looks_different_has_another(one, other):
    assert skeleton(one) != skeleton(other)


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
