"""Files in other alphabets than UTF-8 are read and told, or refused with the line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.voting.formats.decoding import decoded
from commonweal.rules.voting.formats.errors import FormatError
from commonweal.rules.voting.sentences import SENTENCES
from commonweal.rules.wording import render

TEXT = "3 1\n1 2 0\n0\nPéras\nMüller\n"


def said(raw, **more):
    """Give the text, and what is told of it."""
    text, note = decoded(raw, **more)
    return text, note and render(note, SENTENCES)


def refused(raw, **more):
    with pytest.raises(FormatError) as error:
        decoded(raw, **more)
    return error.value.line, error.value.problem.id


def test_what_was_cut_within_its_one_strange_letter_is_told_as_another_alphabet():
    text, told = said("1 1\nLö".encode()[:-1])

    assert text == "1 1\nLÃ"
    assert "line 2 " in told


@given(st.text())
def test_whatever_is_utf8_is_read_as_it_is_and_nothing_is_told(text):
    plain = text.removeprefix("\ufeff")
    if "\0" not in text:
        assert decoded(plain.encode()) == (plain, None)
        assert decoded(plain.encode("utf-8-sig")) == (plain, None)


@pytest.mark.parametrize("alphabet", ["utf-16", "utf-32"])
def test_a_mark_at_the_beginning_says_the_alphabet(alphabet):
    assert said(TEXT.encode(alphabet)) == (
        TEXT,
        f"This file is not in UTF-8. It was read as {alphabet.upper()}, as the mark at "
        "its beginning says.",
    )


@pytest.mark.parametrize("order", ["be", "le"])
def test_marks_of_both_orders_are_known(order):
    marked = ("\ufeff" + TEXT).encode(f"utf-16-{order}")

    assert said(marked)[0] == TEXT


@pytest.mark.parametrize("order", ["be", "le"])
def test_letters_of_two_bytes_without_a_mark_are_read_and_told(order):
    text, told = said(TEXT.encode(f"utf-16-{order}"))

    assert text == TEXT
    assert "It has no mark that says so, but it was read as UTF-16." in told


def test_a_nought_in_a_name_makes_no_other_alphabet():
    assert decoded(b"1 1\n1 1 0\n0\nA\0da\n") == ("1 1\n1 1 0\n0\nA\0da\n", None)


def test_noughts_that_are_not_every_other_byte_make_no_other_alphabet():
    assert decoded("Ada".encode("utf-32-le")) == ("A\0\0\0d\0\0\0a\0\0\0", None)


def test_an_older_alphabet_is_told_with_the_first_line_in_it():
    assert said(TEXT.encode("cp1252")) == (
        TEXT,
        "This file is not in UTF-8: line 4 cannot be read as such. It was read in an "
        "older alphabet, WINDOWS-1252. See if the names are right.",
    )


@pytest.mark.parametrize(
    ("raw", "line", "problem"),
    [
        (TEXT.encode("cp1252") + "Löw".encode(), 4, "file_torn_letter"),
        (b"1 1\r1 1 0\r0\rA\x81da\r", 4, "file_no_text"),
        (TEXT.encode("utf-16")[:-1], 5, "file_no_text"),
        ("\ufeffĊ\nĊ".encode("utf-16-be")[:-1], 2, "file_no_text"),
        (b"\xff\xfe", None, None),
        (b"\x89PNG\r\n\x1a\n\x81", 3, "file_no_text"),
    ],
)
def test_what_is_no_text_or_was_cut_is_refused_with_its_line(raw, line, problem):
    if problem is None:
        assert decoded(raw).text == ""
    else:
        assert refused(raw) == (line, problem)


def test_lines_before_these_bytes_are_counted_too():
    assert refused(b"A\nB\x81", before=7) == (9, "file_no_text")
    assert "line 9 " in said(b"A\nB\xe9", before=7)[1]
    assert refused(b"\xff\xfeA\x00B", before=7) == (8, "file_no_text")
