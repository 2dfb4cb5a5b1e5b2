"""Numbers are read exactly, and a few letters never ask for a number without end."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.assemblies import fixed
from commonweal.rules.charters.parse import CharterError, parse
from commonweal.rules.confederation.plain import saying_from_plain
from commonweal.rules.exact import exact
from commonweal.rules.malformed import UNREADABLE
from commonweal.rules.plain import fact_from_plain

ENDLESS = ("1e999999999", "1E+999999999", "-1e-999999999", "1e9999999", " 1e100 ")


@given(st.fractions())
def test_what_is_written_out_is_read_as_it_is(number):
    assert exact(str(number)) == number


@pytest.mark.parametrize(
    ("written", "number"),
    [("0.25", Fraction(1, 4)), ("1e3", 1000), ("5e-1", Fraction(1, 2)), (7, 7)],
)
def test_decimals_and_small_powers_are_read(written, number):
    assert exact(written) == number


@pytest.mark.parametrize(
    "written", [*ENDLESS, "1/0", "", "a", "1e", "7" * 10_000, "inf", "1e1_000_000"]
)
def test_what_is_no_number_or_has_no_end_is_refused(written):
    with pytest.raises(ValueError):
        exact(written)


@pytest.mark.parametrize("written", ENDLESS)
def test_whatever_is_handed_over_as_data_is_read_by_it(written):
    for read in (
        lambda: fact_from_plain({"fraction": written}),
        lambda: saying_from_plain({"yes": written, "no": "0", "abstain": "0"}),
        lambda: saying_from_plain({"number": written}),
        lambda: fixed._in({"share": written}),
    ):
        with pytest.raises(UNREADABLE):
            read()


def test_a_charter_with_a_share_without_end_is_refused():
    with pytest.raises(CharterError):
        parse("[rules.everyday]\nshare = 1e999999999\n")
