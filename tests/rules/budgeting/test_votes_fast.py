"""Votes read as arrays: what is tidy is read as it stands, all else is left alone."""

import numpy as np
import pytest
from tests.rules.budgeting.pb_files import a_file

from commonweal.rules.budgeting.pabulib import votes, votes_fast
from commonweal.rules.budgeting.pabulib.head import contest_of, read_head
from commonweal.rules.voting.formats.errors import FormatError

LONG = ("1", "12", "12345678", "123456789", "1234567890123456", "12345678901234567")
LONG += ("x" * 63, "y" * 64)
OF_LONG = "PROJECTS\nproject_id;cost\n" + "".join(f"{one};5\n" for one in LONG)
POINTED = {"vote_type": "cumulative", "columns": "voter_id;vote;points"}


def read(text):
    """Give what the fast reader reads, and the readable one: None where it refuses."""
    head = read_head(text)
    contest = contest_of(head)
    fast = votes_fast.read_votes(text[head.rest :], head, contest)
    try:
        plain = list(votes.read_votes(text[head.rest :], head, contest))
    except FormatError:
        plain = None
    return fast, plain


TIDY = {
    "marks": a_file("7;1,22\n8;22\n9;1,22\n10;\n11;22,1\n12;\n13;22,22,1\n"),
    "one vote": a_file("7;1\n"),
    "no last line end": a_file("7;1\n8;22"),
    "carriage returns": a_file("7;1\r\n8;22\r\n9;1\r\n"),
    "ranks": a_file("7;1,22\n8;22,1\n9;1,22\n10;22\n", vote_type="ordinal"),
    "one choice": a_file("7;1\n8;22\n9;1\n", vote_type="choose-1"),
    "points": a_file(
        "7;1,22;5,10\n8;1,22;10,5\n9;;\n10;22;0\n11;1,22;5,10\n", **POINTED
    ),
    "points up to fifteen digits": a_file("7;1;123456789012345\n8;1;9\n", **POINTED),
    "points of the last vote are short": a_file("7;1,22;90,3456\n8;1;9\n", **POINTED),
    "other columns": a_file(
        "x;1,22;7;f\n;22;8;\ny;;9;m\nz;1,22;10;f\n", columns="age;vote;voter_id;sex"
    ),
    "spaced names of columns": a_file("7;1\n8;22\n", columns=" Voter_ID ; VOTE "),
    "the voter last, and the last one short": a_file(
        "1;a-very-long-name-of-a-voter\n22;b\n", columns="vote;voter_id"
    ),
    "voters whose names differ late": a_file(
        "".join(f"{'v' * long}{end};1\n" for long in (7, 8, 15, 16, 62) for end in "ab")
    ),
    "voters at the edge of what is plain": a_file("!;1\n~;22\n!a b~;1\n"),
    "ids of every length": a_file(
        "".join(f"{n};{one},{LONG[n - 1]}\n" for n, one in enumerate(LONG)),
        projects=OF_LONG,
    ),
    "short ids alone": a_file("7;1,12\n8;12,1\n", projects=OF_LONG),
    "many votes": a_file(
        "".join(
            f"{n};{('1', '22', '1,22', '22,1', '')[n * n % 5]}\n" for n in range(99)
        )
    ),
    "many ballots with points": a_file(
        "".join(f"{n};1,22;{n % 7},{n % 5}\n" for n in range(99)), **POINTED
    ),
}


@pytest.mark.parametrize("text", TIDY.values(), ids=TIDY)
def test_what_is_tidy_is_read_as_the_readable_reader_does(text):
    fast, plain = read(text)

    assert fast is not None
    assert list(fast) == plain


UNTIDY = {
    "no votes": a_file(""),
    "no marks": a_file("7;\n8;\n"),
    "quotes": a_file('7;"1"\n8;22\n'),
    "a quotation over two lines": a_file(
        '7;1;"x\n8;22;y"\n', columns="voter_id;vote;age"
    ),
    "a lone carriage return": a_file("7;1\n8;2\r2\n"),
    "a nought byte": a_file("7;1\n8\0;22\n"),
    "a voter twice": a_file("7;1\n8;22\n7;22\n"),
    "only one voter": a_file("7;1\n7;1\n"),
    "a voter without a name": a_file(";1\n8;22\n"),
    "a space before a voter": a_file(" 7;1\n8;22\n"),
    "a space after a voter": a_file("7;1\n8 ;22\n"),
    "a sign that is not plain": a_file("7;1\n8\x7f;22\n"),
    "a letter that is not plain": a_file("é;1\n8;22\n"),
    "a voter with a name of 65 letters": a_file(f"{'v' * 65};1\n8;22\n"),
    "an unknown project": a_file("7;1\n8;2\n9;22\n"),
    "an unknown project that begins like one": a_file("7;222222222\n8;22\n"),
    "a project that differs late": a_file(
        f"7;{'x' * 62}y\n8;{'x' * 63}\n", projects=OF_LONG
    ),
    "a space among marks": a_file("7;1, 22\n"),
    "a blank mark": a_file("7;1,,22\n"),
    "a comma first": a_file("7;,1\n"),
    "a comma last": a_file("7;1,\n"),
    "too few points": a_file("7;1,22;5\n8;1;5\n", **POINTED),
    "points of another vote": a_file("7;1,22;5\n8;1;5,6\n", **POINTED),
    "blank points": a_file("7;1,22;5,\n", **POINTED),
    "points of sixteen digits": a_file("7;1;1234567890123456\n", **POINTED),
    "points below nought": a_file("7;1;-5\n", **POINTED),
    "points with a sign above the digits": a_file("7;1;5:\n", **POINTED),
    "points with a fraction": a_file("7;1;5.0\n", **POINTED),
    "too many cells": a_file("7;1;x\n8;22\n"),
    "too few cells": a_file("7\n8;22\n"),
    "cells in a later line": a_file("7;1\n8;22;x;y\n", columns="voter_id;vote;age"),
    "cells in an earlier line": a_file("7;1;x;y\n8;1\n", columns="voter_id;vote;age"),
    "cells in an earlier line, votes first": a_file(
        "1;7;x;y\n22;8\n", columns="vote;voter_id;age"
    ),
    "a blank line among votes": a_file("7;1\n\n8;22\n"),
    "a column twice": a_file("7;1;x\n", columns="voter_id;vote;vote"),
    "no column of votes": a_file("7;1\n", columns="voter_id;ballot"),
    "no column of voters": a_file("7;1\n", columns="who;vote"),
    "no column of points": a_file("7;1\n", vote_type="scoring"),
}


@pytest.mark.parametrize("text", UNTIDY.values(), ids=UNTIDY)
def test_whatever_is_not_tidy_is_left_to_the_readable_reader(text):
    fast, _ = read(text)

    assert fast is None


@pytest.mark.parametrize("unknown", "23456789abcdef")
def test_an_unknown_project_beside_a_long_one_is_noticed(unknown):
    text = a_file(f"7;123456789\n8;{unknown}\n", projects=OF_LONG)

    assert read(text)[0] is None


@pytest.mark.parametrize("again", range(1, 10))
def test_whichever_voter_comes_twice_is_noticed(again):
    rows = "".join(f"{voter};1\n" for voter in range(1, 10))

    assert read(a_file(f"{rows}{again};22\n"))[0] is None


@pytest.mark.parametrize(
    "rows",
    ["7;1;5\n8;22;5\n9;1;5\n", "7;1;5\n8;1;6\n", "7;1,22;5,6\n8;22,1;5,6\n"],
)
def test_ballots_that_only_look_alike_are_not_put_together(rows, monkeypatch):
    monkeypatch.setattr(votes_fast, "_MIX", np.uint64(0))

    fast, plain = read(a_file(rows, **POINTED))

    assert fast is None
    assert len(plain) > 1
