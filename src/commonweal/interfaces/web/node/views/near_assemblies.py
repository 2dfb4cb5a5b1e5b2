"""The assemblies I am to know of: as what waits for me, or beside it."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.urls import reverse

from commonweal.capabilities.assemblies import queries as assemblies
from commonweal.capabilities.assemblies.queries import Near
from commonweal.foundation.institutions.queries import Membership
from commonweal.interfaces.web.templatetags.components import NeedsRow
from commonweal.rules.sentence import Sentence


class NearAssemblies(NamedTuple):
    """What is open now, what is today, and what else one is to know of."""

    open: list[NeedsRow]
    today: list[NeedsRow]
    to_know: list[Near]


def near_assemblies(
    memberships: Sequence[Membership], *, at: datetime
) -> NearAssemblies:
    """Give the assemblies to go to today as acts, the others as something to know."""
    found = assemblies.near(memberships, at=at)
    return NearAssemblies(
        open=[_row(one) for one in found if one.how == "open"],
        today=[_row(one) for one in found if one.how == "today"],
        to_know=[one for one in found if one.how in {"later", "off"}],
    )


def _row(near: Near) -> NeedsRow:
    assembly, charter = near.assembly, near.membership.charter
    address = near.membership.institution.address
    return NeedsRow(
        url=reverse("assemblies:assembly", args=[address, assembly.number]),
        title=assembly.title,
        act=Sentence("need.assembly"),
        where=charter.name,
        # What goes on has no deadline that a row could tell.
        until=None if near.how == "open" else assembly.opens_at,
        zone=ZoneInfo(charter.time_zone),
        if_nothing=near.where,
    )
