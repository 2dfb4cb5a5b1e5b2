"""Lines of BLT files keep their numbers and names, whatever machine wrote them."""

import pytest
from tests.rules.voting.elections import ranked

from commonweal.rules.voting.formats.blt import read_blt
from commonweal.rules.voting.formats.blt_names import bare, read_names, unquoted
from commonweal.rules.voting.formats.errors import FormatError

TIDY = '2 1\n4 1 2 0\n2 2 0\n0\n"Ada"\n"Ben"\n"A title"\n'


def refused(text):
    with pytest.raises(FormatError) as error:
        read_blt(text)
    return error.value.line, error.value.problem.id


@pytest.mark.parametrize(
    "text",
    [
        TIDY.replace("\n", "\r"),
        TIDY.replace("\n", "\r\n"),
        f"\n\n{TIDY}",
        TIDY.removesuffix("\n"),
    ],
)
def test_line_ends_of_any_machine_and_empty_lines_change_nothing(text):
    contest, ballots = read_blt(text)

    assert list(ballots) == [ranked("1 2", 4), ranked("2", 2)]
    assert (contest.name("2"), contest.title) == ("Ben", "A title")


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("", 1, "blt_not_two_numbers"),
        ("2 1\n1 1 0\n", 2, "blt_ends_early"),
        ("2 1\n1 1 0", 2, "blt_ends_early"),
        ('2 1\n(id 1 0\n0\n"A"\n"B"\n', 2, "blt_not_a_ballot"),
        ("2 0\n", 1, "no_seats"),
        ("0 1\n", 1, "more_seats_than_options"),
        ("65001 1\n", 1, "too_many_options"),
        ('65000 1\n1 1 0\n0\n"Ada"\n', 4, "blt_names_missing"),
        ('2 1\n1 1 0\n0\n"Ada"\n', 4, "blt_names_missing"),
    ],
)
def test_a_fault_is_told_at_its_line(text, line, problem):
    assert refused(text) == (line, problem)


def test_as_many_lines_as_names_need_neither_title_nor_quotation_marks():
    assert read_names(((5, "Ada"), (6, "Ben")), 2) == (("Ada", "Ben"), "", ())


def test_several_names_on_one_line_keep_what_is_between_their_quotation_marks():
    lines = ((5, '"Ada, A.," "Ben" "Col"'), (6, '"A title"'))

    assert read_names(lines, 3) == (("Ada, A.,", "Ben", "Col"), "A title", ())


def test_without_any_line_it_is_told_of_no_line_that_names_are_missing():
    with pytest.raises(FormatError) as error:
        read_names((), 2)

    assert error.value.line is None


@pytest.mark.parametrize(
    ("text", "name"), [('"', '"'), ('""', ""), ('""Ada""', "Ada"), ('A""B', 'A"B')]
)
def test_quotation_marks_at_both_ends_are_taken_away(text, name):
    assert bare(text) == unquoted(text) == name


def test_an_empty_line_before_everything_is_counted_as_one():
    with pytest.raises(FormatError) as error:
        read_blt('\n2 1\n1 x 0\n0\n"Ada"\n"Ben"\n')

    assert error.value.line == 3
