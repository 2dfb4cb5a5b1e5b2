"""What somebody typed or ticked in a form, as it is shown to them again.

A form can name fields of which no page may repeat anything: the marks of a secret
ballot stand in the request that brings them and in the ballot itself, nowhere else.
"""

from typing import NamedTuple

from django.http import HttpRequest

# What was typed goes back to the reader, but never what opens a door.
NEVER_SHOWN = {"csrfmiddlewaretoken", "code", "next", "typed-by", "once"}
# A field that names others: of these no page repeats anything.
HUSHED = "hushed"


class Typed(NamedTuple):
    """One field of a form as it was sent."""

    name: str
    value: str

    @property
    def is_words(self) -> bool:
        """Say whether somebody wrote it, and did not tick it."""
        return len(self.value.split()) > 1

    @property
    def is_long(self) -> bool:
        """Say whether it wants a field of several lines."""
        return len(self.value) > 60 or "\n" in self.value


def typed(request: HttpRequest) -> tuple[Typed, ...]:
    """Gather the words of a form that was sent, in their order."""
    if request.method != "POST":
        return ()
    left_out = {*NEVER_SHOWN, HUSHED, *request.POST.getlist(HUSHED)}
    return tuple(
        Typed(name, value)
        for name, values in request.POST.lists()
        if name not in left_out
        for value in values
    )


def has_hushed(request: HttpRequest) -> bool:
    """Say whether something came along that no page may repeat."""
    return request.method == "POST" and any(
        request.POST.get(name) for name in request.POST.getlist(HUSHED)
    )
