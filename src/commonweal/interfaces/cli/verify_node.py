"""The journals on this server, for verifying them; needs the database."""

from collections.abc import Iterator
from typing import NamedTuple

from commonweal.foundation.institutions import queries as institutions
from commonweal.foundation.journal import queries as journal
from commonweal.rules.journal_chain import Kept
from commonweal.rules.sentence import Sentence


class Journal(NamedTuple):
    """A journal, line by line, and where the tables contradict it."""

    name: str
    lines: Iterator[Kept]
    contradicted: tuple[Sentence, ...]
    notices: tuple[Sentence, ...] = ()


def journals(address: str | None) -> list[Journal]:
    """Give the journal at an address, or every journal here."""
    if address is None:
        there = list(institutions.every_institution())
    else:
        found = institutions.institution_at(address)
        there = [found] if found else []
    return [
        Journal(one.address, journal.kept_lines(one), *journal.comparison(one))
        for one in there
    ]
