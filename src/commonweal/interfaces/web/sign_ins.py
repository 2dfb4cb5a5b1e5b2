"""Who is asking: the cookie of a device that is signed in, and what becomes of it.

The device carries a random token, and the server keeps its digest. A sign-in always
gets a new token, so that nobody can leave theirs on somebody else's device beforehand.
On a shared phone the cookie goes when the browser closes, and carries under the node's
seal when it was last used: the server keeps no time of day, and after minutes without
use the token opens nothing.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import rotate_token
from django.shortcuts import redirect

from commonweal.foundation.people import actions, queries
from commonweal.foundation.people.models import UNUSED_LASTS, Person, SignIn
from commonweal.interfaces.web.requests import TimedRequest
from commonweal.rules.verdict import Refused

SHARED_IDLE = timedelta(minutes=15)
# How old the moment in a shared phone's cookie may get before it is written anew.
SHARED_REFRESH = timedelta(minutes=1)
SEAL = Signer(salt="commonweal.shared-phone")


class WithSignIn(TimedRequest):
    """A request, the sign-in of its device, and what its cookie is to become.

    `new_cookie` is None where the cookie stays as it is, and empty where it goes.
    """

    sign_in: SignIn | None
    new_cookie: str | None


class SignInMiddleware:
    """Find who asks by one query, before anything else wants to know."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: WithSignIn) -> HttpResponse:
        """Answer, and give the device its new cookie if there is one."""
        carried = request.COOKIES.get(settings.SIGN_IN_COOKIE_NAME, "")
        request.new_cookie = None
        request.sign_in = _found(request, carried) if carried else None
        request.user = request.sign_in.person if request.sign_in else AnonymousUser()
        response = self.answer(request)
        if request.new_cookie is not None:
            _hand_over(response, request.new_cookie, request.sign_in)
        if is_on_shared_phone(request):
            # Neither the browser nor our own script there puts the page by.
            response.headers["Cache-Control"] = "no-store, private"
        if request.sign_in is not None:
            # Nothing that stands between keeps it for somebody else.
            response.headers.setdefault("Cache-Control", "private")
        return response


def begin(
    request: HttpRequest, person: Person, *, is_shared: bool = False, device: str = ""
) -> None:
    """Sign this device in as somebody; whoever was signed in on it before is out."""
    assert isinstance(request, HttpRequest)
    end(request)
    at: datetime = request.machine_at  # type: ignore[attr-defined]
    sign_in, token = actions.begin_sign_in(
        person, is_shared=is_shared, device=device, at=at
    )
    cookie = _sealed(token, at) if is_shared else token
    vars(request).update(sign_in=sign_in, new_cookie=cookie, user=person)
    # A form opened before the sign-in was somebody else's.
    rotate_token(request)


def end(request: HttpRequest) -> None:
    """Sign this device out."""
    sign_in: SignIn | None = request.sign_in  # type: ignore[attr-defined]
    if sign_in is not None:
        _end(sign_in)
    vars(request).update(sign_in=None, new_cookie="", user=AnonymousUser())


def gone(request: HttpRequest, to: str) -> HttpResponse:
    """Sign this device out, let it forget what was read on it, and lead on."""
    end(request)
    return forgetting(redirect(to))


def forgetting(response: HttpResponse) -> HttpResponse:
    """Let this device forget what was read and typed on it."""
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


def is_sent_by_another_site(request: HttpRequest) -> bool:
    """Say whether a page of somebody else's led or loaded the browser here.

    Browsers that do not say are believed: they are old, and people have them.
    """
    return request.headers.get("Sec-Fetch-Site") in {"cross-site", "same-site"}


def is_on_shared_phone(request: HttpRequest) -> bool:
    """Say whether the page goes to a phone that several people use."""
    sign_in: SignIn | None = getattr(request, "sign_in", None)
    return sign_in is not None and sign_in.is_shared


def _found(request: WithSignIn, carried: str) -> SignIn | None:
    token, _, sealed = carried.partition(".")
    sign_in = queries.signed_in_by(token, at=request.machine_at)
    if sign_in is None:
        return None
    if sign_in.is_shared:
        return _found_on_shared(request, sign_in, token, sealed)
    if actions.note_use(sign_in, at=request.machine_at):
        # The browser, too, begins to count its days anew.
        request.new_cookie = token
    return sign_in


def _found_on_shared(
    request: WithSignIn, sign_in: SignIn, token: str, sealed: str
) -> SignIn | None:
    unused = _unused(token, sealed, at=request.machine_at)
    if unused is None or unused > SHARED_IDLE:
        _end(sign_in)
        request.new_cookie = ""
        return None
    if unused > SHARED_REFRESH:
        request.new_cookie = _sealed(token, request.machine_at)
    return sign_in


def _sealed(token: str, at: datetime) -> str:
    """Give a cookie that says, in a way only this node can, when it was last used."""
    return SEAL.sign(f"{token}.{int(at.timestamp())}")


def _unused(token: str, sealed: str, *, at: datetime) -> timedelta | None:
    """Say for how long a shared phone was not used; None where that was tampered with.

    A clock that was moved back makes it no younger than new.
    """
    try:
        said = SEAL.unsign(f"{token}.{sealed}")
    except BadSignature:
        return None
    seconds = int(said.rpartition(".")[2])
    return max(timedelta(seconds=int(at.timestamp()) - seconds), timedelta())


def _end(sign_in: SignIn) -> None:
    if sign_in.person.pk is None:
        # They have left this node, and every device was signed out with them.
        return
    try:
        actions.end_sign_in(sign_in.person, sign_in.pk)
    except Refused:
        # Ended meanwhile, from another device of theirs.
        return


def _hand_over(response: HttpResponse, cookie: str, sign_in: SignIn | None) -> None:
    if not cookie:
        response.delete_cookie(settings.SIGN_IN_COOKIE_NAME, samesite="Lax")
        return
    on_own_device = sign_in is not None and not sign_in.is_shared
    response.set_cookie(
        settings.SIGN_IN_COOKIE_NAME,
        cookie,
        max_age=UNUSED_LASTS if on_own_device else None,
        httponly=True,
        samesite="Lax",
        secure=settings.HTTPS,
    )
