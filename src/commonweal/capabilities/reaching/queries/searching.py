"""Finding words in what somebody may read: decisions, assemblies, minutes, statements.

Drafts of others, sealed words and words that are hidden are found by nobody. The
database finds too much, by letters that carry no accents, and what it finds is looked
through here; so both engines find the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any
from uuid import UUID

from django.db.models import (
    CharField,
    Lookup,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
)

from commonweal.capabilities.assemblies.models import Assembly, MinutesDeed
from commonweal.capabilities.assemblies.queries import veiled_rows
from commonweal.capabilities.decisions.models import Version
from commonweal.capabilities.reaching.queries.waits import Page
from commonweal.foundation.institutions.access import has_right
from commonweal.foundation.institutions.models import Statement
from commonweal.foundation.institutions.queries import Membership
from commonweal.foundation.threads.queries import hidden_places
from commonweal.rules.reaching.searching import around, has_all, pattern, words_in
from commonweal.rules.sentence import Sentence

# Of each sort in each institution; whoever looks for more types one word more.
MOST_OF_A_SORT = 25
CANDIDATES = 400
A_CHUNK = 50


@dataclass(frozen=True, slots=True)
class Found:
    """One place where the words stand, and the page on which they are read."""

    membership: Membership
    sort: Sentence
    title: str
    around: str
    page: Page
    at: datetime
    is_title: bool

    @property
    def args(self) -> tuple[object, ...]:
        """What its page's address says, the institution first."""
        return (self.membership.institution.address, *self.page.args)


class Like(Lookup[Any]):
    """Ask the database for a pattern, capital letters or not, on either engine."""

    lookup_name = "has_pattern"

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        """Write the comparison as the engine has it."""
        left, left_facts = self.process_lhs(compiler, connection)
        right, right_facts = self.process_rhs(compiler, connection)
        word = "ILIKE" if connection.vendor == "postgresql" else "LIKE"
        return f"{left} {word} {right}", (*left_facts, *right_facts)


for _field in (CharField, TextField):
    _field.register_lookup(Like)


def found_in(
    memberships: Sequence[Membership], typed: str, *, at: datetime
) -> tuple[Found, ...]:
    """Find where all the words stand, those in titles first, then the newest."""
    words = words_in(typed)
    if not words:
        return ()
    found = [one for here in memberships for one in _here(here, words, at)]
    return tuple(sorted(found, key=lambda one: (one.is_title, one.at), reverse=True))


def _here(here: Membership, words: Sequence[str], at: datetime) -> Iterator[Found]:
    hidden = hidden_places(here.institution, at=at)
    yield from _proposals(here, words, hidden, at)
    yield from _statements(here, words, hidden)
    if has_right(here.member, here.charter, "attend", at=at):
        yield from _assemblies(here, words, at)
        yield from _minutes(here, words, hidden, at)


def _proposals(
    here: Membership, words: Sequence[str], hidden: frozenset[UUID], at: datetime
) -> Iterator[Found]:
    newest = Version.objects.filter(proposal=OuterRef("proposal"), written_at__lte=at)
    rows = Version.objects.filter(
        institution=here.institution,
        proposal__put_at__lte=at,
        number=Subquery(newest.order_by("-number").values("number")[:1]),
    ).exclude(proposal__in=hidden)
    there = rows.select_related("proposal").order_by("-proposal__number")
    for row in _with(there, words, "title", "text"):
        page = Page("decisions:decision", (row.proposal.number,))
        when = row.proposal.put_at or row.written_at
        yield _made(here, "decision", (row.title, row.text), page, when, words)


def _statements(
    here: Membership, words: Sequence[str], hidden: frozenset[UUID]
) -> Iterator[Found]:
    rows = Statement.objects.filter(institution=here.institution).exclude(pk__in=hidden)
    page = Page("institutions:face")
    for row in _with(rows.order_by("-adopted_at", "pk"), words, "title", "text"):
        said = (row.title, row.text)
        yield _made(here, "statement", said, page, row.adopted_at, words)


def _assemblies(
    here: Membership, words: Sequence[str], at: datetime
) -> Iterator[Found]:
    rows = Assembly.objects.filter(institution=here.institution, called_at__lte=at)
    newest = rows.select_related("institution").order_by("-opens_at", "id")
    count = 0
    for row in newest.iterator(chunk_size=CANDIDATES):
        if count >= MOST_OF_A_SORT:
            return
        if not has_all(words, _said(row)):
            continue
        # What is hidden is nearly nothing, so it is asked of what was found alone.
        [seen] = veiled_rows([row], at=at)
        said = (seen.title, _agenda(seen))
        if has_all(words, _said(seen)):
            count += 1
            page = Page("assemblies:assembly", (row.number,))
            yield _made(here, "assembly", said, page, row.opens_at, words)


def _minutes(
    here: Membership, words: Sequence[str], hidden: frozenset[UUID], at: datetime
) -> Iterator[Found]:
    out = MinutesDeed.objects.filter(
        institution=here.institution, deed="send_out", done_at__lte=at
    ).values("assembly")
    rows = MinutesDeed.objects.filter(assembly__in=out).exclude(pk__in=hidden)
    there = rows.select_related("assembly", "assembly__institution")
    there = there.order_by("-done_at", "pk")
    for row in _with(there, words, "words"):
        [seen] = veiled_rows([row.assembly], at=at)
        page = Page("assemblies:minutes", (row.assembly.number,))
        said = (seen.title, row.words)
        yield _made(here, "minutes", said, page, row.done_at, words)


def _with(rows: QuerySet[Any], words: Sequence[str], *columns: str) -> list[Any]:
    """Give the first rows of these in which all the words stand."""
    asked = Q()
    for word in words:
        one = Q()
        for column in columns:
            one |= Q(**{f"{column}__has_pattern": pattern(word)})
        asked &= one
    found = (
        row
        for row in rows.filter(asked)[:CANDIDATES].iterator(chunk_size=A_CHUNK)
        if has_all(words, " ".join(getattr(row, one) for one in columns))
    )
    return list(islice(found, MOST_OF_A_SORT))


def _agenda(row: Assembly) -> str:
    # Tasks of last time, and minutes to approve, have no words of their own.
    titles = (str(one.get("title", "")) for one in row.agenda)
    return "; ".join(title for title in titles if title)


def _said(row: Assembly) -> str:
    return f"{row.title} {row.place} {_agenda(row)}"


def _made(
    here: Membership,
    sort: str,
    said: tuple[str, str],
    page: Page,
    at: datetime,
    words: Sequence[str],
) -> Found:
    title, text = said
    return Found(
        membership=here,
        sort=Sentence(f"found_{sort}"),
        title=title,
        around=around(words, text),
        page=page,
        at=at,
        is_title=has_all(words, title),
    )
