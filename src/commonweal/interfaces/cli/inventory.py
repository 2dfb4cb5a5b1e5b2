"""Print what could be taken from this server today, and by whom.

Everything is read off the tables and the folder of keys themselves: nothing is left
out by forgetting it. With --document, what holds for every server, without counts, as
docs/reference/inventory.md shows it. Ends with status 1 if a key is missing, wrong or
readable by others.
"""

import argparse
import json
from collections.abc import Mapping, Sequence

from django.conf import settings

from commonweal.foundation.backups import lists
from commonweal.foundation.backups.stores import Folder
from commonweal.foundation.keys import queries as keys
from commonweal.foundation.keys import store
from commonweal.foundation.language import say
from commonweal.foundation.nodes.queries import (
    TableView,
    rows_now,
    what_an_operator_sees,
)
from commonweal.interfaces.cli.upgrade import OWN_FOLDER
from commonweal.rules.sentence import Sentence

SOUND, AMISS = 0, 1

TAKERS = """\
Whoever has a copy of the database, or a backup of it, has all that lies open in it.
Nothing that is sealed opens, and no check can be undone.

A thief of the whole disk, and a court that has the machine seized, has the keys beside
it as well: all that opens with the keys. (An encrypted disk keeps a thief out.) What
has trustees stays sealed until enough of them give up the code on their paper.

Where a node has no place for backups, an upgrade leaves all of the database of before
in the folder before-upgrade, and the key to it there too: whoever has that folder reads
it, with the names of those who have left since. It is there until somebody deletes it.

Whoever runs the machine while it runs can read all that too, and what passes through:
an address while it is typed, words while they are sealed or read, a trustee's code
while it is given.

Nobody can take what is not here: no network address, browser, device or place of
anybody, no time at which somebody read or signed in, no password.
"""
HEAD = """\
# What could be taken from a server

Made by `commonweal inventory --document` from the data model itself; a test holds it
fresh. `commonweal inventory` prints the same with how much there is today. The marks
run from P0, public, to P4, sealed; what would be P5 is never kept.

"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what may be written after `inventory`."""
    parser.add_argument("--json", action="store_true", help="print it for programs")
    parser.add_argument(
        "--document", action="store_true", help="print what holds for every server"
    )


def run(options: argparse.Namespace) -> int:
    """Print the inventory; say by the status whether all keys are as they should be."""
    tables = what_an_operator_sees()
    if options.document:
        print(document(tables), end="")
        return SOUND
    amiss, rows = keys.troubles(), rows_now()
    print(as_json(tables, rows, amiss) if options.json else report(tables, rows, amiss))
    return AMISS if amiss else SOUND


def document(tables: Sequence[TableView]) -> str:
    """Write down every column with its mark, its form and how long it is kept."""
    parts = [HEAD + TAKERS]
    for table in sorted(tables, key=lambda one: one.table):
        rows = [
            f"| `{one.column}` | {_said(one.words)} | {one.data_class} "
            f"| {_said(one.form)} | {_said(one.kept)} |"
            for one in table.columns
        ]
        parts.append(
            "\n".join(
                [
                    f"## `{table.table}`",
                    "",
                    f"{_said(table.words)}.",
                    "",
                    "| column | what it holds | mark | how it lies here | how long |",
                    "| --- | --- | --- | --- | --- |",
                    *rows,
                    "",
                ]
            )
        )
    return "\n".join(parts)


def report(
    tables: Sequence[TableView], rows: Mapping[str, int], amiss: Sequence[Sentence]
) -> str:
    """Say who could take what, the tables that hold anything first told in words."""
    filled = [table for table in tables if rows[table.table]]
    lines = [TAKERS, "What there is today:", ""]
    for table in filled:
        lines.append(f"  {_said(table.words)} ({table.table}): {rows[table.table]}")
        lines += [
            f"    {one.data_class} {one.column}: {_said(one.words)}; "
            f"{_said(one.form)}; kept {_said(one.kept)}"
            for one in table.columns
            if one.data_class >= "P2"
        ]
    lines += ["", "Keys beside the database:", ""]
    lines += [f"  {folder}: {count}" for folder, count in keys_kept().items()]
    if copies_kept():
        place = f"{copies_kept()}, in {settings.DATA / OWN_FOLDER}"
        lines += ["", f"Copies of all of it, with their key: {place}"]
    lines += ["", *(f"AMISS: {_said(one)}" for one in amiss)] if amiss else []
    return "\n".join(lines)


def as_json(
    tables: Sequence[TableView], rows: Mapping[str, int], amiss: Sequence[Sentence]
) -> str:
    """Give the same for programs."""
    told = {
        "tables": [
            {
                "table": table.table,
                "words": _said(table.words),
                "rows": rows[table.table],
                "columns": [
                    {
                        "column": one.column,
                        "words": _said(one.words),
                        "class": one.data_class,
                        "form": one.form.id.removeprefix("opens_"),
                        "kept": one.kept.id.removeprefix("kept_"),
                    }
                    for one in table.columns
                ],
            }
            for table in tables
        ],
        "keys": keys_kept(),
        "copies_with_their_key": copies_kept(),
        "amiss": [_said(one) for one in amiss],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def keys_kept() -> dict[str, int]:
    """Count the keys in each folder of the store."""
    counts: dict[str, int] = {}
    for name in store.names(""):
        folder = name.partition("/")[0]
        counts[folder] = counts.get(folder, 0) + 1
    return counts


def copies_kept() -> int:
    """Count the backups of before an upgrade, which lie here with the key to them."""
    return len(lists.names_in(Folder(settings.DATA / OWN_FOLDER)))


def _said(sentence: Sentence) -> str:
    return say(sentence, "en")
