"""A delegate puts words, speaks from their seat, and gives it back."""

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext

from commonweal.capabilities.confederation import actions
from commonweal.capabilities.confederation.models import Matter
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.language import say as in_words
from commonweal.interfaces.web.confederation.forms.congress import SayingForm, WordsForm
from commonweal.interfaces.web.confederation.views.delegating import as_delegate
from commonweal.interfaces.web.confederation.views.matters import found, shown
from commonweal.interfaces.web.confederation.views.mine import asked_ways
from commonweal.interfaces.web.requests import (
    InstitutionRequest,
    deed_on,
    in_institution,
    signed_in,
)
from commonweal.rules.verdict import Refused

# Beside which field of the words it stands why they cannot be put like this.
BESIDE = {
    "words_say_nothing": "words",
    "words_have_no_gap": "number",
    "gap_needs_number": "number",
    "number_unreadable": "number",
    "words_list_no_ways": "asks_way",
}


@in_institution
@signed_in
def put(request: InstitutionRequest, number: int) -> HttpResponse:
    """Put words to the congress."""
    member, read = as_delegate(request), found(request, number)
    typed: QueryDict = request.POST
    if request.method != "POST":
        return redirect("confederation:matter", request.institution.address, number)
    if read.matter.change:
        # It is put as it was raised, whatever else somebody sends.
        typed = QueryDict(mutable=True)
        typed["words"] = read.matter.text
    form = WordsForm(typed)
    if not form.is_valid():
        return shown(request, read, form)
    if not _is_put(request, read.matter, form, member):
        return shown(request, read, form)
    return redirect("confederation:matter", request.institution.address, number)


def _is_put(
    request: InstitutionRequest, matter: Matter, form: WordsForm, member: Member
) -> bool:
    """Put the words, or say beside a field what is wrong with them."""
    typed = form.cleaned_data
    try:
        actions.put_to_congress(
            matter,
            words=typed["words"],
            is_urgent=typed["is_urgent"],
            asks=actions.Asks(typed["number"], typed["asks_way"]),
            by=member,
            at=request.at,
        )
    except Refused as refusal:
        reason = refusal.verdict.reason
        if reason.id not in BESIDE:
            raise
        form.add_error(BESIDE[reason.id], in_words(reason))
        return False
    return True


@in_institution
@signed_in
def say(request: InstitutionRequest, number: int) -> HttpResponse:
    """Speak from one's seat."""
    member, read = as_delegate(request), found(request, number)
    here = redirect("confederation:matter", request.institution.address, number)
    form = SayingForm(request.POST, ways=asked_ways(read))
    if request.method != "POST" or not form.is_valid():
        return here
    actions.say(read.matter, saying=form.said(), by=member, at=request.at)
    messages.success(request, gettext("You have spoken for your body."))
    return here


@deed_on("confederation:together")
@in_institution
@signed_in
def give_back(request: InstitutionRequest) -> HttpResponse:
    """Give one's seat back."""
    actions.give_back(as_delegate(request), at=request.at)
    messages.success(request, gettext("You have given your seat back."))
    return redirect("confederation:together", request.institution.address)
