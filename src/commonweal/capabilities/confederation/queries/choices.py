"""What a body can choose when it proposes something of a confederation."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from commonweal.capabilities.confederation.models import Body, Matter
from commonweal.capabilities.confederation.queries.bodies import standing_of
from commonweal.capabilities.confederation.queries.matters import Read
from commonweal.capabilities.confederation.queries.seats import seats_held
from commonweal.capabilities.confederation.queries.veils import matters_shown
from commonweal.foundation.institutions.charters import charter_in_force
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.institutions.queries import members, public_institutions
from commonweal.rules.charters.charter import Charter
from commonweal.rules.confederation.deeds import Withdrawn
from commonweal.rules.confederation.verdicts import may_do
from commonweal.rules.sentence import LocalText, Sentence

type Choices = list[tuple[str, Sentence | LocalText | str]]


class Belonging(NamedTuple):
    """A confederation that a body is in, as it knows it."""

    row: Body
    whole: Institution
    charter: Charter


def belongings(
    body: Institution, *, at: datetime, places: frozenset[str] | None = None
) -> Iterator[Belonging]:
    """Give the confederations a body is in, or stands to in one of these places."""
    for row in Body.objects.filter(body=body.pk).select_related("institution"):
        whole = row.institution
        if whole.dissolved_at is not None:
            continue
        now = standing_of(whole, body.pk, at=at)
        if now.is_in if places is None else now.place in places:
            yield Belonging(row, whole, charter_in_force(whole, at=at))


def belonging_to(body: Institution, whole: UUID, *, at: datetime) -> Belonging | None:
    """Give the confederation of that id, if the body is in it."""
    return next((one for one in belongings(body, at=at) if one.whole.pk == whole), None)


def to_join(body: Institution, _charter: Charter, at: datetime) -> Choices:
    """Give the confederations here that everybody may know of."""
    return [
        (str(one.institution.pk), one.charter.name)
        for one in public_institutions(at=at)
        if one.charter.pact is not None and one.institution.pk != body.pk
    ]


def ours(body: Institution, _charter: Charter, at: datetime) -> Choices:
    """Give the confederations we are in."""
    return [(str(one.row.pk), one.charter.name) for one in belongings(body, at=at)]


def ours_or_asked(body: Institution, _charter: Charter, at: datetime) -> Choices:
    """Give the confederations we are in, and those we have asked to come into."""
    places = frozenset({"applying", "in", "accused"})
    found = belongings(body, at=at, places=places)
    return [(str(one.row.pk), one.charter.name) for one in found]


def ours_above(body: Institution, _charter: Charter, at: datetime) -> Choices:
    """Give the confederations that those we are in are in."""
    return [
        (str(above.row.pk), above.charter.name)
        for one in belongings(body, at=at)
        for above in belongings(one.whole, at=at)
    ]


def leaving(body: Institution, _charter: Charter, at: datetime) -> Choices:
    """Give the confederations we have said that we leave."""
    found = belongings(body, at=at, places=frozenset({"leaving"}))
    return [(str(one.row.pk), one.charter.name) for one in found]


def applicants(body: Institution, _charter: Charter, at: datetime) -> Choices:
    """Give those who have asked to come into a confederation we are in."""
    return [
        (str(row.pk), _named(row.body, at=at))
        for one in belongings(body, at=at)
        for row in Body.objects.filter(institution=one.whole).order_by("applied_at")
        if standing_of(one.whole, row.body, at=at).place == "applying"
    ]


def _named(body: UUID, *, at: datetime) -> LocalText | str:
    there = Institution.objects.filter(pk=body).first()
    return charter_in_force(there, at=at).name if there else str(body)


def to_send(body: Institution, _charter: Charter, at: datetime) -> Choices:
    """Give our members who can sign in."""
    there = members(body, at=at).filter(person__isnull=False)
    return [(str(one.pk), one.name) for one in there]


def delegates(body: Institution, _charter: Charter, at: datetime) -> Choices:
    """Give those whom we have sent."""
    return [
        (pk, f"{name} ({one.charter.said(one.charter.name, one.charter.language)})")
        for one in belongings(body, at=at)
        for pk, name in seats_held(one.whole, body, at=at).items()
    ]


def competences(body: Institution, _charter: Charter, at: datetime) -> Choices:
    """Give what may be decided together, in each confederation we are in."""
    return [
        (f"{one.row.pk} {each.id}", each.name)
        for one in belongings(body, at=at)
        for each in one.charter.competences
    ]


def to_mandate(body: Institution, _charter: Charter, at: datetime) -> Choices:
    """Give matters on which a congress has not spoken yet."""
    return _matters(body, at, "deliberating", "before_congress")


def to_raise(body: Institution, _charter: Charter, at: datetime) -> Choices:
    """Give matters that too few have raised so far."""
    return _matters(body, at, "raised")


def to_withdraw(body: Institution, _charter: Charter, at: datetime) -> Choices:
    """Give matters that we alone have raised, and for which no words were found."""
    return [
        (str(read.matter.pk), read.matter.title)
        for one in belongings(body, at=at)
        for read in matters_shown(one.whole, at=at)
        if may_do(read.case, read.now, Withdrawn(str(body.pk), at))
    ]


def to_answer(body: Institution, _charter: Charter, at: datetime) -> Choices:
    """Give matters that this base is asked about, however far above they came up."""
    return [
        (str(read.matter.pk), read.matter.title)
        for whole in all_above(body, at=at)
        for read in matters_shown(whole, at=at)
        if read.now.stage == "asking" and read.now.asked is not None
        if str(body.pk) in read.now.asked.bases
    ]


def all_above(body: Institution, *, at: datetime) -> tuple[Institution, ...]:
    """Give the confederations a body is in, those these are in, and so on up."""
    found: dict[UUID, Institution] = {}
    looked_at = [body]
    while looked_at:
        for one in belongings(looked_at.pop(), at=at):
            if one.whole.pk not in found:
                found[one.whole.pk] = one.whole
                looked_at.append(one.whole)
    return tuple(found.values())


def _matters(body: Institution, at: datetime, *stages: str) -> Choices:
    return [
        (str(read.matter.pk), read.matter.title)
        for one in belongings(body, at=at)
        for read in matters_shown(one.whole, at=at)
        if read.now.stage in stages
    ]


# ---- what terms mean


def body_row(named: object) -> Body | None:
    """Find a body of a confederation by the id of its row."""
    found = _by_id(named)
    rows = Body.objects.select_related("institution")
    return rows.filter(pk=found).first() if found else None


def matter_named(named: object, *, at: datetime) -> Read | None:
    """Find a matter by its id, in whatever confederation it is."""
    found = _by_id(named)
    rows = Matter.objects.select_related("institution")
    row = rows.filter(pk=found).first() if found else None
    if row is None:
        return None
    there = (one for one in matters_shown(row.institution, at=at) if one.matter == row)
    return next(there, None)


def _by_id(named: object) -> UUID | None:
    try:
        return UUID(str(named))
    except ValueError:
        return None


# ---- mandates that are chosen from a list

SAYINGS = {
    "yes": {"sort": "fixed", "stance": "yes"},
    "no": {"sort": "fixed", "stance": "no"},
    "abstain": {"sort": "fixed", "stance": "abstain"},
    "yes_if_unchanged": {
        "sort": "conditional",
        "whens": [],
        "otherwise": "yes",
        "if_changed": "no",
    },
    "negotiate": {"sort": "negotiate"},
    "report": {"sort": "report"},
    "urgent_yes": {"sort": "urgent", "stance": "yes"},
    "urgent_no": {"sort": "urgent", "stance": "no"},
    "urgent_free": {"sort": "urgent", "stance": None},
}


def to_be_said(_body: Institution, _charter: Charter, _at: datetime) -> Choices:
    """Give what delegates can be told to say."""
    return [(name, Sentence(f"mandate_{name}")) for name in SAYINGS]


def as_mandate(chosen: object) -> object:
    """Read what was chosen as the mandate that rules know; else leave it as it is."""
    return SAYINGS.get(chosen, chosen) if isinstance(chosen, str) else chosen
