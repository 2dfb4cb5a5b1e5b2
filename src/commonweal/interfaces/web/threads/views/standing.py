"""What a reader may do about reported and hidden words, gathered for their pages."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render

from commonweal.foundation.text import html_of
from commonweal.foundation.threads import access, actions, queries
from commonweal.foundation.threads.models import Hiding
from commonweal.interfaces.web.requests import InstitutionRequest
from commonweal.interfaces.web.threads.forms import (
    AnswerForm,
    AppealForm,
    HideForm,
    ReasonForm,
    SponsorForm,
)
from commonweal.interfaces.web.threads.views.places import address_of
from commonweal.rules.moderation.said import Said
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import Verdict, refused


def matters_for(
    request: InstitutionRequest, typed: dict[UUID, forms.Form]
) -> list[dict[str, Any]] | None:
    """Give what was reported to whoever looks at reports; to others nothing at all."""
    member, charter, here = request.member, request.charter, request.institution
    found = queries.reports_for(member, charter, at=request.at) if member else None
    if member is None or found is None:
        return None
    reports = [report for one in found for report in one.reports]
    actions.note_reports_read(reports, by=member, at=request.at)
    return [
        {
            "matter": one,
            "reports": [
                (Sentence(f"wrong_{report.wrong}"), report.words)
                for report in one.reports
            ],
            "url": address_of(request, one.said),
            "form": typed.get(one.said.id) or HideForm(auto_id=f"id_{one.said.id}_%s"),
            "may": access.may_decide(member, charter, one.said, here, at=request.at),
        }
        for one in found
    ]


def waiting_for(
    request: InstitutionRequest, typed: dict[UUID, forms.Form]
) -> list[dict[str, Any]]:
    """Give the newcomers' words that this reader may let through."""
    if request.member is None:
        return []
    return [
        {
            "one": one,
            "form": typed.get(one.said.id)
            or SponsorForm(auto_id=f"id_{one.said.id}_%s"),
        }
        for one in queries.waiting_for_sponsor(request.institution)
        if access.may_sponsor(request.member, request.charter, one.hold, at=request.at)
    ]


def appeals_for(request: InstitutionRequest) -> list[dict[str, Any]] | None:
    """Give the appeals that wait to those who decide them."""
    member, charter, at = request.member, request.charter, request.at
    found = queries.appeals_for(member, charter, at=at) if member else None
    if found is None:
        return None
    return [
        {
            "appeal": one.appeal,
            "may": access.may_answer_appeal(
                member, charter, one.said, one.appeal, at=at
            ),
        }
        for one in found
    ]


def hiding_page(
    request: InstitutionRequest,
    hiding: Hiding,
    said: Said,
    typed: forms.Form | None = None,
) -> HttpResponse:
    """Show why words are hidden, with a form that was not filled in as it was left."""
    bound = typed if typed is not None and typed.is_bound else None
    may = acts_on(request, hiding, said)
    context = {
        "hiding": hiding,
        "said": said,
        "told": queries.told(hiding, request.charter, at=request.at),
        "is_hidden": access.is_hidden(
            request.institution, hiding.about_id, at=request.at
        ),
        "words": html_of(said.text) if reads_hidden(request, said, may) else None,
        "appeal": getattr(hiding, "appeal", None),
        "back": address_of(request, said),
        **{f"may_{name}": verdict for name, verdict in may.items()},
        "appeal_form": bound if isinstance(bound, AppealForm) else AppealForm(),
        "answer_form": bound if isinstance(bound, AnswerForm) else AnswerForm(),
        "reason_form": bound
        if bound is not None and type(bound) is ReasonForm
        else ReasonForm(),
    }
    status = 422 if bound is not None else 200
    return render(request, "threads/hiding.html", context, status=status)


def acts_on(
    request: InstitutionRequest, hiding: Hiding, said: Said
) -> dict[str, Verdict]:
    """Say what the reader may do about hidden words, and why not."""
    member, charter, at = request.member, request.charter, request.at
    asked = getattr(hiding, "appeal", None)
    return {
        "appeal": access.may_appeal(member, charter, said, hiding, at=at),
        "show_again": access.may_show_again(member, charter, said, hiding, at=at),
        "answer": access.may_answer_appeal(member, charter, said, asked, at=at)
        if asked
        else refused("no_appeal_yet"),
    }


def reads_hidden(
    request: InstitutionRequest, said: Said, may: dict[str, Verdict]
) -> bool:
    """Say whether hidden words are still there for this reader.

    They are for whoever wrote them and for those who decide about them.
    """
    own = request.member is not None and request.member.pk == said.author
    return own or bool(may["show_again"]) or bool(may["answer"])
