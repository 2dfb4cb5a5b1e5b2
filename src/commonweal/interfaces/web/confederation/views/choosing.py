"""Choosing on which matter, and in what way, a body tells its delegates what to say."""

from typing import NamedTuple
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from commonweal.capabilities.confederation import queries
from commonweal.capabilities.confederation.queries import Read
from commonweal.interfaces.web.institutions.views.standing import as_member
from commonweal.interfaces.web.requests import InstitutionRequest, in_institution
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import Verdict


class Sort(NamedTuple):
    """A sort of mandate in plain words, and where its form is."""

    title: Sentence
    more: Sentence
    url: str
    may: Verdict


@in_institution
def sorts(request: InstitutionRequest) -> HttpResponse:
    """Ask for the sort of mandate; the page after it asks only what that sort needs."""
    as_member(request)
    found = queries.before(request.institution, at=request.at)
    one_only = request.GET.get("matter")
    context = {
        "found": [
            (one, read, _sorts(request, read))
            for one, read in found
            if one_only in (None, str(read.matter.pk))
        ]
    }
    return render(request, "confederation/sorts.html", context)


def _sorts(request: InstitutionRequest, read: Read) -> list[Sort]:
    form = reverse(
        "decisions:propose_aim", args=(request.institution.address, "give_mandate")
    )
    return [
        Sort(
            Sentence(f"sort_{sort}"),
            Sentence(f"sort_{sort}_more"),
            f"{form}?{urlencode({'matter': read.matter.pk, 'sort': sort})}",
            queries.may_ask_for(sort, read),
        )
        for sort in queries.SORTS
    ]
