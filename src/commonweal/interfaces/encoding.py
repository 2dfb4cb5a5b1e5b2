"""Whatever is sent here is read as UTF-8, and in nothing that its sender names.

Python knows encodings that unpack and some that only fail, and a request can name any
of them; no browser names another than ours.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

UTF_8 = "utf-8"


class Utf8Middleware:
    """Read requests as UTF-8 before anybody looks into them."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Forget what encoding was named, and answer."""
        request.encoding = UTF_8
        return self.answer(request)
