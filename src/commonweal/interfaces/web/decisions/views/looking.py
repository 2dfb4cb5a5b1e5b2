"""A secret ballot is looked at again before it is put in, since nobody can change it.

The marks go along with the page that shows them and lie nowhere else: not in a table,
not in a session, not in what a browser keeps of a page.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext, ngettext

from commonweal.capabilities.decisions import access
from commonweal.capabilities.decisions.queries import ProposalView, QuestionView
from commonweal.foundation.language import listed, number, say
from commonweal.interfaces.web.decisions.forms.ballots import BallotForm
from commonweal.interfaces.web.decisions.views.carrying import sent_words
from commonweal.interfaces.web.decisions.views.page import decision_page
from commonweal.interfaces.web.refusals import kept_nowhere
from commonweal.interfaces.web.requests import InstitutionRequest
from commonweal.rules.verdict import require

# What the two buttons of the page are called; without either it is still to be shown.
LOOKED, CHANGE = "looked", "change"


def look_again(
    request: InstitutionRequest,
    view: ProposalView,
    question: QuestionView,
    form: BallotForm,
) -> HttpResponse:
    """Show what would be put in, or the ballot again where it is to be changed."""
    require(question.may_vote)
    if CHANGE in request.POST:
        return decision_page(request, view)
    said = _said(question, form.marks())
    left = [*_together(question, form.marks()), *_unmarked(question, form.marks())]
    context = {
        "view": view,
        "question": question,
        "ballot": form,
        "said": said,
        "unmarked": left,
        "sent": [*_marked(request, form), *sent_words(request).items()],
    }
    # Whoever goes back in this browser later is not to read it.
    return kept_nowhere(render(request, "decisions/look_again.html", context))


def _marked(request: InstitutionRequest, form: BallotForm) -> list[tuple[str, str]]:
    return [
        (name, value)
        for name in form.fields
        for value in request.POST.getlist(name)
        if value
    ]


def _said(question: QuestionView, marks: Mapping[str, Any]) -> list[str]:
    """Say what a ballot says, a line for each option that is marked."""
    match marks:
        case {"answer": answer}:
            return [say(question.label(answer))]
        case {"approved": approved}:
            return [say(question.label(one)) for one in approved]
        case {"ranks": ranks}:
            words = gettext("{place}: {name}")
            in_order = sorted(ranks.items(), key=lambda pair: pair[1])
            return [
                words.format(place=number(place), name=say(question.label(one)))
                for one, place in in_order
            ]
        case {"scores": scores}:
            return [_points(say(question.label(one)), n) for one, n in scores.items()]
    raise AssertionError("a ballot is kept in one of four shapes")


def _points(name: str, points: int) -> str:
    words = ngettext("{name}: {n} point", "{name}: {n} points", points)
    return words.format(name=name, n=number(points))


def _together(question: QuestionView, marks: Mapping[str, Any]) -> list[str]:
    """Say what a ballot on money comes to, out of what there is."""
    room = access.room_of(question.question)
    match question.ballot_form:
        case "cumulative":
            there, given = room.points, sum(marks["scores"].values())
            words = ngettext(
                "Handed out: {given} of {there} point.",
                "Handed out: {given} of {there} points.",
                there,
            )
        case "knapsack":
            there, given = room.budget, room.cost_of(marks["approved"])
            words = gettext("Together that costs {given} of the {there} there are.")
        case _:
            return []
    return [words.format(given=number(given), there=number(there))]


def _unmarked(question: QuestionView, marks: Mapping[str, Any]) -> list[str]:
    """Say which options were left without a mark, and what that means."""
    [kept] = marks.values()
    left = [one for one in _ids(question) if one not in kept]
    if not left or "answer" in marks:
        return []
    words = {
        "approved": gettext("Not ticked: {names}."),
        "ranks": gettext("Without a rank, below all others: {names}."),
        "scores": gettext("Without points: {names}."),
    }[next(iter(marks))]
    return [words.format(names=listed([say(question.label(one)) for one in left]))]


def _ids(question: QuestionView) -> Sequence[str]:
    return [str(option["id"]) for option in question.options]
