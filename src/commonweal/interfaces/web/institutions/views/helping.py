"""The help page of an institution: what people ask, in the words of its charter."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from commonweal.foundation.institutions.access import may_see
from commonweal.interfaces.web.navigation import Link, members_word
from commonweal.interfaces.web.requests import InstitutionRequest, in_institution
from commonweal.rules.charters.helping import Answer, answers
from commonweal.rules.verdict import require


@in_institution
def help_here(request: InstitutionRequest) -> HttpResponse:
    """Show how things are done here to whoever may read the charter."""
    require(may_see(request.member, request.charter, "charter"))
    found = [(one, _door(request, one)) for one in answers(request.charter)]
    return render(request, "institutions/help.html", {"answers": found})


def _door(request: InstitutionRequest, answer: Answer) -> Link | None:
    """Lead a member to the page where it is done; strangers are led nowhere."""
    if request.member is None or not answer.place:
        return None
    if answer.place == "me":
        return Link(gettext("Me"), reverse("people:me"))
    doors = {
        "propose": (gettext("Propose something"), "decisions:propose"),
        "decisions": (gettext("Decisions"), "decisions:list"),
        "assemblies": (gettext("Assemblies"), "assemblies:list"),
        "people": (members_word(request.charter), "institutions:people"),
        "charter": (gettext("Charter"), "institutions:charter"),
        "journal": (gettext("Journal"), "institutions:journal"),
    }
    words, name = doors[answer.place]
    return Link(words, reverse(name, args=[request.institution.address]))
