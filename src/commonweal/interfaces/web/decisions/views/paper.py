"""Voting on paper or at a table in a secret vote: who does, and what is in the box."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from commonweal.capabilities.decisions import access, actions, queries
from commonweal.capabilities.decisions.models import Question
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.institutions.queries import charter_in_force, members
from commonweal.foundation.language import say
from commonweal.interfaces.web.decisions.forms.ballots import CHOICES_OF
from commonweal.interfaces.web.decisions.forms.paper import PaperForm
from commonweal.interfaces.web.decisions.views.page import (
    after_deed,
    ballot_form,
    shown_view,
)
from commonweal.interfaces.web.decisions.views.votes import vote_at
from commonweal.interfaces.web.institutions.views.standing import as_member
from commonweal.interfaces.web.requests import (
    InstitutionRequest,
    in_institution,
    signed_in,
)
from commonweal.rules.verdict import Refused, require
from commonweal.rules.voting.channels import TABLE

# A teller chose from the list whom they note, and pressed no button of a name.
CHOSEN = "told"


@in_institution
@signed_in
def check_out(request: InstitutionRequest, number: int) -> HttpResponse:
    """Note that somebody votes on paper, or where a teller chose from the list."""
    view = shown_view(request, number)
    if request.method == "POST":
        chosen = request.POST.get("member") == CHOSEN
        to_table = chosen and request.POST.get("told_where") == TABLE
        note = actions.check_out_to_table if to_table else actions.check_out_to_paper
        note(view.proposal, voter=_voter(request), by=request.member, at=request.at)
    return after_deed(request, number, "#paper")


@in_institution
@signed_in
def check_out_to_table(request: InstitutionRequest, number: int) -> HttpResponse:
    """Note that somebody votes at a table."""
    view = shown_view(request, number)
    if request.method == "POST":
        actions.check_out_to_table(
            view.proposal, voter=_voter(request), by=request.member, at=request.at
        )
    return after_deed(request, number, "#paper")


@in_institution
@signed_in
def check_in(request: InstitutionRequest, number: int) -> HttpResponse:
    """Note that somebody votes here after all."""
    view = shown_view(request, number)
    if request.method == "POST":
        actions.check_in_from_paper(
            view.proposal, voter=_voter(request), by=request.member, at=request.at
        )
    return after_deed(request, number, "#paper")


@in_institution
@signed_in
def come_back(request: InstitutionRequest, number: int, call: int) -> HttpResponse:
    """Let a voter vote here where no two tellers are left to count paper."""
    question = vote_at(request, number, call)
    if request.method == "POST":
        actions.come_back_from_paper(question, by=request.member, at=request.at)
    return after_deed(request, number, "#my")


@in_institution
@signed_in
def vote_here(request: InstitutionRequest, number: int, call: int) -> HttpResponse:
    """Let a voter ask to vote here after all, or take that back."""
    question = vote_at(request, number, call)
    if request.method == "POST":
        stays = request.POST.get("deed") == "stay"
        deed = actions.stay_with_paper if stays else actions.ask_to_vote_here
        deed(question, by=request.member, at=request.at)
    return after_deed(request, number, "#my")


@in_institution
@signed_in
def let_back(request: InstitutionRequest, number: int, call: int) -> HttpResponse:
    """Let a teller say that a voter who asks to vote here holds no ballot."""
    question = _for_tellers(request, number, call)
    if request.method == "POST":
        actions.say_no_ballot_is_out(
            question, voter=_voter(request), by=request.member, at=request.at
        )
    return redirect("decisions:paper", request.institution.address, number, call)


@in_institution
@signed_in
def box(request: InstitutionRequest, number: int, call: int) -> HttpResponse:
    """Let a teller enter what they found in the paper box."""
    question = _for_tellers(request, number, call)
    asked = queries.QuestionView(question, request.at, request.member)
    told = queries.paper_of(question, request.member)
    form = PaperForm(
        request.POST if request.method == "POST" else None,
        shape=asked.ballot_form,
        options=asked.options,
        out=told.out,
    )
    if form.is_valid() and _entered(request, question, form):
        return redirect(request.path)
    context = {
        "view": shown_view(request, number),
        "question": asked,
        "form": form,
        "paper": told,
        "voters": queries.box_voters(question),
        "me": as_member(request).pk,
    }
    status = 422 if form.is_bound else 200
    return render(request, "decisions/paper.html", context, status=status)


@in_institution
@signed_in
def ballot(request: InstitutionRequest, number: int, call: int) -> HttpResponse:
    """Give a teller a ballot to print, with nothing on it that names its voter."""
    question = _for_tellers(request, number, call)
    asked = queries.QuestionView(question, request.at, request.member)
    context = {
        "view": shown_view(request, number),
        "question": asked,
        "choices": CHOICES_OF.get(asked.ballot_form, ()),
        "ballot": ballot_form(asked),
    }
    return render(request, "decisions/paper_ballot.html", context)


def _for_tellers(request: InstitutionRequest, number: int, call: int) -> Question:
    """Give a vote to whoever was a teller when it opened."""
    question = vote_at(request, number, call)
    charter = charter_in_force(request.institution, at=question.opens_at)
    require(access.may_enter_paper(request.member, question, charter, at=request.at))
    return question


def _entered(request: InstitutionRequest, question: Question, form: PaperForm) -> bool:
    """Enter it; numbers that cannot be true stand beside the form, which stays."""
    try:
        actions.enter_paper_count(
            question, by=request.member, count=form.count(), at=request.at
        )
    except Refused as refusal:
        form.add_error(None, say(refusal.verdict.reason))
        return False
    return True


def _voter(request: InstitutionRequest) -> Member:
    """Find whom it is about: the member named, or whoever asks."""
    named = request.POST.get("member")
    if named == CHOSEN:
        named = request.POST.get(CHOSEN)
    if not named:
        return as_member(request)
    try:
        found = members(request.institution, at=request.at).filter(pk=UUID(named))
    except ValueError as error:
        raise Http404("There is no such member.") from error
    voter = found.first()
    if voter is None:
        raise Http404("There is no such member.")
    return voter
