"""What waits for me after assemblies, as rows of the page of what needs me."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from django.urls import reverse

from commonweal.capabilities.assemblies import queries as assemblies
from commonweal.foundation.institutions import queries as institutions
from commonweal.interfaces.web.templatetags.components import NeedsRow


def assembly_rows(
    memberships: Sequence[institutions.Membership], *, at: datetime
) -> list[NeedsRow]:
    """Give minutes to send out and to read, tasks to answer for and to do."""
    return [
        NeedsRow(
            url=_page_of(need),
            title=need.title,
            act=need.act,
            where=need.membership.charter.name,
            until=need.due_at,
            zone=ZoneInfo(need.membership.charter.time_zone),
            if_nothing=need.if_nothing,
        )
        for need in assemblies.needs_after(memberships, at=at)
    ]


def _page_of(need: assemblies.AssemblyNeed) -> str:
    address = need.membership.institution.address
    if need.assembly is None:
        return reverse("assemblies:tasks", args=[address])
    return reverse("assemblies:minutes", args=[address, need.assembly])
