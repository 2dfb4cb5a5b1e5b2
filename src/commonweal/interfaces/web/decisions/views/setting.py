"""What a yes sets in motion, in words."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext

from commonweal.capabilities.decisions.queries import ProposalView
from commonweal.foundation.institutions.charters import amended
from commonweal.foundation.language import listed, say
from commonweal.foundation.text import html_of
from commonweal.interfaces.web.requests import InstitutionRequest
from commonweal.rules.charters.changes import changes
from commonweal.rules.charters.charter import Charter


def what_it_sets_in_motion(
    request: InstitutionRequest, view: ProposalView
) -> dict[str, Any] | None:
    """Say what happens once it is in force; nothing where it is only written down."""
    terms = view.proposal.terms
    match view.effect:
        case "adopt_statement":
            words = gettext("This text is adopted: “{title}”.").format(
                title=terms.get("title", "")
            )
            return {"words": words, "text": html_of(str(terms.get("text", "")))}
        case "admit_member":
            return {"words": _admitted(request.charter, terms.get("people", []))}
        case "fill_office":
            return {"words": _filled(request.charter, str(terms.get("office", "")))}
        case "amend_charter":
            return {
                "words": gettext("The charter changes in these points:"),
                "changes": _amendments(request, view),
            }
        case _:
            return None


def _admitted(charter: Charter, people: Sequence[dict[str, str]]) -> str:
    named = listed([one["name"] for one in people])
    classes = {one["member_class"] for one in people}
    found = [charter.member_class(one) for one in sorted(classes)]
    as_what = listed([say(one.name) for one in found if one])
    words = gettext("{names}: admitted as {member_class}.")
    return words.format(names=named, member_class=as_what)


def _filled(charter: Charter, office_id: str) -> str:
    office = charter.office(office_id)
    if office is None:
        return gettext("An office is filled.")
    words = gettext("Whoever is elected holds the office “{office}”.")
    return words.format(office=say(office.name))


def _amendments(request: InstitutionRequest, view: ProposalView) -> list[str]:
    """List the changes as they would be to the charter in force today."""
    after = amended(request.charter, view.proposal.terms)
    if not isinstance(after, Charter):
        return []
    return [say(one) for one in changes(request.charter, after)]
