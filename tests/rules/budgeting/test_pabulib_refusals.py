"""A city's file that is wrong is refused, with the line and what was expected there."""

import pytest
from tests.rules.budgeting.pb_files import a_file

from commonweal.rules.budgeting.pabulib import read_pb
from commonweal.rules.budgeting.sentences import SENTENCES
from commonweal.rules.voting.formats.errors import FormatError
from commonweal.rules.wording import render


def complaint(text: str) -> tuple[int | None, str, str]:
    """Read a file that is wrong; give line, what is wrong, what was expected."""
    with pytest.raises(FormatError) as raised:
        read_pb(text)
    error = raised.value
    problem, expected = (
        render(said, SENTENCES) for said in (error.problem, error.expected)
    )
    return error.line, problem, expected


WRONG_PROJECTS = {
    "a cost of 0": ("1;0;B", "The project 1 costs “0”."),
    "a cost below 0": ("1;-5;B", "The project 1 costs “-5”."),
    "a cost in words": ("1;much;B", "The project 1 costs “much”."),
    "a cost with an exponent": ("1;1e3;B", "The project 1 costs “1e3”."),
    "no cost": ("1;;B", "The project 1 costs “”."),
}


@pytest.mark.parametrize(
    ("row", "problem"), WRONG_PROJECTS.values(), ids=WRONG_PROJECTS
)
def test_a_cost_that_is_no_amount_is_refused(row, problem):
    text = a_file("7;1\n", projects=f"PROJECTS\nproject_id;cost;name\n{row}\n")

    said = complaint(text)

    assert said == (
        8,
        problem,
        "Expected: a number above 0, of thirty digits at most, such as 150000 or "
        "150000.50.",
    )


WRONG_VOTES = {
    "an unknown project": ("7;1\n8;1,333\n", 13, "The vote names “333”."),
    "a blank among the marks": ("7;1,,22\n", 12, "The vote names “”."),
    "a voter twice": ("7;1\n8;1\n7;22\n", 14, "The voter 7 votes a second time."),
    "too few cells": ("7;1\n8\n", 13, "This row has 1 cell."),
    "too many cells": ("7;1;3\n", 12, "This row has 3 cells."),
    "an open quotation": (
        '7;"1\n8;22\n',
        12,
        "A cell cannot be read; a quotation mark is not closed.",
    ),
}


@pytest.mark.parametrize(
    ("votes", "line", "problem"), WRONG_VOTES.values(), ids=WRONG_VOTES
)
def test_a_wrong_vote_is_refused_with_its_line(votes, line, problem):
    said = complaint(a_file(votes))

    assert said[:2] == (line, problem)


WRONG_POINTS = {
    "points missing": ("7;1,22;5\n", "Projects named: 2. Numbers of points: 1."),
    "points in words": ("7;1;five\n", "The points for the project 1 are “five”."),
    "half a point": ("7;1;0.5\n", "The points for the project 1 are “0.5”."),
    "endless points": (
        f"7;1;{10**30}\n",
        f"The points for the project 1 are “{10**30}”.",
    ),
}


@pytest.mark.parametrize(("votes", "problem"), WRONG_POINTS.values(), ids=WRONG_POINTS)
def test_wrong_points_are_refused(votes, problem):
    text = a_file(votes, vote_type="cumulative", columns="voter_id;vote;points")

    line, said, _ = complaint(text)

    assert (line, said) == (12, problem)


WRONG_FILES = {
    "nothing at all": ("", 1, "The file ends without a section META."),
    "another format": ("4 2\n1 2 0\n", 1, "“4 2” stands before any section."),
    "no projects section": (
        "META\nkey;value\nbudget;1\nVOTES\nvoter_id;vote\n",
        4,
        "The section VOTES begins here.",
    ),
    "no votes section": (
        a_file("").partition("VOTES")[0],
        10,
        "The file ends without a section VOTES.",
    ),
    "no projects": (
        a_file("", projects="PROJECTS\nproject_id;cost\n"),
        7,
        "The section PROJECTS has no projects.",
    ),
    "no column for costs": (
        a_file("", projects="PROJECTS\nproject_id;price\n1;6\n"),
        7,
        "The first row of PROJECTS does not name cost.",
    ),
    "no column for votes": (
        a_file("7;1\n", columns="voter_id;ballot"),
        11,
        "The first row of VOTES does not name vote.",
    ),
    "a project twice": (
        a_file("", projects="PROJECTS\nproject_id;cost\n1;6\n1;7\n"),
        9,
        "The project 1 is listed a second time.",
    ),
    "a comma in an id": (
        a_file("", projects='PROJECTS\nproject_id;cost\n"1,2";6\n'),
        8,
        "“1,2” cannot be a project's id.",
    ),
    "no budget": (
        a_file("").replace("budget;100\n", ""),
        1,
        "META does not say the budget.",
    ),
    "a budget of 0": (
        a_file("").replace("budget;100", "budget;0"),
        3,
        "The budget is “0”.",
    ),
    "a budget in words": (
        a_file("").replace("budget;100", "budget;plenty"),
        3,
        "The budget is “plenty”.",
    ),
    "an endless cell": (
        a_file("").replace("greedy", '"' + 200_000 * "x"),
        5,
        "A cell cannot be read; a quotation mark is not closed.",
    ),
    "an unknown type of vote": (
        a_file("", vote_type="quadratic"),
        4,
        "The vote type is “quadratic”.",
    ),
    "a key twice": (
        a_file("").replace("rule;greedy", "budget;5"),
        5,
        "“budget” is set a second time.",
    ),
    "a threshold in words": (
        a_file("").replace("rule;greedy", "min_project_score_threshold;few"),
        5,
        "“min_project_score_threshold” is “few”.",
    ),
    "scores by default": (
        a_file("").replace("rule;greedy", "default_score;1"),
        5,
        "Projects a voter did not score are to get a score.",
    ),
    "a section without rows": (
        a_file("", projects="PROJECTS\n"),
        1,
        "The first row of PROJECTS does not name project_id and cost.",
    ),
    "a wrong vote below a blank line": (
        "\n" + a_file("7;1\n8;1,333\n"),
        14,
        "The vote names “333”.",
    ),
    "projects cut off": (
        a_file("").replace("rule;greedy", "num_projects;3"),
        5,
        "META says num_projects is 3; the file has 2.",
    ),
    "votes cut off": (
        a_file("7;1\n8;22\n").replace("rule;greedy", "num_votes;90"),
        5,
        "META says num_votes is 90; the file has 2.",
    ),
}


@pytest.mark.parametrize(
    ("text", "line", "problem"), WRONG_FILES.values(), ids=WRONG_FILES
)
def test_a_wrong_file_is_refused_with_its_line(text, line, problem):
    said = complaint(text)

    assert said[:2] == (line, problem)


def test_a_file_cut_before_its_last_vote_is_refused():
    whole = a_file("7;1,22\n8;22\n").replace("rule;greedy", "num_votes;2")

    for length in range(whole.index("8;22")):
        with pytest.raises(FormatError):
            read_pb(whole[:length])
