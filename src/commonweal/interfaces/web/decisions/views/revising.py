"""Changing the words of a proposal, or only correcting them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from commonweal.capabilities.decisions import access, actions
from commonweal.capabilities.decisions.actions import Option, Wording
from commonweal.capabilities.decisions.models import Version
from commonweal.capabilities.decisions.queries import ProposalView
from commonweal.interfaces.web.decisions.forms.proposing import (
    CostedOptionsForm,
    OptionsForm,
    WordsForm,
    correction_field,
    seen_field,
)
from commonweal.interfaces.web.decisions.views.page import shown_view, to_decision
from commonweal.interfaces.web.refusals import done_or_said
from commonweal.interfaces.web.requests import (
    InstitutionRequest,
    in_institution,
    signed_in,
)
from commonweal.rules.budgeting.methods import METHODS as BUDGETING
from commonweal.rules.verdict import require


@in_institution
@signed_in
def revise(request: InstitutionRequest, number: int) -> HttpResponse:
    """Change the words; the page comes back as it was left where something is wrong."""
    view = shown_view(request, number)
    require(access.may_revise(request.member, view.proposal, view.stage))
    form = revision_form(view, request.POST if request.method == "POST" else None)
    if form.is_valid():
        written = done_or_said(form, lambda: _revised(request, view, form))
        if written is not None:
            return to_decision(request, number)
    return _page(request, shown_view(request, number), form)


def _revised(
    request: InstitutionRequest, view: ProposalView, form: WordsForm
) -> Version:
    return actions.revise(
        view.proposal,
        by=request.member,
        words=_words(view, form),
        is_correction=form.cleaned_data.get("is_correction", False),
        seen=form.cleaned_data["seen"],
        at=request.at,
    )


def _page(
    request: InstitutionRequest, view: ProposalView, form: WordsForm
) -> HttpResponse:
    """Show the form; what was saved in another window meanwhile stands below it."""
    meanwhile = form.is_bound and form["seen"].value() != str(view.version.pk)
    if meanwhile:
        # Whoever has now read both may save.
        form.data = {**_one_each(form.data), "seen": str(view.version.pk)}
    context = {"view": view, "form": form, "meanwhile": meanwhile}
    context |= {"lines": _lines(view)} if meanwhile else {}
    status = 422 if form.is_bound else 200
    return render(request, "decisions/revise.html", context, status=status)


def _one_each(typed: Mapping[str, Any]) -> dict[str, Any]:
    return {name: typed[name] for name in typed}


def revision_form(
    view: ProposalView, data: Mapping[str, Any] | None = None
) -> WordsForm:
    """Give a form with the newest words in it, made for this sort of question."""
    initial = {
        "title": view.title,
        "text": view.text,
        "lines": _lines(view),
        "seen": view.version.pk,
    }
    form = _form_made_for(view)(data, initial=initial)
    form.ask_for(view.rule.bearings, view.version.bearings)
    form.fields.pop("budget", None)
    form.fields["seen"] = seen_field()
    if view.stage != "draft" and view.can_be_correction:
        form.fields["is_correction"] = correction_field()
    return form


def _form_made_for(view: ProposalView) -> type[WordsForm]:
    if view.rule.asks_one_text or _stands_for_people(view):
        return WordsForm
    return CostedOptionsForm if view.rule.method in BUDGETING else OptionsForm


def _stands_for_people(view: ProposalView) -> bool:
    # Whoever stands for an office was asked, and is not struck off by new words.
    return view.effect == "fill_office"


def _words(view: ProposalView, form: WordsForm) -> Wording:
    words = form.words(get_language() or "en")
    if not _stands_for_people(view):
        return words
    same = view.version.options
    return replace(words, options=[Option(one["label"], id=one["id"]) for one in same])


def _lines(view: ProposalView) -> str:
    return "\n".join(
        f"{one['label']}: {one['cost']}" if "cost" in one else str(one["label"])
        for one in view.version.options
    )
