"""BLT files are read as people write them, and refused with the line that is wrong."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.rules.voting.elections import ranked

from commonweal.rules.voting.formats import blt, blt_fast
from commonweal.rules.voting.formats.blt import read_blt
from commonweal.rules.voting.formats.errors import FormatError
from commonweal.rules.voting.grouped import GroupedRankings
from commonweal.rules.voting.sentences import SENTENCES
from commonweal.rules.wording import render

TIDY = '3 2\n4 1 2 0\n2 3 0\n0\n"Castor"\n"Pollux"\n"Helen"\n"A title"\n'
BALLOTS = [ranked("1 2", 4), ranked("3", 2)]


def refusal(text: str) -> str:
    """Give the words with which a file is refused."""
    with pytest.raises(FormatError) as error:
        read_blt(text)
    return render(error.value.sentence, SENTENCES)


def test_a_tidy_file_is_read():
    contest, ballots = read_blt(TIDY)

    assert contest.options == ("1", "2", "3")
    assert contest.seats == 2
    assert dict(contest.names) == {"1": "Castor", "2": "Pollux", "3": "Helen"}
    assert contest.title == "A title"
    assert list(ballots) == BALLOTS
    assert isinstance(ballots, GroupedRankings)


@pytest.mark.parametrize(
    "untidy",
    [
        TIDY.replace('"', ""),
        TIDY.replace('"Castor"', '""Castor""'),
        TIDY.replace("4 1 2 0", "4,1,2,0,").replace("3 2\n", "3,2\n"),
        TIDY.replace('"Castor"', '"Castor",'),
        TIDY.replace("\n", "\r\n"),
        "\ufeff" + TIDY,
        "# made by hand\n\n" + TIDY.replace("2 0\n", "2 0  # four of them\n"),
        TIDY.replace("4 1 2 0\n", "/* four\n of them */ 4 1 2 0\n"),
        TIDY.replace('"Castor"\n"Pollux"\n"Helen"', '"Castor" "Pollux" "Helen"'),
        TIDY.replace("4 1 2 0", "\t4  1\t2 0 "),
        TIDY.rstrip("\n"),
        TIDY + "\nSource: made up\n",
        TIDY.replace("3 2\n", "3 2\n[nick c p h]\n").replace("4 1 2", "4 c p"),
        TIDY.replace("4 1 2 0", "(a17) 1 2 0\n3 1 2 0"),
    ],
)
def test_an_untidy_file_says_the_same(untidy):
    contest, ballots = read_blt(untidy)

    assert contest.seats == 2
    assert list(contest.names.values()) == ["Castor", "Pollux", "Helen"]
    assert contest.title == "A title"
    assert sum(ballot.weight for ballot in ballots) == 6
    assert {ballot.marks for ballot in ballots} == {ballot.marks for ballot in BALLOTS}


def test_marks_are_kept_as_they_were_made():
    _, ballots = read_blt(TIDY.replace("4 1 2 0", "4 1=2 - 3 3 0"))

    assert ballots[0] == ranked("1=2 - 3 3", 4)


def test_who_has_withdrawn_and_the_order_for_ties_are_read():
    head = "3 2\n-2\n[tie 3 1 2]\n[withdrawn 1]\n[droop precision=5]\n"

    contest, _ = read_blt(TIDY.replace("3 2\n", head))

    assert contest.withdrawn == {"1", "2"}
    assert contest.settings == {"tie": "3 1 2", "droop": "precision=5"}


def test_names_may_hold_marks_of_their_own():
    names = '"O""Neill"\n"# 2"\n"Castor","Labour"\n'

    contest, _ = read_blt(TIDY.replace('"Castor"\n"Pollux"\n"Helen"\n', names))

    assert list(contest.names.values()) == ['O"Neill', "# 2", "Castor, Labour"]


def test_a_file_may_have_no_title():
    contest, _ = read_blt(TIDY.replace('"A title"\n', ""))

    assert contest.title == ""


@pytest.mark.parametrize(
    ("change", "line", "problem"),
    [
        (("4 1 2 0", "4 1 7 0"), 2, "There is no candidate “7”."),
        (("4 1 2 0", "4 1 x 0"), 2, "There is no candidate “x”."),
        (("4 1 2 0", "-4 1 2 0"), 2, "-4 voters cannot have cast a ballot."),
        (("2 3 0", "-2 3 0"), 3, "-2 voters cannot have cast a ballot."),
        (("4 1 2 0", "1.5 1 2 0"), 2, "1.5 voters cannot have cast a ballot."),
        (("4 1 2 0", "0 1 2 0"), 2, "0 voters cannot have cast a ballot."),
        (
            ("4 1 2 0", f"{10**15} 1 2 0"),
            2,
            "Expected a whole number above 0, of fifteen digits at most.",
        ),
        (("4 1 2 0", "4 1 2"), 2, "The ballot “4 1 2” does not end with 0."),
        (("4 1 2 0", "four 1 2 0"), 2, "“four” is no ballot."),
        (("\n0\n", "\n"), 4, "is no ballot."),
        (("3 2\n", "3 4\n"), 1, "There are 4 places for 3 candidates."),
        (("3 2\n", "3 0\n"), 1, "No place is to be filled."),
        (("3 2\n", "3\n"), 1, "“3” is not two whole numbers."),
        (("3 2\n", "three two\n"), 1, "“three two” is not two whole numbers."),
        (("3 2\n", "99999 1\n"), 1, "There are 99,999 candidates"),
        (("4 1 2 0\n2 3 0\n", ""), 2, "There are no ballots."),
        (('"Pollux"\n"Helen"\n"A title"\n', ""), 5, "There are 1 names for 3"),
        (("3 2\n", "3 2\n[nick a b]\n"), 2, "There are 2 short names for 3"),
        (("3 2\n", "3 2\n-9\n"), 2, "There is no candidate “9”."),
    ],
)
def test_a_malformed_file_is_refused_with_its_line(change, line, problem):
    said = refusal(TIDY.replace(*change))

    assert said.startswith(f"Line {line}: ")
    assert problem in said
    assert "Expected" in said


@pytest.mark.parametrize("length", range(len(TIDY) - len('"Helen"\n"A title"\n')))
def test_a_truncated_file_is_never_half_counted(length):
    assert "Expected" in refusal(TIDY[:length])


def test_no_file_at_all_is_refused():
    assert refusal("").startswith("Line 1: “” is not two whole numbers.")


NUMBERS = st.sampled_from(["0", "1", "2", "3", "12", "100", "07", "4", "200", "1000"])
LINES = st.lists(NUMBERS, max_size=5).map(" ".join)


@given(
    st.lists(LINES, max_size=6),
    st.sampled_from([2, 3, 12]),
    st.sampled_from([1, 9, 99]),
)
@example(["1 0", "", "100 3 0"], 3, 99)
@example(["5000000000000 1 0"], 3, 99)
@example(["1 2 0 1 2 0"], 3, 99)
@example(["0", "1 0"], 3, 99)
@example(["1 2", "300 1"], 3, 1)
def test_the_fast_reader_reads_what_the_careful_one_reads(lines, candidates, piece):
    names = "".join(f"name {number}\n" for number in range(candidates))
    text = (
        f"{candidates} 1\n" + "".join(f"{line} 0\n" for line in lines) + f"0\n{names}"
    )

    in_pieces = read_or_refuse(text, fast=True, piece=piece)

    assert in_pieces == read_or_refuse(text, fast=False)


def read_or_refuse(text: str, *, fast: bool, piece: int = 1) -> object:
    """Read a file with or without the fast reader; give what is read or refused."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blt_fast, "PIECE", piece)
        if not fast:
            patch.setattr(blt, "read_tidy", lambda text, at, options: None)
        try:
            contest, ballots = read_blt(text)
        except FormatError as error:
            return error.line, error.problem
    return contest, list(ballots)


def test_the_fast_reader_is_used_for_a_city():
    lines = "".join(f"{times} 3 1 12 0\n" for times in (1, 20, 300, 4_000))

    ballots = blt_fast.read_tidy(f"{lines}0\n", 0, tuple(map(str, range(1, 13))))

    assert ballots is not None
    assert [ballot.weight for ballot in ballots] == [1, 20, 300, 4_000]
    assert ballots[3] == ranked("3 1 12", 4_000)
