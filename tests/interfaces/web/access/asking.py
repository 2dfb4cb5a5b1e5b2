"""Ask a page as somebody, and say what became of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import copy
from hashlib import sha256
from typing import Any, NamedTuple

from django.apps import apps
from django.db import connection, transaction
from django.urls import URLPattern, URLResolver, get_resolver

from commonweal.interfaces import limits
from tests.builders import A_KIND
from tests.interfaces.web.access.matrix import PAGES, Page
from tests.interfaces.web.access.world import Hall
from tests.interfaces.web.conftest import browser_of

DOOR = "/sign-in/"
REFUSED = {403, 404, 409}
# What an address names where the matrix does not say otherwise; = stands before words
# that are meant as they are.
USUAL = {
    "aim": "=by-ordinary",
    "call": "=1",
    "code": "code",
    "hold": "hold",
    "kind": "=post",
    "post": "post",
    "sheet": "sheet",
    "token": "token",
}
# What is sent that names a thing of the hall.
NAMING = {"known", "lost", "member", "other"}


class Route(NamedTuple):
    """One address of the web, as the table of addresses tells it."""

    name: str
    path: str
    parts: tuple[str, ...]
    view: Any

    @property
    def is_in_a_hall(self) -> bool:
        """Say whether it is about one institution."""
        return "address" in self.parts


class Answer(NamedTuple):
    """What became of one question."""

    status: int
    leads_to: str
    content: bytes
    changed: bool
    headers: Mapping[str, str]

    @property
    def is_given(self) -> bool:
        """Say whether whoever asked got something, if only a form to fill in."""
        return self.status in {200, 302, 422} and not self.is_at_the_door

    @property
    def is_at_the_door(self) -> bool:
        """Say whether whoever asked is led to where one signs in."""
        return self.status == 302 and self.leads_to.startswith(f"{DOOR}?next=")

    @property
    def is_refused(self) -> bool:
        """Say whether whoever asked got nothing, and nothing was done."""
        return not self.changed and (self.status in REFUSED or self.is_at_the_door)


def routes() -> Iterator[Route]:
    """Read every address from the table of addresses."""
    yield from _under(get_resolver().url_patterns, "", "", ())


def _under(
    patterns: Sequence[URLPattern | URLResolver],
    prefix: str,
    space: str,
    above: tuple[str, ...],
) -> Iterator[Route]:
    for one in patterns:
        path = prefix + str(one.pattern)
        parts = (*above, *one.pattern.converters)
        if isinstance(one, URLResolver):
            inner = f"{one.namespace}:" if one.namespace else space
            yield from _under(one.url_patterns, path, inner, parts)
        else:
            yield Route(f"{space}{one.name}", path, parts, one.callback)


def address_of(route: Route, page: Page, hall: Hall, *, at: str) -> str:
    """Give the path of a page, about the hall's things, in an institution."""
    found = "/" + route.path
    for part in route.parts:
        named = page.names.get(part, USUAL.get(part, part))
        value = at if part == "address" else hall.things.get(named, named).lstrip("=")
        if route.name.endswith((":found", ":charter_version")):
            value = {"kind": A_KIND, "number": "1"}.get(part, value)
        start, _, rest = found.partition("<")
        found = start + value + rest.partition(">")[2]
    return found


class Asker:
    """Somebody with a browser of their own, who asks and leaves no trace."""

    def __init__(self, hall: Hall, who: str) -> None:
        self.hall = hall
        self.who = who
        self.browser = browser_of(hall.who[who])
        self.browser.raise_request_exception = False

    def ask(self, route: Route, method: str, *, at: str = "") -> Answer:
        """Ask for a page of the hall, or for the same address in another one."""
        page = PAGES[route.name]
        path = address_of(route, page, self.hall, at=at or self.hall.world.hall.address)
        return self.send(method, path, sent_by(page, self.hall))

    def send(self, method: str, path: str, sent: dict[str, Any]) -> Answer:
        """Ask, see whether any row changed, and take it all back."""
        limits.forget()
        cookies = copy(self.browser.cookies)
        with transaction.atomic():
            written = Writes()
            with connection.execute_wrapper(written):
                got = self._got(method, path, sent)
            after = digest() if written.any else ""
            transaction.set_rollback(True)
        changed = written.any and digest() != after
        self.browser.cookies = cookies
        content = b"".join(got) if got.streaming else got.content
        leads_to = got.headers.get("Location", "")
        return Answer(got.status_code, leads_to, content, changed, got.headers)

    def _got(self, method: str, path: str, sent: dict[str, Any]) -> Any:
        if method == "POST":
            return self.browser.post(path, sent)
        return self.browser.get(path)


class Writes:
    """Notes whether anything was written, so that most answers need no second look."""

    any = False

    def __call__(self, execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        """Let the statement run."""
        self.any = self.any or sql.split()[0] in {"INSERT", "UPDATE", "DELETE"}
        return execute(sql, *rest)


def digest() -> str:
    """Give one number for every row of every table."""
    seen = sha256()
    with connection.cursor() as cursor:
        for table in sorted(one._meta.db_table for one in apps.get_models()):
            cursor.execute(f'SELECT * FROM "{table}"')
            rows = sorted(repr(row) for row in cursor.fetchall())
            seen.update("\n".join([table, *rows]).encode())
    return seen.hexdigest()


def _named(name: str, value: object, hall: Hall) -> object:
    """Give what is sent; a thing of the hall where it is named, or begins with =."""
    if name in NAMING or str(value).startswith("="):
        return hall.things[str(value).lstrip("=")]
    return value


def sent_by(page: Page, hall: Hall) -> dict[str, Any]:
    """Fill the hall's things into what is sent."""
    return {name: _named(name, value, hall) for name, value in page.sends.items()}
