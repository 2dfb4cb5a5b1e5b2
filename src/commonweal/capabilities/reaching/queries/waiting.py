"""All that waits for a person, over all their institutions, the most urgent first.

The page of what needs me and the letters that remind are both written from this list,
so that nobody is reminded of what the page does not show; but of a secret vote letters
tell all on its roll, since they would tell others who had voted.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from commonweal.capabilities.assemblies import queries as assemblies
from commonweal.capabilities.assemblies.queries import Near
from commonweal.capabilities.decisions import queries as decisions
from commonweal.capabilities.reaching.queries.waiting_beside import beside
from commonweal.capabilities.reaching.queries.waiting_together import together
from commonweal.capabilities.reaching.queries.waits import Page, Waiting
from commonweal.foundation.institutions.queries import Membership
from commonweal.foundation.people.models import Person
from commonweal.rules.sentence import Sentence

# What stays in force meanwhile waits behind all that ends on a day.
CAN_WAIT = "review"


@dataclass(frozen=True, slots=True)
class Everything:
    """What waits for somebody, and which assemblies they are to know of besides."""

    waiting: tuple[Waiting, ...]
    to_know: tuple[Near, ...]


def waiting_for(
    person: Person,
    memberships: Sequence[Membership],
    *,
    at: datetime,
    by_letter: bool = False,
) -> Everything:
    """List what waits for a person: what goes on now, then the first deadline first."""
    by_institution = {one.institution.pk: one for one in memberships}
    near = assemblies.near(memberships, at=at)
    needs = decisions.needs_of(person, at=at, by_letter=by_letter)
    dated = [
        *(_to_go(one) for one in near if one.how == "today"),
        *beside(by_institution, memberships, at=at),
        *_after(memberships, at),
        *together(memberships, at=at),
        *_of(by_institution, (one for one in needs if one.kind != CAN_WAIT)),
    ]
    found = (
        *(_to_go(one) for one in near if one.how == "open"),
        *sorted(dated, key=lambda one: (one.due_at is None, one.due_at or at)),
        *_of(by_institution, (one for one in needs if one.kind == CAN_WAIT)),
    )
    to_know = tuple(one for one in near if one.how in {"later", "off"})
    return Everything(found, to_know)


def _to_go(near: Near) -> Waiting:
    return Waiting(
        kind="assembly",
        membership=near.membership,
        page=Page("assemblies:assembly", (near.assembly.number,)),
        title=near.assembly.title,
        act=Sentence("need.assembly"),
        due_at=near.assembly.opens_at,
        if_nothing=near.where,
        goes_on=near.how == "open",
    )


def _after(memberships: Sequence[Membership], at: datetime) -> Iterator[Waiting]:
    """Give minutes to send out and to read, tasks, and what an assembly found."""
    for need in assemblies.needs_after(memberships, at=at):
        page = Page("assemblies:tasks")
        if need.assembly is not None:
            page = Page("assemblies:minutes", (need.assembly,))
        if need.kind == "check_laptop":
            page = Page("assemblies:laptop", (need.assembly or 0,))
        if need.item:
            page = Page("assemblies:talk", (need.assembly or 0, need.item))
        yield Waiting(
            kind=need.kind,
            membership=need.membership,
            page=page,
            title=need.title,
            act=need.act,
            due_at=need.due_at,
            if_nothing=need.if_nothing,
        )


def _of(
    memberships: Mapping[UUID, Membership], needs: Iterator[decisions.Need]
) -> Iterator[Waiting]:
    for need in needs:
        if need.institution.pk not in memberships:
            continue
        page = Page("decisions:decision", (need.number,))
        if need.kind in {"box", "let_back"}:
            page = Page("decisions:paper", (need.number, need.call))
        yield Waiting(
            kind=need.kind,
            membership=memberships[need.institution.pk],
            page=page,
            title=need.titled,
            act=need.act,
            due_at=need.due_at,
            if_nothing=need.if_nothing,
            can_wait=need.kind == CAN_WAIT,
            to_all=need.to_all,
        )
