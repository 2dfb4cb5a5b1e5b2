"""A large file is cut at line ends, and its pieces together are the file as a whole."""

import io
from dataclasses import replace

import pytest

from commonweal.rules.voting.formats import blt_parts
from commonweal.rules.voting.formats.blt import read_blt
from commonweal.rules.voting.formats.blt_parts import cut, part_of_piece, pieces
from commonweal.rules.voting.formats.decoding import decoded
from commonweal.rules.voting.formats.errors import FormatError
from commonweal.rules.voting.partial import ballots_of, part_of, put_together

BLT = """\
4 2
-3
3 1 2 0
1 4=2 1 0
12 2 0
(id) 4 - 1 0
1 0
# a remark
2 1 2 0
0
"Ada"
"Ben"
"Col"
"Dörte"
"A village"
"""


PLAIN = BLT.replace("ö", "o")


@pytest.mark.parametrize("size", [1, 7, 20, 1000])
def test_a_file_cut_anywhere_is_the_file_as_a_whole(size):
    file = io.BytesIO(PLAIN.encode())
    contest, whole = read_blt(PLAIN)

    found = cut(file)
    parts = [part_of_piece(found.head, one) for one in pieces(file, found, size)]

    assert found.contest == contest
    assert list(ballots_of(put_together(parts))) == list(
        ballots_of(part_of(contest.options, whole))
    )


@pytest.mark.parametrize(
    "text",
    [
        BLT,
        PLAIN.replace("\n", "\r\n"),
        PLAIN.replace("# a remark", "/* a remark\n*/"),
        PLAIN.replace("\n0\n", "\n"),
    ],
    ids=["letters beyond ASCII", "another machine's lines", "comment", "no end"],
)
def test_what_cannot_be_cut_is_left_to_the_reader_of_whole_files(text):
    assert cut(io.BytesIO(text.encode())) is None


@pytest.mark.parametrize("line", ["9 1 0", "x", "1 2", "2 0\n0\n1 2 0", "1 /* */ 1 0"])
def test_a_piece_that_makes_no_sense_is_left_to_the_reader_of_whole_files(line):
    found = cut(io.BytesIO(PLAIN.encode()))

    sound = part_of_piece(found.head, f"1 {line}\n".encode())

    assert sound is None


@pytest.mark.parametrize("size", [1, 7, 20, 1000])
def test_each_piece_ends_with_a_line_and_no_line_is_in_two(size):
    file = io.BytesIO(PLAIN.encode())
    found = cut(file)

    cuts = list(pieces(file, found, size))

    body = PLAIN[PLAIN.index("3 1 2") : PLAIN.index('0\n"Ada')]
    assert b"".join(cuts).decode() == body
    assert all(piece.endswith(b"\n") for piece in cuts)
    assert all(len(piece.rstrip().rpartition(b"\n")[0]) < size for piece in cuts)


def large(monkeypatch, text, encoding="utf-8"):
    """Open a file that is larger than what is looked at of its two ends."""
    monkeypatch.setattr(blt_parts, "ENOUGH", 60)
    raw = text.replace("1 0\n", "1 0\n" + "1 1 2 0\n" * 50, 1).encode(encoding)
    return raw, io.BytesIO(raw)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_of_a_large_file_only_the_two_ends_are_looked_at(monkeypatch, encoding):
    raw, file = large(monkeypatch, BLT, encoding)
    text, note = decoded(raw)
    contest, whole = read_blt(text)
    contest = replace(contest, notes=(note,) if note else ())

    found = cut(file)
    parts = [part_of_piece(found.head, one) for one in pieces(file, found, 100)]

    assert found.contest == contest
    assert found.contest.name("4") == "Dörte"
    assert list(ballots_of(put_together(parts))) == list(
        ballots_of(part_of(contest.options, whole))
    )


def test_in_a_large_file_a_comment_among_the_names_is_left_to_the_other_reader(
    monkeypatch,
):
    _, file = large(monkeypatch, PLAIN.replace('"Col"', '"Col" /* x */'))

    assert cut(file) is None


def test_bytes_that_are_no_letters_at_all_are_refused_with_their_line(monkeypatch):
    raw, file = large(monkeypatch, PLAIN.replace("Dorte", "D\x81rte"), "latin-1")

    with pytest.raises(FormatError) as error:
        cut(file)

    assert raw.splitlines()[error.value.line - 1] == b'"D\x81rte"'


def test_what_comes_after_the_title_is_told_with_its_line(monkeypatch):
    raw, file = large(monkeypatch, PLAIN + "A: 9 votes\nB: 8 votes\n")
    monkeypatch.setattr(blt_parts, "ENOUGH", 90)

    (note,) = cut(file).contest.notes

    assert note.facts["lines"] == 2
    assert raw.splitlines()[note.facts["line"] - 1] == b"A: 9 votes"


def test_names_that_are_missing_are_told_at_once():
    with pytest.raises(FormatError):
        cut(io.BytesIO(PLAIN.replace('"Col"\n"Dorte"\n"A village"\n', "").encode()))


@pytest.mark.parametrize("piece", ["1 1 0\r\n", "1 1 0 # é\n", "1 1 0\n\0"])
def test_a_piece_with_what_cannot_be_cut_makes_no_sense_by_itself(piece):
    found = cut(io.BytesIO(PLAIN.encode()))

    assert part_of_piece(found.head, piece.encode()) is None


def test_nicknames_that_are_numbers_are_no_numbers_of_candidates():
    text = '2 1\n[nick 2 1]\n3 2 0\n1 1 2 0\n0\n"A"\n"B"\n'
    file = io.BytesIO(text.encode())
    contest, whole = read_blt(text)

    found = cut(file)
    [piece] = pieces(file, found)

    part = part_of_piece(found.head, piece)
    assert list(ballots_of(part)) == list(ballots_of(part_of(contest.options, whole)))
    assert whole[0].marks.ranks == (("1",),)


@pytest.mark.parametrize("name", ["", "[nick a b c d]\n"])
def test_ballots_that_name_candidates_otherwise_are_read_all_the_same(name):
    text = f'4 1\n{name}2 1 2 0\n1 3 0\n0\n"A"\n"B"\n"C"\n"D"\n'
    if name:
        text = text.replace("2 1 2 0", "2 a b 0").replace("1 3 0", "1 c 0")
    file = io.BytesIO(text.encode())
    contest, whole = read_blt(text)

    found = cut(file)
    [piece] = pieces(file, found)

    part = part_of_piece(found.head, piece)
    assert list(ballots_of(part)) == list(ballots_of(part_of(contest.options, whole)))


def test_a_file_that_has_become_shorter_ends_where_it_ends():
    found = cut(io.BytesIO(PLAIN.encode()))
    shorter = io.BytesIO(PLAIN.encode()[: found.begin + 12])

    assert b"".join(pieces(shorter, found, 5)) == PLAIN.encode()[found.begin :][:12]
