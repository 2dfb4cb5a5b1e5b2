"""What a member does with a proposal: put, support, vote, contest, withdraw."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext

from commonweal.capabilities.decisions import access, actions, queries
from commonweal.capabilities.decisions.models import Question
from commonweal.foundation.language import say
from commonweal.interfaces.web import refusals
from commonweal.interfaces.web.decisions.forms.ballots import BallotForm
from commonweal.interfaces.web.decisions.forms.talking import SeenForm
from commonweal.interfaces.web.decisions.views.looking import LOOKED, look_again
from commonweal.interfaces.web.decisions.views.page import (
    after_deed,
    as_file,
    ballot_form,
    decision_page,
    shown_view,
)
from commonweal.interfaces.web.decisions.views.votes import vote_at
from commonweal.interfaces.web.requests import (
    InstitutionRequest,
    in_institution,
    signed_in,
)


@in_institution
@signed_in
def put(request: InstitutionRequest, number: int) -> HttpResponse:
    """Put a draft to the members."""
    view = shown_view(request, number)
    if request.method == "POST":
        put = actions.put_proposal(view.proposal, by=request.member, at=request.at)
        supports = shown_view(request, number).my_support == "given"
        words = (
            gettext("It is proposed. You are its first supporter.")
            if supports
            else gettext("It is proposed. You cannot support it yourself yet.")
        )
        waits = gettext("It waits for a sponsor, because you are new here.")
        messages.success(request, words if put.put_at else waits)
    return after_deed(request, number)


@in_institution
@signed_in
def support(request: InstitutionRequest, number: int) -> HttpResponse:
    """Support the newest words, or confirm that one still does."""
    view = shown_view(request, number)
    if request.method == "POST":
        seen = SeenForm(request.POST).version()
        actions.support(view.proposal, by=request.member, seen=seen, at=request.at)
        messages.success(request, gettext("You support this proposal."))
    return after_deed(request, number)


@in_institution
@signed_in
def take_back(request: InstitutionRequest, number: int) -> HttpResponse:
    """Step back from supporting."""
    view = shown_view(request, number)
    if request.method == "POST":
        actions.take_back_support(view.proposal, by=request.member, at=request.at)
        messages.success(request, gettext("You no longer support this proposal."))
    return after_deed(request, number)


@in_institution
@signed_in
def cast_ballot(request: InstitutionRequest, number: int, call: int) -> HttpResponse:
    """Take a ballot; where it is not filled in, the page comes back with its marks."""
    question = vote_at(request, number, call)
    if request.method != "POST":
        return after_deed(request, number)
    asked = queries.QuestionView(question, request.at, request.member)
    if asked.is_secret:
        refusals.in_secret(request)
    form = ballot_form(asked, request.POST)
    if not _says_what_it_can(form, question):
        view = shown_view(request, number)
        return decision_page(request, view, ballot=form, status=422)
    if asked.is_secret and LOOKED not in request.POST:
        return look_again(request, shown_view(request, number), asked, form)
    marks, at = form.marks(), request.at
    actions.cast_ballot(question, by=request.member, marks=marks, at=at)
    # The page itself says that it is in. Of a secret ballot nothing stays in a browser
    # that others may use, and no other address.
    place = "" if asked.is_secret else "#my"
    return after_deed(request, number, place, meant="ballot")


def _says_what_it_can(form: BallotForm, question: Question) -> bool:
    """Say whether it can be taken; where it goes too far, the form says by how much."""
    if not form.is_valid():
        return False
    verdict = access.may_say(question, form.marks())
    if not verdict:
        form.add_error(None, say(verdict.reason))
    return bool(verdict)


@in_institution
@signed_in
def ask_to_open(request: InstitutionRequest, number: int, call: int) -> HttpResponse:
    """Let a teller of then ask that a count be opened that is told in short."""
    question = vote_at(request, number, call)
    if request.method == "POST":
        actions.ask_to_open_count(question, by=request.member, at=request.at)
    return after_deed(request, number, f"#outcome-{call}")


@in_institution
@signed_in
def open_count(request: InstitutionRequest, number: int, call: int) -> HttpResponse:
    """Give a teller the whole recount file of a count that is told in short."""
    question = vote_at(request, number, call)
    if request.method != "POST":
        return after_deed(request, number)
    bundle = actions.open_closed_count(question, by=request.member, at=request.at)
    return as_file(
        bundle, f"recount-{request.institution.address}-{number}-{call}.json"
    )


@in_institution
@signed_in
def contest(request: InstitutionRequest, number: int) -> HttpResponse:
    """Say that what is called a correction changes the meaning."""
    view = shown_view(request, number)
    if request.method == "POST":
        actions.contest_correction(view.proposal, by=request.member, at=request.at)
    return after_deed(request, number)


@in_institution
@signed_in
def withdraw(request: InstitutionRequest, number: int) -> HttpResponse:
    """Take a proposal back; a draft is thrown away."""
    view = shown_view(request, number)
    if request.method != "POST":
        return after_deed(request, number)
    was_draft = view.stage == "draft"
    actions.withdraw(view.proposal, by=request.member, at=request.at)
    if was_draft:
        return redirect("decisions:list", request.institution.address)
    return after_deed(request, number)


@in_institution
@signed_in
def pause(request: InstitutionRequest, number: int) -> HttpResponse:
    """Put off the vote, for those whom one speaks for."""
    view = shown_view(request, number)
    if request.method == "POST":
        actions.pause_vote(
            view.proposal,
            request.POST.get("right", ""),
            reason=request.POST.get("reason", ""),
            by=request.member,
            at=request.at,
        )
        messages.success(request, gettext("The vote is put off."))
    return after_deed(request, number)
