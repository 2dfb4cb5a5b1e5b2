"""What a yes sets in motion, in words."""

from itertools import pairwise
from typing import Any

from django.utils.translation import gettext

from commonweal.capabilities.confederation import queries
from commonweal.capabilities.confederation.queries import points_of, whole_in
from commonweal.capabilities.decisions.queries import ProposalView
from commonweal.foundation import effects
from commonweal.foundation.institutions.charters import amended, charter_in_force
from commonweal.foundation.institutions.queries import charter_versions, member_of
from commonweal.foundation.language import say
from commonweal.foundation.people.models import Person
from commonweal.foundation.text import html_of
from commonweal.interfaces.web.decisions.views.veils import html_by_author
from commonweal.interfaces.web.requests import InstitutionRequest
from commonweal.rules.charters.changes import changes, consequences
from commonweal.rules.charters.charter import Charter


def what_it_sets_in_motion(
    request: InstitutionRequest, view: ProposalView
) -> dict[str, Any] | None:
    """Say what happens once it is in force; nothing where it is only written down."""
    terms = view.proposal.terms
    if view.effect not in effects.names():
        return None
    words = effects.effect(view.effect).told(request.charter, terms)
    told: dict[str, Any] | None = {"words": say(words)} if words else None
    match view.effect:
        case "adopt_statement":
            text = str(terms.get("text", ""))
            return {**(told or {}), "text": html_by_author(request, view, text)}
        case "amend_charter":
            above = gettext("The charter changes in the points that stand above.")
            return {**(told or {}), **_listed(view, _points(request, view), above)}
        case "change_pact":
            above = gettext(
                "With a yes all bodies are asked to change the pact in the points that"
                " stand above. It changes when their bases have said yes."
            )
            return {**(told or {}), **_listed(view, _of_pact(request, view), above)}
        case effect if effect in queries.ON_WORDS:
            return {**(told or {}), "on_words": _on_words(request, view)}
        case _:
            return told


def _on_words(request: InstitutionRequest, view: ProposalView) -> dict[str, Any] | None:
    """Give the words that it is about, to whoever may read what the bodies do."""
    about = queries.decided_about(view.proposal.terms, at=request.at)
    if about is None:
        return None
    whole, at = about.read.matter.institution, request.at
    person = request.user if isinstance(request.user, Person) else None
    there = member_of(whole, person, at=at) if person else None
    charter = charter_in_force(whole, at=at)
    if not queries.may_read(whole, charter, there, person, at=at):
        return None
    return {
        "matter": about.read.matter,
        "address": whole.address,
        "said": html_of(about.words.said) if about.words else "",
        "has_changed": about.has_changed,
    }


def _listed(view: ProposalView, told: list[str], above: str) -> dict[str, Any]:
    """List the changes, once: where the words above list them all, `above` says so."""
    is_above = all(f"- {one}" in view.version.text for one in told)
    return {"changes": told, "listed_above": above if is_above else ""}


def _of_pact(request: InstitutionRequest, view: ProposalView) -> list[str]:
    """Give what would change in the pact that it is about."""
    whole = whole_in(view.proposal.terms, request.at)
    if whole is None:
        return []
    points = points_of(whole.institution, view.proposal.terms, at=request.at)
    return [say(one) for one in points]


def _points(request: InstitutionRequest, view: ProposalView) -> list[str]:
    """Give the changes it made, or would make to the charter of today."""
    made = _made(request, view)
    if made is None:
        after = amended(request.charter, view.proposal.terms)
        if not isinstance(after, Charter):
            return [gettext("They no longer fit the charter as it reads today.")]
        made = request.charter, after
    return [say(one) for one in (*changes(*made), *consequences(*made))]


def _made(
    request: InstitutionRequest, view: ProposalView
) -> tuple[Charter, Charter] | None:
    """Find the charter before and after this decision, once it is in force."""
    if view.decision is None:
        return None
    versions = charter_versions(request.institution, at=request.at)
    for before, after in pairwise(versions):
        if after.decision_id == view.decision.pk:
            return before.charter, after.charter
    return None
