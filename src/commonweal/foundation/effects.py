"""What a decision can set in motion, by name.

`settings.EFFECTS` is the table from a name to two functions: the deed, and the check
that says, before anybody votes, whether its terms can be carried out. A decision
carries a name and terms as data and so can change the charter or fill an office
without importing either.
"""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import NamedTuple, Protocol
from uuid import UUID

from django.conf import settings
from django.utils.module_loading import import_string

from commonweal.foundation.institutions.models import Institution
from commonweal.rules.verdict import Verdict

type Terms = Mapping[str, object]


class Deed(Protocol):
    """Carry out what was decided; raise `Refused` where it no longer can be."""

    def __call__(
        self, institution: Institution, *, terms: Terms, decision: UUID, at: datetime
    ) -> None: ...


class Effect(NamedTuple):
    """A deed, and the check of its terms."""

    carry_out: Deed
    check: Callable[[Institution, Terms, datetime], Verdict]


def names() -> Collection[str]:
    """List the effects this node knows."""
    return tuple(settings.EFFECTS)


def effect(name: str) -> Effect:
    """Find an effect by its name."""
    deed, check = settings.EFFECTS[name]
    return Effect(import_string(deed), import_string(check))
