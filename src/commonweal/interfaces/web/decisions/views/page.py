"""The decision page: the question, the rule, where it stands, my act, the outcome."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext, ngettext

from commonweal.capabilities.decisions import access, queries
from commonweal.capabilities.decisions.queries import ProposalView, QuestionView
from commonweal.foundation.institutions.access import has_right, may_be_written_in
from commonweal.foundation.institutions.queries import salt_on
from commonweal.foundation.language import number
from commonweal.interfaces.web.charts import Chart, quorum_bar
from commonweal.interfaces.web.decisions.forms.ballots import BallotForm, ballot_for
from commonweal.interfaces.web.decisions.forms.talking import SayForm
from commonweal.interfaces.web.decisions.views.bearings import said_besides
from commonweal.interfaces.web.decisions.views.carrying import (
    Carried,
    carried,
    has_carried,
)
from commonweal.interfaces.web.decisions.views.changes import changes_for
from commonweal.interfaces.web.decisions.views.elsewhere import box_of
from commonweal.interfaces.web.decisions.views.listing import (
    is_over,
    page_of,
    require_readable,
)
from commonweal.interfaces.web.decisions.views.looking_again import looked_at_again
from commonweal.interfaces.web.decisions.views.outcomes import outcomes_of
from commonweal.interfaces.web.decisions.views.put_off import put_off
from commonweal.interfaces.web.decisions.views.rules import (
    roll_today,
    rule_lines,
    support_today,
)
from commonweal.interfaces.web.decisions.views.setting import what_it_sets_in_motion
from commonweal.interfaces.web.decisions.views.standing import standing_words, steps
from commonweal.interfaces.web.decisions.views.veils import posts_for, text_of, veil
from commonweal.interfaces.web.refusals import kept_nowhere
from commonweal.interfaces.web.requests import InstitutionRequest
from commonweal.rules.canonical import canonical
from commonweal.rules.verdict import Verdict, refused
from commonweal.rules.voting.channels import (
    LEAST_AT_TABLE,
    MOST_AT_TABLE,
)
from commonweal.rules.voting.roll import leaf


def shown_view(request: InstitutionRequest, number: int) -> ProposalView:
    """Find a proposal of this institution that the reader may see."""
    view = queries.proposal_view(
        request.institution,
        number,
        at=request.at,
        member=request.member,
        charter=request.charter,
    )
    if view is None:
        raise Http404("There is no such proposal here.")
    require_readable(request, view)
    return view


def decision_page(
    request: InstitutionRequest,
    view: ProposalView,
    *,
    ballot: BallotForm | None = None,
    said: SayForm | None = None,
    along: Carried | None = None,
    status: int = 200,
) -> HttpResponse:
    """Show the page, with all that was typed on it and not sent as it was left."""
    along = along or carried(request, view)
    context = {
        "view": view,
        "standing": standing_words(view),
        "steps": steps(view),
        "text": text_of(request, view),
        "bearings": said_besides(view),
        **put_off(request, view),
        "sets_in_motion": what_it_sets_in_motion(request, view),
        "came_to_nothing": is_over(view),
        "changes": changes_for(view),
        **looked_at_again(request, view),
        **veil(request, view),
        **_rule(request, view),
        **_acts(request, view),
        **_vote(view, ballot, along),
        **_telling(request, view),
        **_paper(request, view),
        "outcomes": outcomes_of(view),
        **_thread(request, view, said, along),
    }
    response = render(request, "decisions/decision.html", context, status=status)
    return kept_nowhere(response) if context.get("shows_marks") else response


def to_decision(
    request: InstitutionRequest, number: int, place: str = ""
) -> HttpResponse:
    """Lead to the decision."""
    # Django's `redirect` would look for a page of that name first.
    return HttpResponseRedirect(page_of(request.institution.address, number) + place)


def after_deed(
    request: InstitutionRequest, number: int, place: str = "", *, meant: str = ""
) -> HttpResponse:
    """Go back to the page after a deed; what was typed beside it is still there."""
    if has_carried(request, meant=meant):
        view = shown_view(request, number)
        if along := carried(request, view, meant=meant):
            messages.info(request, gettext("What you had not sent yet is still here."))
            return decision_page(request, view, along=along)
    return to_decision(request, number, place)


def as_file(told: Mapping[str, Any], name: str) -> HttpResponse:
    """Give plain data as a file of the same bytes for everybody."""
    of = "application/json; charset=utf-8"
    response = HttpResponse(canonical(told) + b"\n", content_type=of)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def ballot_form(
    question: QuestionView, data: Mapping[str, Any] | None = None
) -> BallotForm:
    """Give the ballot of a question, with the reader's own marks if one is in."""
    marks = None if data is not None else question.my_marks
    return ballot_for(question, data, marks=marks)


def _rule(request: InstitutionRequest, view: ProposalView) -> dict[str, Any]:
    return {
        "rule_lines": rule_lines(request, view),
        "draft_support": support_today(request, view.rule)
        if view.stage == "draft"
        else None,
        "supports_first": has_right(
            request.member, request.charter, "support", at=request.at
        ),
        "franchise": request.charter.franchise(view.rule.franchise),
    }


def _acts(request: InstitutionRequest, view: ProposalView) -> dict[str, Verdict]:
    member, proposal, stage = request.member, view.proposal, view.stage
    return {
        "may_put": access.may_put(member, proposal, request.charter, at=request.at),
        "may_support": access.may_support(
            member, request.charter, stage, at=request.at
        ),
        "may_revise": access.may_revise(member, proposal, stage)
        and may_be_written_in(request.institution, at=request.at),
        "may_contest": _may_contest(request, view),
        "may_withdraw": access.may_withdraw(member, proposal, stage),
    }


def _may_contest(request: InstitutionRequest, view: ProposalView) -> Verdict:
    newest = view.version
    is_correction = newest.is_correction and newest.contested_at is None
    if not is_correction:
        return refused("not_a_correction")
    return access.may_contest(
        request.member, view.proposal, view.stage, is_correction=is_correction
    )


def _vote(
    view: ProposalView, ballot: BallotForm | None, along: Carried
) -> dict[str, Any]:
    question = view.question
    if question is None or view.stage != "deciding":
        return {}
    return {
        "question": question,
        "quorum": None if question.is_secret else quorum_figure(question),
        "may_vote": question.may_vote,
        "ballot": ballot or along.ballot(question),
        # Of a secret ballot that was filled in and is not in.
        "shows_marks": question.is_secret and along.is_filled_in(ballot),
    }


def _paper(request: InstitutionRequest, view: ProposalView) -> dict[str, Any]:
    """Say who may choose paper or a table for a secret vote, until it opens."""
    member, charter, at = request.member, request.charter, request.at
    if member is None or not access.may_leave_paper(
        view.rule, view.stage, again_at=view.votes_again_at
    ):
        return {}
    possible = access.may_be_counted(view.proposal, charter, at=at)
    noted = queries.noted_of(member, view.proposal)
    if charter.office(charter.tellers) is None and not noted:
        return {}
    told: dict[str, Any] = {
        "paper_open": True,
        "may_be_on_paper": possible,
        "noted": noted,
        "may_sit": access.may_sit(view.proposal),
        "least_at_table": LEAST_AT_TABLE,
        "most_at_table": MOST_AT_TABLE,
        "teller_names": queries.teller_names(view.proposal, charter, at=at),
    }
    if access.may_tell(member, charter, at=at):
        proposal, here = view.proposal, request.institution
        told["paper_voters"] = queries.paper_voters(proposal)
        told["noted_out"] = access.noted_out(proposal)
        told["not_yet_on_paper"] = queries.not_yet_on_paper(here, proposal, at=at)
        told["voters_here"] = roll_today(request, view.rule).size
    return told


def _telling(request: InstitutionRequest, view: ProposalView) -> dict[str, Any]:
    """Say whether the reader is a teller, and what proves that they are on the roll."""
    question, member = view.question, request.member
    if member is None or question is None or not question.is_secret:
        return {}
    salt = salt_on(question.question.roll, member)
    tells = access.may_tell(member, request.charter, at=request.at)
    return {
        **box_of(request, view, question, tells),
        "my_leaf": salt and leaf(salt, str(member.pk)),
        "my_salt": salt and salt.hex(),
    }


def quorum_figure(question: QuestionView) -> Chart:
    """Draw how many have voted, against how many must."""
    return quorum_bar(
        voted=question.turnout,
        needed=question.needed,
        members=question.electorate,
        caption=_still_missing(question),
    )


def _still_missing(question: QuestionView) -> str:
    if question.rule.quorum.kind == "positive_votes":
        return gettext("How members vote is not shown before the end.")
    if not question.needed:
        return gettext("It is decided however many vote.")
    if not question.missing:
        return gettext("Enough have voted. How they vote is not shown before the end.")
    if question.needed > question.electorate:
        words = gettext(
            "At least {needed} must vote, more than the {all} who may: nothing can be "
            "decided in this vote."
        )
    else:
        words = ngettext(
            "{n} more must vote of the {left} who have not. How they vote is not shown "
            "before the end.",
            "{n} more must vote of the {left} who have not. How they vote is not shown "
            "before the end.",
            question.missing,
        )
    return words.format(
        n=number(question.missing),
        needed=number(question.needed),
        all=number(question.electorate),
        left=number(question.electorate - question.turnout),
    )


def _thread(
    request: InstitutionRequest,
    view: ProposalView,
    said: SayForm | None,
    along: Carried,
) -> dict[str, Any]:
    if request.member is None:
        return {"posts": None}
    return {
        "posts": posts_for(request, view.proposal.pk, along.answers),
        "may_speak": has_right(request.member, request.charter, "speak", at=request.at),
        "say_form": said or along.say_form,
    }
