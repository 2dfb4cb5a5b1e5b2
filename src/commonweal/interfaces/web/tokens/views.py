"""My keys for programs: those there are, a new one, and the end of one."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from commonweal.foundation.tokens import access, actions, queries
from commonweal.interfaces.web.navigation import whole_address
from commonweal.interfaces.web.requests import (
    SignedInRequest,
    deed_on,
    signed_in,
    what_was_sent,
)
from commonweal.interfaces.web.tokens.forms import TokenForm
from commonweal.rules.sentence import Sentence


@never_cache
@signed_in
def keys(request: SignedInRequest) -> HttpResponse:
    """Show my keys, and make another. Its code is shown this once."""
    form = TokenForm(what_was_sent(request))
    if not form.is_valid():
        return _page(request, form)
    typed = form.cleaned_data
    made = actions.make_token(
        request.user,
        name=typed["name"],
        scopes=typed["scopes"],
        days=typed["days"],
        at=request.at,
    )
    context = {"made": made, "door": whole_address("/api/")}
    return render(request, "tokens/made.html", context)


@deed_on("tokens:keys")
@signed_in
def end(request: SignedInRequest, token: UUID) -> HttpResponse:
    """End a key; whatever program holds it stands before a closed door."""
    actions.end_token(request.user, token)
    return redirect("tokens:keys")


def _page(request: SignedInRequest, form: TokenForm) -> HttpResponse:
    found = queries.tokens_of(request.user, at=request.at)
    context = {
        "form": form,
        "tokens": [
            (one, [Sentence(f"scope_{scope}") for scope in one.scopes]) for one in found
        ],
        "may_have_another": access.may_have_another(len(found)),
    }
    status = 422 if form.is_bound else 200
    return render(request, "tokens/keys.html", context, status=status)
