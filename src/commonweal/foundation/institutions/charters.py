"""The charter in force at a moment, and what it would read like once amended."""

import logging
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from django.conf import settings
from django.db.models import DateTimeField, OuterRef, QuerySet, Subquery, UUIDField

from commonweal.foundation.institutions.models import CharterVersion, Institution
from commonweal.foundation.language import say
from commonweal.foundation.prepared import Given, Prepared
from commonweal.foundation.text import clean_text
from commonweal.rules.budgeting.methods import METHODS as BUDGETING
from commonweal.rules.charters.adding import with_things
from commonweal.rules.charters.charter import LONGEST_BYLAWS, Charter
from commonweal.rules.charters.check import check
from commonweal.rules.charters.controls import adjusted
from commonweal.rules.charters.parse import CharterError, parse
from commonweal.rules.charters.toml import to_toml
from commonweal.rules.leading_away import leads_away
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import Refused
from commonweal.rules.voting.methods import METHODS as VOTING

type Terms = Mapping[str, object]

log = logging.getLogger(__name__)


def charter_in_force(institution: Institution, *, at: datetime) -> Charter:
    """Read the charter as it stands at `at`."""
    [text] = _text_in_force.rows({"institution": institution, "at": at})
    return charter_of(text)


@Prepared
def _text_in_force() -> QuerySet[CharterVersion, str]:
    versions = CharterVersion.objects.filter(
        institution_id=Given("institution", UUIDField()),
        in_force_at__lte=Given("at", DateTimeField()),
    )
    newest = versions.order_by("-in_force_at", "-number")
    return newest.values_list("text", flat=True)[:1]


def charters_in_force(
    institutions: Collection[UUID], *, at: datetime
) -> dict[UUID, Charter]:
    """Read the charters of several institutions in one query.

    One that cannot be read is left out and told to whoever runs the node: the others
    must not go down with it.
    """
    newest = (
        CharterVersion.objects.filter(
            institution=OuterRef("institution"), in_force_at__lte=at
        )
        .order_by("-in_force_at", "-number")
        .values("id")[:1]
    )
    rows = CharterVersion.objects.filter(
        institution__in=institutions, id=Subquery(newest)
    ).values_list("institution_id", "text")
    return dict(readable(rows))


def readable(rows: Iterable[tuple[UUID, str]]) -> Iterable[tuple[UUID, Charter]]:
    """Give the charters that can be read, each with its institution."""
    for institution, text in rows:
        try:
            yield institution, charter_of(text)
        except CharterError:
            log.exception("The charter of %s cannot be read.", institution)


def text_in_force(institution: str, *, at: datetime | Given) -> Subquery:
    """Ask along with a row for the text of its institution's charter.

    `institution` is the column of the row that names the institution.
    """
    newest = CharterVersion.objects.filter(
        institution=OuterRef(institution), in_force_at__lte=at
    )
    return Subquery(newest.order_by("-in_force_at", "-number").values("text")[:1])


def name_in_letters(charter: Charter, language: str) -> str:
    """Give the name of an institution as letters may carry it.

    One that was founded before names were looked at, or brought from another node, may
    hold a link or a number to call: letters say what it is, and not what it is called.
    """
    if _objections_to_name(charter):
        return say(Sentence("letter_some_institution"), language)
    return charter.name.said(language, charter.language)


def name_to_members(charter: Charter, language: str) -> str:
    """Give the name as letters to members carry it: none, where letters are bare."""
    if charter.reaching.bare_letters:
        return say(Sentence("letter_some_institution"), language)
    return name_in_letters(charter, language)


@lru_cache(maxsize=256)
def charter_of(text: str) -> Charter:
    """Parse a charter that was checked before it was kept."""
    return parse(text)


def objections_to(charter: Charter) -> tuple[Sentence, ...]:
    """Say what speaks against a charter on this node, with its effects and methods."""
    return _objections_to_text(charter) or (
        *_objections_to_name(charter),
        *check(
            charter,
            effects=tuple(settings.EFFECTS),
            methods=(*VOTING, *BUDGETING),
        ),
    )


def _objections_to_name(charter: Charter) -> tuple[Sentence, ...]:
    """Let no letter that names the institution lead anywhere but to this node."""
    names = [words for _, words in charter.name.versions]
    wrong = {
        "charter_name_is_link": any(leads_away(name) for name in names),
        "charter_name_has_lines": any(len(name.splitlines()) > 1 for name in names),
    }
    return tuple(Sentence(one) for one, is_so in wrong.items() if is_so)


def _objections_to_text(charter: Charter) -> tuple[Sentence, ...]:
    """Say why a charter, kept as a text, would not read back as it is."""
    try:
        same = charter_of(to_toml(charter)) == charter
    except CharterError as unreadable:
        return unreadable.objections
    return () if same else (Sentence("charter_reads_back_otherwise"),)


def amended(charter: Charter, terms: Terms) -> Charter | tuple[Sentence, ...]:
    """Apply the terms of an amendment; give the new charter, or what is wrong with it.

    `terms` are `{"changes": {control path: value}, "bylaws": text, "adds": {where:
    table}, "removes": [where]}`, any of which may be missing. They are changes and not
    a whole text, so that two amendments decided side by side both hold.
    """
    changes, bylaws = terms.get("changes", {}), terms.get("bylaws", charter.bylaws)
    if not isinstance(changes, Mapping) or not isinstance(bylaws, str):
        return (Sentence("terms_unreadable"),)
    with_all = _with_things(charter, terms)
    if not isinstance(with_all, Charter):
        return with_all
    changed = adjusted(with_all, changes)
    if not isinstance(changed, Charter):
        return tuple(changed)
    whole = with_bylaws(changed, bylaws)
    if not isinstance(whole, Charter):
        return whole
    if whole == charter:
        return (Sentence("amendment_changes_nothing"),)
    return objections_to(whole) or whole


def _with_things(charter: Charter, terms: Terms) -> Charter | tuple[Sentence, ...]:
    adds, removes = terms.get("adds", {}), terms.get("removes", [])
    if not isinstance(adds, Mapping) or not isinstance(removes, list):
        return (Sentence("terms_unreadable"),)
    if not adds and not removes:
        return charter
    return with_things(charter, adds, [str(one) for one in removes])


def with_bylaws(charter: Charter, typed: str) -> Charter | tuple[Sentence, ...]:
    """Put bylaws beside a charter as they can be kept, or say what is wrong with them.

    What nobody sees is left out of them, as out of every text that is typed.
    """
    try:
        return replace(charter, bylaws=clean_text(typed, LONGEST_BYLAWS))
    except Refused as refusal:
        return (refusal.verdict.reason,)
