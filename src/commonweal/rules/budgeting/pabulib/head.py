"""What stands before the votes of a Pabulib file: META, PROJECTS, and what they say."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from commonweal.rules.budgeting.pabulib.beyond import KEYS
from commonweal.rules.budgeting.pabulib.groups import (
    COLUMNS,
    amounts_of,
    caps_of,
    check_caps,
)
from commonweal.rules.budgeting.pabulib.rows import (
    Row,
    decimal,
    fitted,
    rows_of,
    whole,
    wrong,
)
from commonweal.rules.voting.ballots import Contest

SECTIONS = ("meta", "projects", "votes")
VOTE_TYPES = ("approval", "choose-1", "ordinal", "cumulative", "scoring")
_NEEDED = ("project_id", "cost")
_VOTES = re.compile(r"^[ \t]*VOTES[ \t;]*(\r?\n|\r?\Z)", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Project:
    """One row of PROJECTS: what it is called and what it costs, in the file's unit.

    `groups` are its cells in the columns of `pabulib.groups`.
    """

    id: str
    name: str
    cost: Fraction
    groups: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Head:
    """META and PROJECTS as read, and where in the text the section VOTES begins."""

    meta: dict[str, str]
    line_of: dict[str, int]
    projects: tuple[Project, ...]
    rest: int
    rest_line: int

    @property
    def vote_type(self) -> str:
        """Give how voters marked: one of `VOTE_TYPES`."""
        return self.meta["vote_type"].lower()


@dataclass(slots=True)
class _Sections:
    """The rows found so far, by section."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    name: str = ""
    line: int = 1


def read_head(text: str) -> Head:
    """Read META and PROJECTS up to the line VOTES. Raises `FormatError`."""
    rest, rest_line = _start_of_votes(text)
    sections = _Sections()
    for row in rows_of(text[:rest], 1):
        _sort_in(sections, row)
    missing = next((s for s in SECTIONS if s not in sections.rows), None)
    if missing:
        raise wrong(rest_line, "pb_section_missing", section=missing.upper())
    meta, line_of = _read_meta(sections.rows["meta"])
    projects = tuple(_read_projects(sections.rows["projects"]))
    _check_meta(meta, line_of, len(projects))
    check_caps(meta, line_of)
    return Head(meta, line_of, projects, rest, rest_line)


def contest_of(head: Head) -> Contest:
    """Turn what was read into a contest, in coins small enough to be whole."""
    budget = decimal(head.meta["budget"])
    assert budget is not None, "read_head has refused what is not a number"
    amounts = (budget, *(one.cost for one in head.projects), *amounts_of(head.meta))
    coins = _coins_per_unit(amounts)
    settings = head.meta | {"vote_type": head.vote_type}
    settings.pop("coins_per_unit", None)  # It follows from the amounts.
    if caps := caps_of(head.meta, {one.id: one.groups for one in head.projects}):
        settings |= {"caps": caps}
    return Contest(
        options=tuple(project.id for project in head.projects),
        names={project.id: project.name for project in head.projects},
        costs={project.id: int(project.cost * coins) for project in head.projects},
        budget=int(budget * coins),
        title=head.meta.get("description", ""),
        settings=settings if coins == 1 else settings | {"coins_per_unit": str(coins)},
    )


def _coins_per_unit(amounts: tuple[Fraction, ...]) -> int:
    coins = 1
    while any((amount * coins).denominator > 1 for amount in amounts):
        coins *= 10
    return coins


def _start_of_votes(text: str) -> tuple[int, int]:
    """Find the line after the word VOTES: where in the text, and which line it is."""
    found = _VOTES.search(text)
    at = found.end() if found else len(text)
    return at, text.count("\n", 0, at) + 1


def _sort_in(sections: _Sections, row: Row) -> None:
    """Begin a section where its name stands alone; else add the row to the open one."""
    word = row.cells[0].lower()
    if word in SECTIONS and not any(row.cells[1:]):
        expected = SECTIONS[len(sections.rows) % len(SECTIONS)]
        if word != expected:
            raise wrong(
                row.line, "pb_section_order", found=word.upper(), next=expected.upper()
            )
        sections.rows[word] = []
        sections.name = word
    elif not sections.name:
        raise wrong(row.line, "pb_no_section", found=row.cells[0][:40])
    else:
        sections.rows[sections.name].append(row)


def _read_meta(rows: list[Row]) -> tuple[dict[str, str], dict[str, int]]:
    meta: dict[str, str] = {}
    line_of: dict[str, int] = {}
    for row in rows:
        key = row.cells[0].lower()
        if key == "key" or len(row.cells) < 2:
            continue
        if key in meta:
            raise wrong(row.line, "pb_key_twice", key=key, first=line_of[key])
        meta[key] = ";".join(row.cells[1:]).rstrip(";")
        line_of[key] = row.line
    return meta, line_of


def _check_meta(
    meta: dict[str, str], line_of: dict[str, int], num_projects: int
) -> None:
    for key in ("budget", "vote_type"):
        if not meta.get(key):
            raise wrong(line_of.get(key, 1), "pb_key_missing", key=key)
    if not decimal(meta["budget"]):
        raise wrong(line_of["budget"], "pb_budget", found=meta["budget"])
    if meta["vote_type"].lower() not in VOTE_TYPES:
        raise wrong(
            line_of["vote_type"],
            "pb_vote_type",
            found=meta["vote_type"],
            known=VOTE_TYPES,
        )
    said = meta.get("num_projects")
    if said and whole(said) != num_projects:
        raise wrong(
            line_of["num_projects"],
            "pb_projects_missing",
            found=num_projects,
            said=said,
        )
    _check_settings(meta, line_of)


def _check_settings(meta: dict[str, str], line_of: dict[str, int]) -> None:
    """Refuse settings of the count that are no numbers, or that we do not count by."""
    for key in (*KEYS, "min_project_score_threshold"):
        if meta.get(key) and decimal(meta[key]) is None:
            raise wrong(line_of[key], "pb_setting", key=key, found=meta[key])
    if decimal(meta.get("default_score") or "0") != 0:
        raise wrong(line_of["default_score"], "pb_default_score")


def _read_projects(rows: list[Row]) -> Iterator[Project]:
    header = _header(rows)
    seen: dict[str, int] = {}
    for row in rows[1:]:
        cells = fitted(row, header)
        project = cells["project_id"]
        if not project or "," in project:
            raise wrong(row.line, "pb_project_id", found=project)
        if project in seen:
            raise wrong(
                row.line, "pb_project_twice", project=project, first=seen[project]
            )
        seen[project] = row.line
        cost = decimal(cells["cost"])
        if not cost:
            raise wrong(row.line, "pb_cost", project=project, found=cells["cost"])
        groups = {one: cells[one] for one in COLUMNS if cells.get(one)}
        yield Project(project, cells.get("name") or project, cost, groups)
    if not seen:
        raise wrong(rows[0].line, "pb_no_projects")


def _header(rows: list[Row]) -> list[str]:
    header = [cell.lower() for cell in rows[0].cells] if rows else []
    missing = tuple(column for column in _NEEDED if column not in header)
    if missing:
        line = rows[0].line if rows else 1
        raise wrong(line, "pb_column", section="PROJECTS", missing=missing)
    return header
