"""The form of a mandate: first its sort was chosen, now only what that sort asks."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404
from django.utils.translation import gettext

from commonweal.capabilities.confederation import queries
from commonweal.capabilities.confederation.queries import Read
from commonweal.interfaces.web.decisions.forms.mandates import (
    ConditionalForm,
    FixedForm,
    MandateForm,
    RangeForm,
    RankedForm,
    UrgentForm,
)
from commonweal.interfaces.web.requests import InstitutionRequest
from commonweal.rules.confederation.gaps import ways_in

PLAIN = {
    "fixed": FixedForm,
    "range": RangeForm,
    "urgent": UrgentForm,
    "split": MandateForm,
    "negotiate": MandateForm,
    "report": MandateForm,
}


def chose_sort(request: InstitutionRequest) -> bool:
    """Say whether the address names a sort; else it is to be chosen first."""
    return request.method == "POST" or "sort" in request.GET


def mandate_form(
    request: InstitutionRequest, data: Mapping[str, Any] | None
) -> MandateForm:
    """Give the form of the sort that the address or the form names."""
    said = request.GET if data is None else data
    matter, sort = str(said.get("matter", "")), str(said.get("sort", ""))
    read = queries.matter_before(request.institution, matter, at=request.at)
    if read is None:
        raise Http404("There is no such matter before this body.")
    titled = gettext("What do our delegates say on “%(title)s”?")
    title = titled % {"title": read.matter.title}
    initial = {"matter": matter, "sort": sort, "title": title[:200]}
    if sort == "ranked":
        return RankedForm(data, initial=initial, ways=ways_in(read.words))
    if sort == "conditional":
        others = _others(request, read)
        return ConditionalForm(data, initial=initial, others=others, words=_words(read))
    if sort not in PLAIN:
        raise Http404("There is no such sort of mandate.")
    # A number is for the gap of the words of now.
    words = () if sort == "range" else _words(read)
    return PLAIN[sort](data, initial=initial, words=words)


def _words(read: Read) -> list[tuple[str, str]]:
    """Give the words that a mandate can be on, each in full."""
    return [
        (
            one.digest,
            (
                gettext("As they were put to the congress last: %(words)s")
                if one.put
                else gettext("As they were raised: %(words)s")
            )
            % {"words": one.said},
        )
        for one in queries.may_be_chosen(read)
    ]


def _others(request: InstitutionRequest, read: Read) -> dict[str, str]:
    """Name the other matters before the same congress."""
    there = queries.matters_shown(read.matter.institution, at=request.at)
    return {
        str(one.matter.pk): one.matter.title
        for one in there
        if one.matter != read.matter
        and one.now.stage in ("deliberating", "before_congress")
    }
