"""Where a sign-in leads: only to pages of this server."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def inside(request: HttpRequest, url: str | None) -> str:
    """Go only where this server is: nobody is led out of the house by a link."""
    here = {request.get_host()}
    secure = request.is_secure()
    if url and url_has_allowed_host_and_scheme(url, here, require_https=secure):
        return url
    return "/"
