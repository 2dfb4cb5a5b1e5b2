"""Proposing: choose what it would set in motion, write the words, see the rule."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from commonweal.capabilities.decisions import access, actions
from commonweal.capabilities.decisions.models import Proposal
from commonweal.foundation.institutions.access import (
    guards_door,
    may_change_from_within,
)
from commonweal.interfaces.web.decisions.forms.proposing import WordsForm
from commonweal.interfaces.web.decisions.views.aims import (
    Way,
    form_for,
    way_named,
    ways,
)
from commonweal.interfaces.web.decisions.views.looking_again import (
    Again,
    looking_again,
    words_for,
)
from commonweal.interfaces.web.decisions.views.mandates import chose_sort
from commonweal.interfaces.web.decisions.views.page import to_decision
from commonweal.interfaces.web.decisions.views.rules import (
    Lines,
    rule_in_short,
    rule_today,
)
from commonweal.interfaces.web.institutions.views.standing import as_member
from commonweal.interfaces.web.refusals import done_or_said
from commonweal.interfaces.web.requests import (
    InstitutionRequest,
    in_institution,
    signed_in,
)
from commonweal.rules.charters.charter import rule_for
from commonweal.rules.verdict import require


@in_institution
@signed_in
def choose_aim(request: InstitutionRequest) -> HttpResponse:
    """Ask what is to be decided, each way with the rule that decides it."""
    as_member(request)
    context = {
        "ways": [
            (way, rule_in_short(request, way.rule))
            for way in ways(request.charter, guards_door=_guards_door(request))
        ],
        "charter_rule": _charter_rule(request),
        "may_change": may_change_from_within(request.charter),
        "may_propose": access.may_propose(
            request.member, request.charter, at=request.at
        ),
    }
    return render(request, "decisions/choose.html", context)


@in_institution
@signed_in
def propose(request: InstitutionRequest, aim: str) -> HttpResponse:
    """Write a proposal; it becomes a draft that only its author sees."""
    way = way_named(request.charter, aim, guards_door=_guards_door(request))
    require(
        access.may_propose(
            request.member, request.charter, effect=way.effect, at=request.at
        )
    )
    if way.effect == "give_mandate" and not chose_sort(request):
        return redirect("confederation:sorts", request.institution.address)
    again = looking_again(request)
    if request.method != "POST":
        form = form_for(way, request, initial=words_for(request, again))
        return _words_page(request, way, form)
    form = form_for(way, request, request.POST)
    if not form.is_valid():
        return _words_page(request, way, form, status=422)
    draft = done_or_said(form, lambda: _draft(request, way, form, again))
    if draft is None:
        return _words_page(request, way, form, status=422)
    return to_decision(request, draft.number)


def _draft(
    request: InstitutionRequest, way: Way, form: WordsForm, again: Again | None
) -> Proposal:
    return actions.draft_proposal(
        request.institution,
        by=request.member,
        words=form.words(get_language() or "en"),
        aim=way.aim({**form.terms(), **(again.terms if again else {})}),
        at=request.at,
    )


def _guards_door(request: InstitutionRequest) -> bool:
    return guards_door(request.institution, at=request.at)


def _charter_rule(request: InstitutionRequest) -> Lines:
    return rule_in_short(request, rule_for(request.charter, "amend_charter"))


def _words_page(
    request: InstitutionRequest, way: Way, form: WordsForm, status: int = 200
) -> HttpResponse:
    context = {
        "way": way,
        "form": form,
        "rule": rule_today(request, way.rule),
        "again": looking_again(request),
    }
    return render(request, "decisions/propose.html", context, status=status)
