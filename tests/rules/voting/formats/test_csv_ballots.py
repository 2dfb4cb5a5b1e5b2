"""Tables of ballots are read in each layout, or refused with the line that is wrong."""

import pytest
from tests.rules.voting.elections import answered, marked, ranked, scored

from commonweal.rules.voting.formats.csv_ballots import read_csv
from commonweal.rules.voting.formats.errors import FormatError
from commonweal.rules.voting.sentences import SENTENCES
from commonweal.rules.wording import render


def test_marks_in_a_column_for_each_option():
    contest, ballots = read_csv("ada,ben,col\nx,,X\n1,0,\n", "approvals")

    assert contest.options == ("ada", "ben", "col")
    assert list(ballots) == [marked("ada col"), marked("ada")]


def test_ranks_in_a_column_for_each_option_with_overvotes_and_gaps():
    _, ballots = read_csv("ada;ben;col\n1;2;2\n;3;1\n", "ranking")

    assert list(ballots) == [ranked("ada ben=col"), ranked("col - ben")]


def test_points_in_a_column_for_each_option():
    _, ballots = read_csv("ada\tben\n5\t-1\n0\t\n", "scores")

    assert list(ballots) == [scored(ada=5, ben=-1), scored(ada=0)]


def test_names_in_columns_for_each_choice():
    text = '\ufeffchoice 1,choice 2,choice 3\nben,"Ada, the elder",\nben,,col\n'

    contest, ballots = read_csv(text, "ranking")

    assert contest.options == ("Ada, the elder", "ben", "col")
    assert ballots[1] == ranked("ben - col")
    assert ballots[0].marks.ranks == (("ben",), ("Ada, the elder",))


def test_names_in_columns_can_be_marks_as_well():
    _, ballots = read_csv("mark 1,mark 2\nben,ada\n,\nben,\n", "approvals")

    assert list(ballots) == [marked("ben ada"), marked("ben")]


def test_answers_to_a_motion():
    contest, ballots = read_csv("ballot,answer\n1,yes\n2,No\n3,abstain\n", "answer")

    assert contest.options == ("yes", "no")
    assert list(ballots) == [answered("yes"), answered("no"), answered("abstain")]


def test_how_often_a_ballot_was_cast_stands_in_a_column_of_its_own():
    _, ballots = read_csv("times,ada,ben\n12,1,2\n", "ranking")

    assert list(ballots) == [ranked("ada ben", 12)]


@pytest.mark.parametrize(
    ("text", "form", "line", "problem"),
    [
        ("ada,ben\nx\n", "approvals", 2, "1 cell for 2 columns"),
        ("ada,ben\nx,maybe\n", "approvals", 2, "stands “maybe”"),
        ("ada,ben\n1,0\n", "ranking", 2, "stands “0”"),
        ("ada,ben\n1,1000000\n", "ranking", 2, "stands “1000000”"),
        ("ada,ben\n1,2.5\n", "scores", 2, "stands “2.5”"),
        ("times,ada\n-1,x\n", "approvals", 2, "stands “-1”"),
        ("times,ada\n,x\n", "approvals", 2, "stands “”"),
        ("answer\nyes\nperhaps\n", "answer", 3, "stands “perhaps”"),
        ("reply\nyes\n", "answer", 1, "no column “answer”"),
        ("ada,ada\nx,\n", "approvals", 1, "without a name of its own"),
        ("ada,\nx,\n", "approvals", 1, "without a name of its own"),
        ("ballot,times\n1,1\n", "approvals", 1, "without a name of its own"),
        ("ada,ben\n", "approvals", 1, "There are no ballots."),
        ("", "approvals", 1, "There are no ballots."),
    ],
)
def test_a_malformed_table_is_refused_with_its_line(text, form, line, problem):
    with pytest.raises(FormatError) as error:
        read_csv(text, form)

    said = render(error.value.sentence, SENTENCES)
    assert said.startswith(f"Line {line}: ")
    assert problem in said
    assert "Expected" in said


def test_a_cell_without_end_is_refused():
    with pytest.raises(FormatError) as error:
        read_csv('ada\n"' + "x" * 200_000, "approvals")

    assert "cannot be read" in render(error.value.sentence, SENTENCES)


@pytest.mark.parametrize("cut", ['x,"', 'x,"x\nx,\n', '"Ada'])
def test_a_file_that_ends_within_a_cell_is_refused_where_its_row_begins(cut):
    with pytest.raises(FormatError) as error:
        read_csv(f"ada,ben\nx,\n{cut}", "approvals")

    assert render(error.value.sentence, SENTENCES).startswith(
        "Line 3: A quotation mark opens a cell here, and none closes it."
    )
    with pytest.raises(FormatError) as error:
        read_csv('"ada,ben\nx,\n', "approvals")
    assert error.value.line == 1


def test_options_may_be_called_as_columns_of_choices_are():
    contest, ballots = read_csv("ada,mark 2\nx,x\n", "approvals")

    assert contest.options == ("ada", "mark 2")
    assert ballots[0].marks.options == ("ada", "mark 2")


def test_a_name_over_two_lines_in_quotation_marks_is_one_name():
    contest, _ = read_csv('"ada\nof York",ben\nx,\n', "approvals")

    assert contest.options == ("ada\nof York", "ben")


def test_a_row_without_a_rank_is_a_blank_ballot_of_so_many_voters():
    _, ballots = read_csv("times,ada,ben\n3,,\n1,1,\n", "ranking")

    assert list(ballots) == [ranked("", 3), ranked("ada")]


def test_the_last_rank_is_the_thousandth():
    _, ballots = read_csv("ada\n1000\n", "ranking")

    assert len(ballots[0].marks.ranks) == 1_000
    with pytest.raises(FormatError):
        read_csv("ada\n1001\n", "ranking")
