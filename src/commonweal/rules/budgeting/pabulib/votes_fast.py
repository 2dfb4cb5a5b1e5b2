"""The votes of a Pabulib file, read as arrays: no object is made per voter.

The section is searched as bytes: where the lines end, where the cells are parted,
where the marks are parted. Whatever is not tidy (quotes, spaces, signs, anything that
would be refused) is left to the readable reader, which says what is wrong and where.
"""

import itertools
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from commonweal.rules.budgeting.marks import Form, MarkTable, Whole
from commonweal.rules.budgeting.pabulib.head import Head
from commonweal.rules.budgeting.pabulib.votes import POINTED, needed_columns
from commonweal.rules.voting.ballots import Contest

type Bytes = NDArray[np.uint8]
type Words = NDArray[np.uint64]

_LINE, _CELL, _MARK = b"\n;,"
_MIX = np.uint64(0x9E3779B97F4A7C15)
_FORMS: dict[str, Form] = {
    "approval": "approvals",
    "choose-1": "approvals",
    "ordinal": "ranking",
    "cumulative": "scores",
    "scoring": "scores",
}


class Pieces(NamedTuple):
    """Stretches of the text: where each begins, and where it ends."""

    begins: Whole
    ends: Whole


class Marked(NamedTuple):
    """Every ballot's marks and points in flat arrays, `lengths[i]` for ballot `i`."""

    lengths: Whole
    marks: Whole
    points: Whole


def read_votes(text: str, head: Head, contest: Contest) -> MarkTable | None:
    """Read VOTES if it is tidy, giving what the readable reader gives; else None."""
    text = text.replace("\r\n", "\n").rstrip("\n") + "\n"
    first, _, body = text.partition("\n")
    header = [cell.strip().lower() for cell in first.split(";")]
    columns = needed_columns(head.vote_type)
    untidy = any(sign in text for sign in '"\r\0') or len({*header}) < len(header)
    if untidy or not body or any(column not in header for column in columns):
        return None
    data = np.frombuffer(body.encode(), dtype=np.uint8)
    cells = _cells(data, len(header))
    if cells is None or _repeats(data, cells[header.index("voter_id")]):
        return None
    marked = _read_marks(data, cells[header.index("vote")], contest.options)
    if marked is not None and head.vote_type in POINTED:
        marked = _with_points(data, cells[header.index("points")], marked)
    form = _FORMS[head.vote_type]
    return None if marked is None else _grouped(marked, contest.options, form)


def _cells(data: Bytes, width: int) -> list[Pieces] | None:
    """Part the lines into columns, if each line has `width` cells."""
    ends = np.flatnonzero(data == _LINE)
    parts = np.flatnonzero(data == _CELL)
    if len(parts) != len(ends) * (width - 1):
        return None
    begins = np.concatenate(([0], ends[:-1] + 1))
    edges = [begins - 1, *parts.reshape(len(ends), width - 1).T, ends]
    in_line = all((a < b).all() for a, b in itertools.pairwise(edges))
    if not in_line:
        return None
    return [Pieces(a + 1, b) for a, b in itertools.pairwise(edges)]


def _repeats(data: Bytes, cells: Pieces) -> bool:
    """Say whether a cell may stand in the column twice (or has spaces around it)."""
    words = _words(data, cells)
    if words is None:
        return True
    edges = np.concatenate((data[cells.begins], data[cells.ends - 1]))
    plain = ((edges > ord(" ")) & (edges < 127)).all()
    # Sorted here, because `np.unique` without its places loads a module of its own.
    in_order = np.sort(_mixed(words))
    return not plain or bool((in_order[1:] == in_order[:-1]).any())


def _words(data: Bytes, pieces: Pieces) -> list[Words] | None:
    """Pack each piece into 64-bit words, padded with zeros; None if one is blank."""
    lengths = pieces.ends - pieces.begins
    longest = int(lengths.max(initial=0))
    if longest > 64 or len(lengths) == 0 or int(lengths.min()) == 0:
        return None
    words = []
    for offset in range(longest):
        if offset % 8 == 0:
            words.append(np.zeros(len(lengths), dtype=np.uint64))
        inside = lengths > offset
        at = np.minimum(pieces.begins + offset, len(data) - 1)
        byte = np.where(inside, data[at], 0).astype(np.uint64)
        words[-1] |= byte << np.uint64(8 * (offset % 8))
    return words


def _mixed(words: list[Words]) -> Words:
    """Make one word of several. Equal pieces give equal words, others hardly ever."""
    mixed = words[0].copy()
    for word in words[1:]:
        mixed = (mixed ^ (mixed >> np.uint64(29))) * _MIX + word
    return mixed


def _read_marks(data: Bytes, cells: Pieces, options: tuple[str, ...]) -> Marked | None:
    """Read each vote's projects as places in `options`; None if one is not known."""
    lengths, tokens = _tokens(data, cells)
    words = _words(data, tokens)
    if words is None or not options:
        return None
    known = _option_words(options, len(words))
    keys = _mixed(known)
    order = np.argsort(keys)
    at = np.searchsorted(keys[order], _mixed(words))
    marks = order[np.minimum(at, len(order) - 1)]
    same = all((k[marks] == word).all() for k, word in zip(known, words, strict=True))
    return Marked(lengths, marks, np.ones_like(marks)) if same else None


def _tokens(data: Bytes, cells: Pieces) -> tuple[Whole, Pieces]:
    """Part cells at their commas: how many pieces each has, and the pieces."""
    commas = np.flatnonzero(data == _MARK)
    row = np.searchsorted(cells.ends, commas)
    within = row < len(cells.ends)
    within[within] &= commas[within] >= cells.begins[row[within]]
    commas, row = commas[within], row[within]
    filled = np.flatnonzero(cells.ends > cells.begins)
    lengths = np.bincount(row, minlength=len(cells.ends))
    lengths[filled] += 1
    firsts = (np.cumsum(lengths) - lengths)[filled]
    later = np.ones(int(lengths.sum()), dtype=bool)
    later[firsts] = False
    begins = np.empty(len(later), dtype=np.int64)
    begins[firsts], begins[later] = cells.begins[filled], commas + 1
    ends = np.empty(len(later), dtype=np.int64)
    lasts = firsts + lengths[filled] - 1
    inner = np.ones(len(later), dtype=bool)
    inner[lasts] = False
    ends[lasts], ends[inner] = cells.ends[filled], commas
    return lengths, Pieces(begins, ends)


def _option_words(options: tuple[str, ...], number: int) -> list[Words]:
    """Pack the options as the marks are packed; one too long is like no mark."""
    room = 8 * number
    encoded = [option.encode() for option in options]
    fitting = [code if len(code) <= room else b"\xff" * room for code in encoded]
    packed = b"".join(code.ljust(room, b"\0") for code in fitting)
    words = np.frombuffer(packed, dtype="<u8").reshape(len(options), number)
    return [words[:, i].astype(np.uint64) for i in range(number)]


def _with_points(data: Bytes, cells: Pieces, marked: Marked) -> Marked | None:
    """Add the points of each mark, if they are plain digits, one number a mark."""
    lengths, tokens = _tokens(data, cells)
    if not np.array_equal(lengths, marked.lengths):
        return None
    size = tokens.ends - tokens.begins
    if len(size) and not 1 <= int(size.min()) <= int(size.max()) <= 15:
        return None
    points = np.zeros(len(size), dtype=np.int64)
    for offset in range(int(size.max(initial=0))):
        inside = size > offset
        digit = data[np.minimum(tokens.begins + offset, len(data) - 1)] - ord("0")
        if (digit[inside] > 9).any():
            return None
        points = np.where(inside, points * 10 + digit, points)
    return marked._replace(points=points)


def _grouped(marked: Marked, options: tuple[str, ...], form: Form) -> MarkTable | None:
    """Put equal ballots together, in the order of their first appearance."""
    lengths, marks, points = marked
    starts = np.concatenate(([0], np.cumsum(lengths)))
    depth = np.arange(len(marks)) - np.repeat(starts[:-1], lengths)
    told = (marks * 64 + depth).astype(np.uint64) * _MIX + points.astype(np.uint64)
    told = (told ^ (told >> np.uint64(32))) * _MIX
    told ^= told >> np.uint64(29)
    sums = np.concatenate((np.zeros(1, dtype=np.uint64), np.cumsum(told)))
    keys = sums[starts[1:]] - sums[starts[:-1]] + lengths.astype(np.uint64)
    _, first, group, weights = np.unique(
        keys, return_index=True, return_inverse=True, return_counts=True
    )
    # Equal keys were only very likely equal ballots: compare each with the first.
    like = first[group]
    at = np.repeat(starts[:-1][like], lengths) + depth
    same = np.array_equal(lengths[like], lengths) and (
        (marks[at] == marks).all() and (points[at] == points).all()
    )
    if not same:
        return None
    order = np.argsort(first)
    rows = first[order]
    kept_lengths = lengths[rows]
    kept = np.concatenate(([0], np.cumsum(kept_lengths)))
    inner = np.arange(int(kept[-1])) - np.repeat(kept[:-1], kept_lengths)
    taken = np.repeat(starts[:-1][rows], kept_lengths) + inner
    return MarkTable(options, form, kept, marks[taken], points[taken], weights[order])
