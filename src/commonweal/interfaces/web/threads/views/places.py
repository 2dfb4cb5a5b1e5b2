"""Where words stand, and whether this reader may see them there."""

from uuid import UUID

from django.http import Http404
from django.urls import reverse

from commonweal.capabilities.assemblies.queries import WORDS_OF_ASSEMBLIES
from commonweal.capabilities.confederation.queries import (
    WORDS_TOGETHER,
    is_for_bodies,
)
from commonweal.capabilities.decisions import queries as decisions
from commonweal.foundation.institutions.access import has_right, may_see
from commonweal.foundation.threads import queries
from commonweal.interfaces.web.confederation.views.together import may_look, reading
from commonweal.interfaces.web.decisions.views.page import shown_view
from commonweal.interfaces.web.institutions.views.standing import as_member
from commonweal.interfaces.web.requests import InstitutionRequest
from commonweal.rules.moderation.said import Said
from commonweal.rules.verdict import require


def said_here(request: InstitutionRequest, kind: str, about: UUID) -> Said:
    """Find words of this institution that the reader may see where they stand."""
    said = queries.said_at(request.institution, kind, about)
    here, at = request.institution, request.at
    if said is None or queries.out_of_sight(here, about, at=at):
        raise Http404("There is nothing of that kind here.")
    if said.within:
        as_member(request)
    elif said.kind in WORDS_OF_ASSEMBLIES:
        require(has_right(as_member(request), request.charter, "attend", at=at))
    elif said.kind in WORDS_TOGETHER:
        may_look(request)
        if is_for_bodies(here, about) and not reading(request).is_inside:
            raise Http404("There is nothing of that kind here.")
    elif said.number:
        shown_view(request, said.number)
    else:
        require(may_see(request.member, request.charter, "decisions"))
    return said


def address_of(request: InstitutionRequest, said: Said) -> str:
    """Give the page on which words stand, and the place on it."""
    here = request.institution.address
    if said.within:
        number = decisions.number_of(request.institution, said.within)
        page = reverse("decisions:decision", args=[here, number])
        return f"{page}#said-{said.id}"
    if said.kind in WORDS_OF_ASSEMBLIES:
        page = reverse("assemblies:words", args=[here, said.number])
        return f"{page}#said-{said.id}"
    if said.kind in WORDS_TOGETHER:
        page = reverse("confederation:matter", args=[here, said.number])
        return f"{page}#said-{said.id}"
    if said.number:
        return reverse("decisions:decision", args=[here, said.number])
    return f"{reverse('institutions:face', args=[here])}#statement-{said.id}"
