"""PrefLib's files are read whole, or refused with the line that is wrong."""

import pytest
from tests.rules.voting.elections import ranked

from commonweal.rules.voting.formats.errors import FormatError
from commonweal.rules.voting.formats.preflib import read_preflib
from commonweal.rules.voting.sentences import SENTENCES
from commonweal.rules.wording import render

FILE = """\
# FILE NAME: 00001-00000001.toi
# TITLE: A vote on bread
# NUMBER ALTERNATIVES: 3
# NUMBER VOTERS: 8
# NUMBER UNIQUE ORDERS: 3
# ALTERNATIVE NAME 1: Rye
# ALTERNATIVE NAME 2: Wheat: white
# ALTERNATIVE NAME 3: Spelt
5: 1,2
2: 3,{1,2}
1: {2}
"""


def test_rankings_are_read_with_shared_ranks_as_marked():
    contest, ballots = read_preflib(FILE)

    assert contest.title == "A vote on bread"
    assert dict(contest.names) == {"1": "Rye", "2": "Wheat: white", "3": "Spelt"}
    assert contest.seats == 1
    assert list(ballots) == [ranked("1 2", 5), ranked("3 1=2", 2), ranked("2")]


@pytest.mark.parametrize(
    ("change", "line", "problem"),
    [
        (("5: 1,2", "5: 1,9"), 9, "There is no candidate “9”."),
        (("5: 1,2", "five: 1,2"), 9, "“five: 1,2” is no ballot."),
        (("5: 1,2", "-5: 1,2"), 9, "“-5: 1,2” is no ballot."),
        (("5: 1,2", "0: 1,2"), 9, "“0: 1,2” is no ballot."),
        (("3,{1,2}", "3,{1,2"), 10, "is no ballot."),
        (("5: 1,2", "5: 1,,2"), 9, "There is no candidate “”."),
        (("1: {2}\n", ""), 10, "announces 8 voters and has the ballots of 7"),
        (("# ALTERNATIVE NAME 3: Spelt\n", ""), 8, "There are 2 names for 3"),
        (("5: 1,2\n2: 3,{1,2}\n1: {2}\n", ""), 8, "There are no ballots."),
    ],
)
def test_a_malformed_file_is_refused_with_its_line(change, line, problem):
    with pytest.raises(FormatError) as error:
        read_preflib(FILE.replace(*change))

    said = render(error.value.sentence, SENTENCES)
    assert said.startswith(f"Line {line}: ")
    assert problem in said
    assert "Expected" in said


def test_what_a_file_says_of_itself_besides_is_passed_over():
    text = FILE.replace("# TITLE", "# a note\n\n# TITLE").replace("5: 1,2", "5: 1 , 2")

    _, ballots = read_preflib(text)

    assert ballots[0] == ranked("1 2", 5)


def test_an_alternative_without_a_name_is_called_by_its_number():
    contest, _ = read_preflib(FILE.replace("3: Spelt", "3:"))

    assert contest.names["3"] == "3"
