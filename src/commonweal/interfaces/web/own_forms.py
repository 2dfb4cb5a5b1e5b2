"""Forms of one's own: whoever signed in anew meanwhile presses once, and not twice.

A form carries a mark against other sites, and signing in changes it. So a page that was
open in another tab, or that the button “Back” brought, would have its first press
refused. It carries as well who opened it. Where that is the person signed in now, and
the browser itself says that a page of ours sent it, no other site can have had a hand
in it, and the old mark is as good as the new one.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseForbidden
from django.http.response import HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware

from commonweal.interfaces.web.refusals import TYPED_BY
from commonweal.interfaces.web.sign_ins import is_sent_by_another_site


class OwnFormsMiddleware(CsrfViewMiddleware):
    """Refuse what other sites send, and take what somebody typed on our own pages."""

    def process_view(
        self,
        request: HttpRequest,
        callback: Callable[..., HttpResponseBase],
        callback_args: tuple[Any, ...],
        callback_kwargs: dict[str, Any],
    ) -> HttpResponseForbidden | None:
        """Ask for the mark, unless the form is the reader's own without doubt."""
        if request.method == "POST" and sent_from_here(request) and _is_own(request):
            vars(request)["csrf_processing_done"] = True
            return None
        return super().process_view(request, callback, callback_args, callback_kwargs)


def sent_from_here(request: HttpRequest) -> bool:
    """Say whether the browser itself says that a page of this server sent a form.

    No page can write the header that says so. A browser that leaves it out has said
    nothing.
    """
    origin = request.META.get("HTTP_ORIGIN")
    if origin is None:
        return False
    here = {f"{request.scheme}://{request.get_host()}", settings.ADDRESS.rstrip("/")}
    return origin in here and not is_sent_by_another_site(request)


def _is_own(request: HttpRequest) -> bool:
    """Say whether whoever is signed in now opened the form themselves."""
    person = getattr(request, "user", None)
    if person is None or not person.is_authenticated:
        return False
    return request.POST.get(TYPED_BY) == str(person.pk)
