"""The votes of a Pabulib file, one row a voter: the readable reader."""

from collections import Counter
from collections.abc import Iterator

from commonweal.rules.budgeting.pabulib.head import Head
from commonweal.rules.budgeting.pabulib.rows import Row, fitted, rows_of, whole, wrong
from commonweal.rules.voting.ballots import (
    Approvals,
    Ballot,
    Contest,
    Marks,
    Ranking,
    Scores,
)

POINTED = ("cumulative", "scoring")


def needed_columns(vote_type: str) -> tuple[str, ...]:
    """Give the columns VOTES must have for a type of vote."""
    points = ("points",) if vote_type in POINTED else ()
    return ("voter_id", "vote", *points)


def read_votes(text: str, head: Head, contest: Contest) -> tuple[Ballot, ...]:
    """Read every row of VOTES; equal ballots become one with a weight."""
    rows = rows_of(text, head.rest_line)
    header = _header(next(rows, Row(head.rest_line, [])), head.vote_type)
    counted = Counter(_marks(rows, header, head, frozenset(contest.options)))
    return tuple(Ballot(marks, number) for marks, number in counted.items())


def _header(row: Row, vote_type: str) -> list[str]:
    header = [cell.lower() for cell in row.cells]
    missing = tuple(c for c in needed_columns(vote_type) if c not in header)
    if missing:
        raise wrong(row.line, "pb_column", section="VOTES", missing=missing)
    return header


def _marks(
    rows: Iterator[Row], header: list[str], head: Head, known: frozenset[str]
) -> Iterator[Marks]:
    voters: dict[str, int] = {}
    for row in rows:
        cells = fitted(row, header)
        voter = cells["voter_id"]
        if voter in voters:
            raise wrong(row.line, "pb_voter_twice", voter=voter, first=voters[voter])
        voters[voter] = row.line
        named = _named(row, cells["vote"], known)
        if head.vote_type in POINTED:
            yield Scores(tuple(_scored(row, named, cells["points"])))
        elif head.vote_type == "ordinal":
            yield Ranking(tuple((project,) for project in named))
        else:
            yield Approvals(named)


def _named(row: Row, vote: str, known: frozenset[str]) -> tuple[str, ...]:
    named = tuple(mark.strip() for mark in vote.split(",")) if vote else ()
    for project in named:
        if project not in known:
            raise wrong(row.line, "pb_unknown_project", found=project)
    return named


def _scored(row: Row, named: tuple[str, ...], cell: str) -> Iterator[tuple[str, int]]:
    points = [point.strip() for point in cell.split(",")] if cell else []
    if len(points) != len(named):
        raise wrong(
            row.line, "pb_points_number", points=len(points), projects=len(named)
        )
    for project, text in zip(named, points, strict=True):
        number = whole(text)
        if number is None:
            raise wrong(row.line, "pb_points", project=project, found=text)
        yield project, number
