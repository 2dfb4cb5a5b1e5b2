"""Given what the journal says, and what a refusal says."""

from django.db import connection

from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.journal import queries
from commonweal.foundation.journal.models import Line


def last_line(institution: Institution) -> Line:
    """Give the newest line; a test of a deed asserts what it says."""
    return queries.lines(institution, limit=1)[0]


def words_beside(line: Line) -> dict[str, str]:
    """Give the words beside a line, none if they were erased."""
    kept = queries.words_of(line)
    return kept.words if kept else {}


def all_bytes() -> bytes:
    """Give all that the database holds: its file, or every row of every table."""
    if connection.vendor == "sqlite":
        return bytes(connection.connection.serialize())
    with connection.cursor() as cursor:
        rows = []
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT "{table}"::text FROM "{table}"')
            rows += [row for (row,) in cursor.fetchall()]
    return "\n".join(rows).encode()
