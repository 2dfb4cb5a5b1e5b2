"""What a yes sets in motion, in words."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext

from commonweal.capabilities.decisions.queries import ProposalView
from commonweal.foundation.institutions.charters import amended
from commonweal.foundation.institutions.queries import charter_versions
from commonweal.foundation.language import listed, say
from commonweal.foundation.text import html_of
from commonweal.interfaces.web.requests import InstitutionRequest
from commonweal.rules.charters.changes import changes
from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import Sentence


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
            return _of_the_server(view.effect, terms)


def _of_the_server(effect: str, terms: Mapping[str, Any]) -> dict[str, Any] | None:
    """Say what is decided about the server itself, and whoever runs it."""
    let_in = gettext(
        "Whoever asked may found one institution on this server, and is told so."
    )
    kept_out = gettext("Whoever asked is told no, with these words.")
    said = {
        "set_founding": say(Sentence(f"founding_is_{terms.get('founding', 'open')}")),
        "admit_institution": let_in if terms.get("admit", True) else kept_out,
        "let_last_resort_stand": gettext(
            "With a yes it stands. With a no it ends when the vote ends. If too "
            "few vote, it ends by itself on its date."
        ),
    }
    return {"words": said[effect]} if effect in said else None


def _admitted(charter: Charter, people: Sequence[dict[str, str]]) -> str:
    gone = gettext("Somebody who has left")
    named = listed([one["name"] or gone for one in people])
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
    """List the changes: those it made, or would make to the charter of today."""
    made = _made(request, view)
    if made is not None:
        return [say(one) for one in changes(*made)]
    after = amended(request.charter, view.proposal.terms)
    if not isinstance(after, Charter):
        return [gettext("They no longer fit the charter as it reads today.")]
    return [say(one) for one in changes(request.charter, after)]


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
