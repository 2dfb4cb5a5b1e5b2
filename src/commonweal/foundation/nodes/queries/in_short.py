"""What whoever runs this node could see, in sentences that the data model bears out.

A sentence names the columns it speaks of, and how they lie in the database and how long
they are kept. One that the data model no longer bears out is not said.
"""

from collections.abc import Iterator
from typing import NamedTuple

from commonweal.foundation.nodes.queries import TableView, inventory
from commonweal.rules.sentence import Sentence


class Claim(NamedTuple):
    """A sentence, the columns it is about, and what has to be so of every one of them.

    An empty form or keeping asks for nothing.
    """

    id: str
    columns: tuple[str, ...]
    form: str = ""
    kept: str = ""


CLAIMS = (
    Claim(
        "short_members",
        ("institutions.member.name", "institutions.member.person"),
        "opens_plain",
    ),
    Claim(
        "short_words",
        ("threads.post.text", "decisions.version.text", "journal.line.by"),
        "opens_plain",
    ),
    Claim("short_open_ballots", ("decisions.ballot.voter",), "opens_plain"),
    Claim(
        "short_secret_ballots",
        ("decisions.envelope.sealed", "assemblies.roomenvelope.sealed"),
        "opens_keys",
    ),
    Claim(
        "short_secret_ends",
        (
            *("decisions.envelope.sealed", "decisions.turnoutmark.mark"),
            *("assemblies.roomenvelope.sealed", "assemblies.roommark.mark"),
        ),
        kept="kept_until_vote_ends",
    ),
    Claim("short_addresses", ("people.person.email_sealed",), "opens_keys"),
    Claim("short_devices", ("people.signin.used_on",), "opens_plain"),
    Claim(
        "short_reports",
        ("threads.report.reporter", "threads.report.known_as"),
        "opens_plain",
        "kept_until_answered",
    ),
    Claim("short_apart", ("safeguards.avoidance.sealed",), "opens_keys"),
    Claim("short_trustees", ("sealing.sealedthing.words",), "opens_trustees"),
    Claim("short_calendars", ("reaching.calendarfeed.person",)),
    Claim("short_leaving", ("institutions.member.person",), kept="kept_while_member"),
)


def operator_in_short(tables: tuple[TableView, ...]) -> tuple[Sentence, ...]:
    """Say in sentences what can be seen, what cannot, and what it is worth."""
    return tuple(_said(tables))


def _said(tables: tuple[TableView, ...]) -> Iterator[Sentence]:
    there = {one.label: one.form.id for table in tables for one in table.columns}
    yield Sentence("short_power")
    yield from (Sentence(one.id) for one in CLAIMS if _holds(one, there))
    yield Sentence("short_program")
    forms = list(there.values())
    opened = sum(1 for one in forms if one.startswith("opens_plain"))
    checks, tried = forms.count("opens_check"), forms.count("opens_by_trying")
    yield Sentence(
        "short_counts",
        {
            "tables": len(tables),
            "columns": len(forms),
            "plain": opened,
            "checks": checks,
            "tried": tried,
            "sealed": len(forms) - opened - checks - tried,
        },
    )


def _holds(claim: Claim, there: dict[str, str]) -> bool:
    """Say whether every column is there, lies as is said, and goes when it is said."""
    return all(
        column in there
        and claim.form in {"", there[column]}
        and claim.kept in {"", inventory.kept(column).id}
        for column in claim.columns
    )
