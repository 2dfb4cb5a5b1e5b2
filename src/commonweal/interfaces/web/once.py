"""Forms whose answer is shown once: a reload sends them again, and does nothing twice.

What is shown once is kept nowhere, so the page cannot be led to by a redirect. The form
carries a mark instead, and the browser keeps the mark of the last one that was done.
"""

from django.http import HttpRequest, HttpResponse

COOKIE = "done-once"
LONGEST_MARK = 40
A_DAY = 86_400


def was_done(request: HttpRequest) -> bool:
    """Say whether this very form was sent and answered already."""
    mark = _mark(request)
    return bool(mark) and request.COOKIES.get(COOKIE) == mark


def done_once(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """Let the browser remember that this form was answered."""
    if mark := _mark(request):
        answer.set_cookie(
            COOKIE,
            mark,
            A_DAY,
            httponly=True,
            samesite="Lax",
            secure=request.is_secure(),
        )
    return answer


def _mark(request: HttpRequest) -> str:
    mark = request.POST.get("once", "")
    return mark if mark.isalnum() and len(mark) <= LONGEST_MARK else ""
