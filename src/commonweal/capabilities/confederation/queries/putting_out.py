"""Whether bodies may want another one out, and say so once it was heard."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from commonweal.capabilities.confederation.models import Body, ConfederalDeed
from commonweal.capabilities.confederation.queries.bodies import (
    bodies_in,
    standing_of,
    standings,
)
from commonweal.capabilities.confederation.queries.choices import (
    Belonging,
    Choices,
    belongings,
    body_row,
)
from commonweal.capabilities.confederation.queries.pictures import names_of_bodies
from commonweal.capabilities.confederation.queries.terms import (
    NO_CONFEDERATION,
    whole_in,
)
from commonweal.foundation.institutions.charters import Terms
from commonweal.foundation.institutions.models import Institution
from commonweal.rules.charters.charter import Charter
from commonweal.rules.confederation.standing import Accused, Judged, Standing, may_do
from commonweal.rules.verdict import ALLOWED, Verdict, refused


def may_accuse(institution: Institution, terms: Terms, at: datetime) -> Verdict:
    """Let a body that is in say that it wants another one out, which is then heard."""
    found, row = whole_in(terms, at), body_row(terms.get("other"))
    if found is None or row is None:
        return NO_CONFEDERATION
    whole, pact = found
    if not standing_of(whole, institution.pk, at=at).is_in:
        return refused("body_is_not_in")
    if row.body == institution.pk:
        return refused("body_puts_itself_out")
    now = standing_of(whole, row.body, at=at)
    return may_do(pact.belonging, now, Accused("", at))


def may_say_out(institution: Institution, terms: Terms, at: datetime) -> Verdict:
    """Let a body say once that another one goes, when that was heard."""
    found, row = whole_in(terms, at), body_row(terms.get("other"))
    if found is None or row is None:
        return NO_CONFEDERATION
    whole, _pact = found
    if not standing_of(whole, institution.pk, at=at).is_in:
        return refused("body_is_not_in")
    now = standing_of(whole, row.body, at=at)
    if now.place != "accused" or row.body == institution.pk or now.until is None:
        return refused("body_not_accused")
    if at < now.until:
        return refused("body_still_heard", until=now.until)
    said = institution.pk in say_out(whole, row.body, at=at)
    return refused("said_out_twice") if said else ALLOWED


def say_out(whole: Institution, body: UUID, *, at: datetime) -> frozenset[UUID]:
    """Give the bodies that are in and say that another one goes, since it is heard."""
    since = standing_of(whole, body, at=at).since
    rows = ConfederalDeed.objects.filter(
        institution=whole, deed="said_out", body=body, done_at__gte=since
    )
    by = {UUID(row.facts["by"]) for row in rows}
    return frozenset(one for one in bodies_in(whole, at=at) if one in by)


def judged(whole: Institution, body: UUID, *, at: datetime) -> Judged:
    """Count who of all the others says that a body goes."""
    others = [one for one in bodies_in(whole, at=at) if one != body]
    return Judged(len(say_out(whole, body, at=at)), len(others), at)


def accusations(
    whole: Institution, there: Mapping[UUID, Standing]
) -> dict[UUID, ConfederalDeed]:
    """Give why others want a body out, for each that is being heard, of those there."""
    heard = {(body, now.since) for body, now in there.items() if now.place == "accused"}
    if not heard:
        return {}
    rows = ConfederalDeed.objects.filter(institution=whole, deed="accused")
    return {
        row.body: row for row in rows if row.body and (row.body, row.done_at) in heard
    }


def to_accuse(body: Institution, _charter: Charter, at: datetime) -> Choices:
    """Give the other bodies of our confederations."""
    return _others(body, "in", at)


def to_put_out(body: Institution, _charter: Charter, at: datetime) -> Choices:
    """Give the bodies that others want out."""
    return _others(body, "accused", at)


def others_in(one: Belonging, body: Institution, *, at: datetime) -> Choices:
    """Give the other bodies that are in a confederation we are in."""
    places = frozenset({"in", "leaving", "accused"})
    return _others_of(one, body, places, at=at)


def _others(body: Institution, place: str, at: datetime) -> Choices:
    return [
        choice
        for one in belongings(body, at=at)
        for choice in _others_of(one, body, frozenset({place}), at=at)
    ]


def _others_of(
    one: Belonging, body: Institution, places: frozenset[str], *, at: datetime
) -> Choices:
    there = standings(one.whole, at=at)
    ids = {pk for pk, now in there.items() if now.place in places and pk != body.pk}
    names = names_of_bodies(ids, at=at)
    rows = Body.objects.filter(institution=one.whole, body__in=names)
    return [(str(row.pk), names[row.body][0]) for row in rows.order_by("applied_at")]
