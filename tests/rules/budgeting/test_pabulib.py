"""Reading a city's file: what it says is kept, what is wrong with it is said."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.budgeting.marks import MarkTable
from commonweal.rules.budgeting.pabulib import read_pb, read_pb_plainly
from commonweal.rules.budgeting.sentences import SENTENCES
from commonweal.rules.voting.ballots import Approvals, Ballot, Ranking, Scores
from commonweal.rules.voting.formats.errors import FormatError
from commonweal.rules.wording import render

META = "META\nkey;value\nbudget;100\nvote_type;{vote_type}\nrule;greedy\n"


def a_file(
    votes: str,
    *,
    vote_type: str = "approval",
    projects: str = "PROJECTS\nproject_id;cost;name\n1;60;Bath\n22;50;Creche\n",
    columns: str = "voter_id;vote",
) -> str:
    """Give a small file with these votes."""
    return META.format(vote_type=vote_type) + projects + f"VOTES\n{columns}\n" + votes


def complaint(text: str) -> tuple[int | None, str, str]:
    """Read a file that is wrong; give line, what is wrong, what was expected."""
    with pytest.raises(FormatError) as raised:
        read_pb(text)
    error = raised.value
    problem, expected = (
        render(said, SENTENCES) for said in (error.problem, error.expected)
    )
    return error.line, problem, expected


# ---- what is read


def test_a_file_is_read_into_a_contest_and_its_ballots():
    text = a_file("7;1,22\n8;22\n9;1,22\n")

    contest, ballots = read_pb(text)

    assert contest.options == ("1", "22")
    assert contest.names == {"1": "Bath", "22": "Creche"}
    assert contest.costs == {"1": 60, "22": 50}
    assert contest.budget == 100
    assert contest.settings["rule"] == "greedy"
    assert isinstance(ballots, MarkTable)
    assert list(ballots) == [
        Ballot(Approvals(("1", "22")), 2),
        Ballot(Approvals(("22",)), 1),
    ]


def test_each_type_of_vote_keeps_its_marks():
    ordinal = a_file("7;22,1\n", vote_type="ordinal")
    choice = a_file("7;22\n", vote_type="choose-1")
    pointed = a_file(
        "7;22,1;3,2\n", vote_type="cumulative", columns="voter_id;vote;points"
    )
    scored = a_file("7;1;-5\n", vote_type="scoring", columns="voter_id;vote;points")

    read = [read_pb(text)[1][0].marks for text in (ordinal, choice, pointed, scored)]

    assert read == [
        Ranking((("22",), ("1",))),
        Approvals(("22",)),
        Scores((("22", 3), ("1", 2))),
        Scores((("1", -5),)),
    ]


def test_raw_marks_stay_as_they_were_made():
    text = a_file("7;1,1\n8;22,1\n9;1,22\n10;\n")

    _, ballots = read_pb(text)

    assert [ballot.marks for ballot in ballots] == [
        Approvals(("1", "1")),
        Approvals(("22", "1")),
        Approvals(("1", "22")),
        Approvals(()),
    ]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\n\n"),
        lambda text: text.replace("VOTES\n", " votes ;;\n"),
        lambda text: text.replace(";1,22\n", '; "1, 22" ;;\n').replace("; ", ";"),
        lambda text: text.rstrip("\n"),
    ],
    ids=["BOM", "CRLF", "blank lines", "padded section", "quotes", "no last line end"],
)
def test_untidy_files_say_the_same(spoil):
    tidy = a_file("7;1,22\n8;22\n")

    contest, ballots = read_pb(spoil(tidy))

    assert contest == read_pb(tidy)[0]
    assert list(ballots) == list(read_pb(tidy)[1])


def test_columns_may_stand_in_any_order():
    text = a_file(
        "x;22;7\n",
        columns="age;vote;voter_id",
        projects='PROJECTS\nname;cost;project_id\n"Bath; ""hot""";60;1\nCreche;50;22\n',
    )

    contest, ballots = read_pb(text)

    assert contest.names["1"] == 'Bath; "hot"'
    assert list(ballots) == [Ballot(Approvals(("22",)))]


def test_decimal_costs_are_counted_in_the_smallest_coin_they_need():
    projects = "PROJECTS\nproject_id;cost\n1;60.5\n22;50.00\n"
    text = a_file("7;1\n", projects=projects).replace("budget;100", "budget;2320560.88")

    contest, _ = read_pb(text)

    coins = int(contest.settings["coins_per_unit"])
    assert Fraction(contest.budget, coins) == Fraction("2320560.88")
    assert contest.costs == {"1": 6050, "22": 5000}


def test_costs_that_only_look_decimal_stay_whole():
    projects = "PROJECTS\nproject_id;cost\n1;60.0\n22;50.00\n"

    contest, _ = read_pb(a_file("7;1\n", projects=projects))

    assert contest.costs == {"1": 60, "22": 50}
    assert "coins_per_unit" not in contest.settings


def test_large_numbers_stay_exact():
    projects = f"PROJECTS\nproject_id;cost\n1;{10**12 + 1}\n22;{10**29 + 1}\n"

    contest, _ = read_pb(a_file("7;1\n", projects=projects))

    assert contest.costs == {"1": 10**12 + 1, "22": 10**29 + 1}


def test_a_file_without_voters_is_read():
    contest, ballots = read_pb(a_file(""))

    assert contest.options == ("1", "22")
    assert list(ballots) == []


# ---- what is wrong

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

    assert said == (8, problem, "A number above 0, such as 150000 or 150000.50.")


WRONG_VOTES = {
    "an unknown project": ("7;1\n8;1,333\n", 13, "The vote names “333”."),
    "a blank among the marks": ("7;1,,22\n", 12, "The vote names “”."),
    "a voter twice": ("7;1\n8;1\n7;22\n", 14, "The voter 7 votes a second time."),
    "too few cells": ("7;1\n8\n", 13, "This row has 1 cell."),
    "too many cells": ("7;1;3\n", 12, "This row has 3 cells."),
    "an open quotation": ('7;"1\n8;22\n', 12, "The vote names “1\n8;22”."),
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


# ---- two readers, one reading

LINES = st.one_of(
    st.tuples(
        st.integers(0, 30).map(str),
        st.lists(st.sampled_from(["1", "22"]), max_size=5).map(",".join),
        st.lists(st.integers(0, 120).map(str), max_size=5).map(",".join),
    ),
    st.tuples(
        st.text("12 ;,\"\n\r'é\x0b\u00a0", max_size=4),
        st.text('12 ,;"é\u00a0', max_size=6),
        st.text("12 ,.-+", max_size=6),
    ),
)


@given(
    rows=st.lists(LINES, max_size=8),
    vote_type=st.sampled_from(["approval", "ordinal", "cumulative"]),
    columns=st.permutations(["voter_id", "vote", "points"]),
    ending=st.sampled_from(["\n", "\r\n"]),
)
def test_the_fast_reader_reads_what_the_readable_one_reads(
    rows, vote_type, columns, ending
):
    place = [("voter_id", "vote", "points").index(column) for column in columns]
    votes = "".join(";".join(row[i] for i in place) + ending for row in rows)
    text = a_file(votes, vote_type=vote_type, columns=";".join(columns))

    fast, plain = attempt(read_pb, text), attempt(read_pb_plainly, text)

    assert fast == plain


@given(
    st.lists(st.text("0123456789/x", min_size=1, max_size=20), min_size=1, unique=True),
    st.data(),
)
def test_project_ids_of_any_length_are_told_apart(ids, data):
    projects = "PROJECTS\nproject_id;cost\n" + "".join(f"{i};5\n" for i in ids)
    chosen = data.draw(st.lists(st.lists(st.sampled_from(ids), min_size=1), max_size=5))
    votes = "".join(f"{i};{','.join(marks)}\n" for i, marks in enumerate(chosen))
    text = a_file(votes, projects=projects)

    fast, plain = attempt(read_pb, text), attempt(read_pb_plainly, text)

    assert fast == plain


def attempt(reader, text):
    """Give what a reader makes of a text: a reading, or where and why it refuses."""
    try:
        contest, ballots = reader(text)
    except FormatError as error:
        return error.line, error.problem, dict(error.problem.facts)
    else:
        return contest, list(ballots)
