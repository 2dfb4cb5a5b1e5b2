"""The charter in force at a moment, and what it would read like once amended."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from django.conf import settings
from django.db.models import OuterRef, Subquery

from commonweal.foundation.institutions.models import CharterVersion, Institution
from commonweal.foundation.prepared import Given
from commonweal.rules.budgeting.methods import METHODS as BUDGETING
from commonweal.rules.charters.charter import Charter
from commonweal.rules.charters.check import check
from commonweal.rules.charters.controls import adjusted
from commonweal.rules.charters.parse import LONGEST_BYLAWS, parse
from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.methods import METHODS as VOTING

type Terms = Mapping[str, object]


def charter_in_force(institution: Institution, *, at: datetime) -> Charter:
    """Read the charter as it stands at `at`."""
    newest = CharterVersion.objects.filter(institution=institution, in_force_at__lte=at)
    text = newest.order_by("-in_force_at", "-number").values_list("text", flat=True)[0]
    return charter_of(text)


def charters_in_force(
    institutions: Collection[UUID], *, at: datetime
) -> dict[UUID, Charter]:
    """Read the charters of several institutions in one query."""
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
    return {institution: charter_of(text) for institution, text in rows}


def text_in_force(institution: str, *, at: datetime | Given) -> Subquery:
    """Ask along with a row for the text of its institution's charter.

    `institution` is the column of the row that names the institution.
    """
    newest = CharterVersion.objects.filter(
        institution=OuterRef(institution), in_force_at__lte=at
    )
    return Subquery(newest.order_by("-in_force_at", "-number").values("text")[:1])


@lru_cache(maxsize=256)
def charter_of(text: str) -> Charter:
    """Parse a charter that was checked before it was kept."""
    return parse(text)


def objections_to(charter: Charter) -> tuple[Sentence, ...]:
    """Say what speaks against a charter on this node, with its effects and methods."""
    return check(
        charter,
        effects=tuple(settings.EFFECTS),
        methods=(*VOTING, *BUDGETING),
    )


def amended(charter: Charter, terms: Terms) -> Charter | tuple[Sentence, ...]:
    """Apply the terms of an amendment; give the new charter, or what is wrong with it.

    `terms` are `{"changes": {control path: value}, "bylaws": text}`, either of which
    may be missing. They are changes and not a whole text, so that two amendments
    decided side by side both hold.
    """
    changes, bylaws = terms.get("changes", {}), terms.get("bylaws", charter.bylaws)
    if not isinstance(changes, Mapping) or not isinstance(bylaws, str):
        return (Sentence("terms_unreadable"),)
    if len(bylaws) > LONGEST_BYLAWS:
        return (
            Sentence("text_too_long", {"length": len(bylaws), "limit": LONGEST_BYLAWS}),
        )
    changed = adjusted(charter, changes)
    if not isinstance(changed, Charter):
        return tuple(changed)
    whole = replace(changed, bylaws=bylaws)
    if whole == charter:
        return (Sentence("amendment_changes_nothing"),)
    return objections_to(whole) or whole
