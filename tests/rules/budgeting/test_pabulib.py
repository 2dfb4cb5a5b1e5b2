"""Reading a city's file: what it says is kept, by either reader."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.budgeting.budgets import unhurried
from tests.rules.budgeting.pb_files import a_file

from commonweal.rules.budgeting.marks import MarkTable
from commonweal.rules.budgeting.pabulib import read_pb, read_pb_plainly, votes_fast
from commonweal.rules.voting.ballots import Approvals, Ballot, Ranking, Scores
from commonweal.rules.voting.formats.errors import FormatError

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


def test_half_a_coin_is_not_lost():
    projects = "PROJECTS\nproject_id;cost\n1;60.5\n22;50\n"

    contest, _ = read_pb(a_file("7;1\n", projects=projects))

    assert contest.settings["coins_per_unit"] == "10"
    assert (contest.budget, contest.costs) == (1000, {"1": 605, "22": 500})


def test_costs_that_only_look_decimal_stay_whole():
    projects = "PROJECTS\nproject_id;cost\n1;60.0\n22;50.00\n"

    contest, _ = read_pb(a_file("7;1\n", projects=projects))

    assert contest.costs == {"1": 60, "22": 50}
    assert "coins_per_unit" not in contest.settings


def test_what_meta_says_is_kept_and_what_says_nothing_is_not():
    text = a_file("7;1\n").replace("rule;greedy", "votes;3\ncomment\nrule;a;b;;")

    settings = read_pb(text)[0].settings

    assert settings == {
        "budget": "100",
        "vote_type": "approval",
        "votes": "3",
        "rule": "a;b",
    }


@pytest.mark.parametrize("reader", [read_pb, read_pb_plainly])
def test_a_blank_cell_too_many_is_let_go_and_one_that_is_named_is_not(reader):
    more, blank = "7;1;\n8;22;;\n", "7;1\n8;\n"

    _, ballots = reader(a_file(more))
    _, of_blank = reader(a_file(blank))

    assert [ballot.marks for ballot in ballots] == [
        Approvals(("1",)),
        Approvals(("22",)),
    ]
    assert [ballot.marks for ballot in of_blank] == [Approvals(("1",)), Approvals(())]


def test_large_numbers_stay_exact():
    projects = f"PROJECTS\nproject_id;cost\n1;{10**12 + 1}\n22;{10**29 + 1}\n"

    contest, _ = read_pb(a_file("7;1\n", projects=projects))

    assert contest.costs == {"1": 10**12 + 1, "22": 10**29 + 1}


def test_a_file_without_voters_is_read():
    contest, ballots = read_pb(a_file(""))

    assert contest.options == ("1", "22")
    assert list(ballots) == []


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


@unhurried
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


@unhurried
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


def test_a_voter_without_an_id_still_votes():
    text = a_file(";1\n8;22\n")

    fast, plain = attempt(read_pb, text), attempt(read_pb_plainly, text)

    assert fast == plain
    assert fast[1] == [Ballot(Approvals(("1",))), Ballot(Approvals(("22",)))]


def test_cells_in_the_wrong_lines_are_noticed():
    text = a_file("7;1;x;y\n8;1\n", columns="voter_id;vote;age")

    fast, plain = attempt(read_pb, text), attempt(read_pb_plainly, text)

    assert fast == plain
    assert fast[0] == 12


def test_ballots_that_only_look_alike_in_short_stay_apart(monkeypatch):
    text = a_file("7;1\n8;22\n9;1\n")
    monkeypatch.setattr(votes_fast, "_MIX", np.uint64(0))

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
