"""Codes for paper and for links."""

from hypothesis import given
from hypothesis import strategies as st

from commonweal.foundation import codes


def test_a_printed_code_has_sixty_bits_in_groups_of_four():
    code = codes.printed_code()

    assert len(code) == 12
    assert set(code) <= set(codes.LETTERS)
    assert len(set(codes.LETTERS)) == 32
    assert [len(group) for group in codes.grouped(code).split("-")] == [4, 4, 4]


def test_a_link_code_has_more_than_128_bits():
    assert 5 * len(codes.link_code()) >= 128


def test_no_two_codes_are_the_same():
    assert len({codes.printed_code() for _ in range(500)}) == 500


@given(st.text(alphabet=codes.LETTERS, min_size=12, max_size=12))
def test_a_code_is_understood_as_people_type_it(code):
    typed = [
        codes.grouped(code),
        f"  {code.lower()} ",
        " ".join(code),
        code.replace("0", "O"),
        code.replace("0", "o").replace("1", "l"),
        code.replace("1", "I"),
    ]

    assert {codes.normal(one) for one in typed} == {code}
    assert len({codes.digest("invitation", one) for one in typed}) == 1


def test_what_is_kept_depends_on_the_key_and_the_purpose(settings):
    code = "0123456789AB"
    before = codes.digest("invitation", code)

    assert codes.digest("sign-in", code) != before
    settings.SECRET_KEY = "another key"
    assert codes.digest("invitation", code) != before


@given(st.text(max_size=400))
def test_anything_may_be_typed(typed):
    assert len(codes.digest("invitation", typed)) == 64
