"""The journals on this server, for verifying them; needs the database."""

from collections.abc import Iterator

from commonweal.foundation.institutions import queries as institutions
from commonweal.foundation.journal import queries as journal
from commonweal.rules.journal_chain import Kept


def journals(address: str | None) -> list[tuple[str, Iterator[Kept]]]:
    """Give the journal at an address, or every journal here, line by line."""
    if address is None:
        there = list(institutions.every_institution())
    else:
        found = institutions.institution_at(address)
        there = [found] if found else []
    return [(one.address, journal.kept_lines(one)) for one in there]
