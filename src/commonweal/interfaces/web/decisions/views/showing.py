"""A decision to be read, and the files with which anybody can check it."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from commonweal.capabilities.decisions import queries
from commonweal.capabilities.decisions.queries import QuestionView
from commonweal.foundation.institutions.queries import roll_proof
from commonweal.foundation.language import listed, say
from commonweal.interfaces.web.decisions.views.bearings import said_besides
from commonweal.interfaces.web.decisions.views.outcomes import outcomes_of
from commonweal.interfaces.web.decisions.views.page import (
    as_file,
    decision_page,
    shown_view,
)
from commonweal.interfaces.web.decisions.views.rules import rule_lines
from commonweal.interfaces.web.decisions.views.setting import what_it_sets_in_motion
from commonweal.interfaces.web.decisions.views.standing import standing_words
from commonweal.interfaces.web.decisions.views.veils import text_of
from commonweal.interfaces.web.institutions.views.pictures import qr
from commonweal.interfaces.web.institutions.views.standing import as_member
from commonweal.interfaces.web.navigation import whole_address
from commonweal.interfaces.web.requests import InstitutionRequest, in_institution
from commonweal.rules.verdict import ALLOWED, refused, require
from commonweal.rules.voting.roll import leaf


@in_institution
def decision(request: InstitutionRequest, number: int) -> HttpResponse:
    """Show the decision."""
    return decision_page(request, shown_view(request, number))


@in_institution
def recount_file(request: InstitutionRequest, number: int, call: int) -> HttpResponse:
    """Give the recount bundle of a closed vote to whoever sees its outcome."""
    question = _closed_vote(request, number, call)
    bundle = queries.recount_bundle(question.question)
    name = f"recount-{request.institution.address}-{number}-{call}.json"
    return as_file(bundle, name)


@in_institution
def roll_file(request: InstitutionRequest, number: int, call: int) -> HttpResponse:
    """Give a member what proves that they are on the roll and nobody was added."""
    member = as_member(request)
    question = _vote(request, number, call)
    proof = roll_proof(question.question.roll, member)
    if proof is None:
        raise Http404("You are not on this roll.")
    mine = str(member.pk)
    told = {
        "format": "commonweal-roll-1",
        "seal": question.question.roll.hash,
        "member": mine,
        "salt": proof.salt.hex(),
        "leaf": leaf(proof.salt, mine),
        "leaves": list(proof.leaves),
    }
    return as_file(told, f"roll-{request.institution.address}-{number}-{call}.json")


@in_institution
def ballots(request: InstitutionRequest, number: int, call: int) -> HttpResponse:
    """Show members who said what in an open vote that is over."""
    as_member(request)
    question = _closed_vote(request, number, call)
    require(refused("vote_was_secret") if question.is_secret else ALLOWED)
    context = {
        "view": shown_view(request, number),
        "question": question,
        "ballots": [
            (name, _marks_in_words(question, marks))
            for name, marks in queries.open_ballots(question.question)
        ],
    }
    return render(request, "decisions/ballots.html", context)


@in_institution
def print_out(request: InstitutionRequest, number: int) -> HttpResponse:
    """Show the text on one page, with a QR picture that leads back here."""
    view = shown_view(request, number)
    here = reverse("decisions:decision", args=[request.institution.address, number])
    link = whole_address(here)
    context = {
        "view": view,
        "standing": standing_words(view),
        "rule_lines": rule_lines(request, view),
        "text": text_of(request, view),
        "sets_in_motion": what_it_sets_in_motion(request, view),
        "bearings": said_besides(view),
        "outcomes": outcomes_of(view),
        "link": link,
        "qr": qr(link),
    }
    return render(request, "decisions/print.html", context)


def _vote(request: InstitutionRequest, number: int, call: int) -> QuestionView:
    view = shown_view(request, number)
    question = next((one for one in view.questions if one.call == call), None)
    if question is None:
        raise Http404("There is no such vote.")
    return question


def _closed_vote(request: InstitutionRequest, number: int, call: int) -> QuestionView:
    question = _vote(request, number, call)
    require(
        ALLOWED
        if question.closed
        else refused("count_is_not_open", closes=question.closes_at)
    )
    return question


def _marks_in_words(question: QuestionView, marks: Mapping[str, Any]) -> str:
    """Say a ballot in a few words."""
    match marks:
        case {"answer": answer}:
            return say(question.label(answer))
        case {"approved": approved}:
            return listed([say(question.label(one)) for one in approved])
        case {"ranks": numbers} | {"scores": numbers}:
            in_order = sorted(numbers.items(), key=lambda pair: pair[1])
            told = [f"{number} {say(question.label(one))}" for one, number in in_order]
            return gettext(", ").join(told)
        case _:
            return ""
