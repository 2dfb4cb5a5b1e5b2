"""How the tests look at the demo: its places, its present, what stands in it."""

from datetime import UTC, datetime

from commonweal.capabilities.decisions.queries import (
    ProposalView,
    proposal_view,
    proposal_views,
)
from commonweal.foundation.institutions import queries
from commonweal.foundation.institutions.models import Institution, Member

NOW = datetime(2026, 11, 3, 14, 37, tzinfo=UTC)
TENANTS, QUARTER, BAKERY = "fennel-valley-tenants", "mill-quarter", "three-ovens"
LAUNDRY, POPLARS, RIVER = "hospital-laundry", "poplar-court", "river-path"
TOGETHER = "valley-together"
# Those that were there from the first month on.
LASTING = (TENANTS, QUARTER, BAKERY, LAUNDRY, POPLARS)
PLACES = (*LASTING, RIVER, TOGETHER)
# How far loading said that it was, and of how much.
TOLD: list[tuple[int, int]] = []


def at(address: str) -> Institution:
    found = queries.institution_at(address)
    assert found is not None
    return found


def titled(address: str, start: str, *, when: datetime = NOW) -> ProposalView:
    [number] = {
        view.number
        for view in proposal_views(at(address), at=when)
        if view.title.startswith(start)
    }
    view = proposal_view(at(address), number, at=when)
    assert view is not None
    return view


def labels(view: ProposalView) -> list[str]:
    question = view.question
    assert question is not None
    assert question.outcome is not None
    return [str(question.label(option)) for option in question.outcome.winners]


def given_names(ids: tuple[str, ...]) -> list[str]:
    return [Member.objects.get(pk=one).name.split()[0] for one in ids]


def holders(address: str, office: str) -> set[str]:
    held = queries.officers(at(address), at=NOW).filter(office=office)
    return {one.holder.name.split()[0] for one in held}


def names() -> list[str]:
    return [name for name in Member.objects.values_list("name", flat=True) if name]
