"""What no body does before all have agreed to it, and what was agreed."""

from datetime import datetime
from uuid import UUID

from commonweal.capabilities.confederation.models import ConfederalDeed
from commonweal.capabilities.confederation.queries.bodies import standing_of
from commonweal.capabilities.confederation.queries.choices import (
    Choices,
    belongings,
    matter_named,
)
from commonweal.capabilities.confederation.queries.matters import Read, matters_of
from commonweal.capabilities.confederation.queries.records import (
    since_when,
    versions_of,
)
from commonweal.capabilities.confederation.queries.terms import (
    NO_CONFEDERATION,
    whole_in,
)
from commonweal.foundation.institutions.charters import Terms, charter_in_force
from commonweal.foundation.institutions.models import Institution
from commonweal.rules.charters.charter import Charter
from commonweal.rules.confederation.standards import ListedAct
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused


def may_act(institution: Institution, terms: Terms, at: datetime) -> Verdict:
    """Let a body do what the pact lists, once the bases said yes to it."""
    found = whole_in({"under": terms.get("under")}, at)
    if found is None:
        return NO_CONFEDERATION
    whole = found.institution
    if not standing_of(whole, institution.pk, at=at).is_in:
        return refused("body_is_not_in")
    act = act_in(whole, terms, at=at)
    if act is None:
        return refused("act_not_listed")
    agreed = {str(one.matter.pk) for one in agreed_for(whole, institution, act, at=at)}
    return ALLOWED if str(terms.get("matter")) in agreed else _needs_all(whole, act, at)


def may_part_as_agreed(institution: Institution, *, at: datetime) -> Verdict:
    """Let a body part, unless a pact it is under lists that and it was not agreed."""
    return first_refusal(
        *(
            _needs_all(one.whole, act, at)
            for one in belongings(institution, at=at)
            for act in one.charter.acts
            if act.is_parting and not agreed_for(one.whole, institution, act, at=at)
        )
    )


def act_in(whole: Institution, terms: Terms, *, at: datetime) -> ListedAct | None:
    """Find what the pact lists by the name that terms have for it."""
    name = str(terms.get("under", "")).partition(" ")[2]
    there = charter_in_force(whole, at=at).acts
    return next((one for one in there if one.id == name), None)


def agreed_for(
    whole: Institution, body: Institution, act: ListedAct, *, at: datetime
) -> tuple[Read, ...]:
    """Give what a body raised for an act and the bases said yes to, once each.

    What was raised before the act was listed was about something else.
    """
    versions = versions_of([whole.pk], at=at)[whole.pk]
    listed = since_when(versions, lambda one: act in one.acts)
    used = {one.facts["matter"] for one in acted(whole, at=at)}
    return tuple(
        read
        for read in matters_of(whole, at=at)
        if read.matter.competence == act.under
        and read.matter.raised_at >= listed
        and read.now.stage == "ratified"
        and str(body.pk) in read.now.raised_by
        and str(read.matter.pk) not in used
    )


def acted(whole: Institution, *, at: datetime) -> list[ConfederalDeed]:
    """Give what bodies did of what the pact lists."""
    rows = ConfederalDeed.objects.filter(institution=whole, deed="acted")
    return list(rows.filter(done_at__lte=at).order_by("number"))


def to_act(body: Institution, _charter: Charter, at: datetime) -> Choices:
    """Give what the pacts list that we are under."""
    return [
        (f"{one.row.pk} {act.id}", act.name)
        for one in belongings(body, at=at)
        for act in one.charter.acts
    ]


def to_attach(body: Institution, _charter: Charter, at: datetime) -> Choices:
    """Give what we raised and the bases said yes to, for some act."""
    found: dict[UUID, str] = {}
    for one in belongings(body, at=at):
        for act in one.charter.acts:
            for read in agreed_for(one.whole, body, act, at=at):
                found[read.matter.pk] = read.matter.title
    return [(str(pk), title) for pk, title in found.items()]


def named_by_act(_body: Institution, terms: Terms, at: datetime) -> Terms:
    """Name what is done, and what it was agreed by."""
    found = whole_in({"under": terms.get("under")}, at)
    act = act_in(found.institution, terms, at=at) if found else None
    if found is None or act is None:
        return terms
    charter = charter_in_force(found.institution, at=at)
    read = matter_named(terms.get("matter"), at=at)
    return {
        **terms,
        "named": charter.said(charter.name, charter.language),
        "act": charter.said(act.name, charter.language),
        "agreed": read.matter.title if read else "",
    }


def _needs_all(whole: Institution, act: ListedAct, at: datetime) -> Verdict:
    charter = charter_in_force(whole, at=at)
    under = {one.id: one.name for one in charter.competences}[act.under]
    facts = {"act": act.name, "under": under, "name": charter.name}
    return refused("act_needs_all", **facts)
