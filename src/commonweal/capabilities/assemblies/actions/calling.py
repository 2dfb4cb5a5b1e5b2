"""Calling an assembly, with notice to all members and proof of it."""

import secrets
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Max

from commonweal.capabilities.assemblies import access, queries
from commonweal.capabilities.assemblies.access import Calling, Matter
from commonweal.capabilities.assemblies.actions.telling import tell_everybody
from commonweal.capabilities.assemblies.models import Assembly
from commonweal.capabilities.assemblies.queries.held import CALLED, sealed_assembly
from commonweal.foundation.codes import LETTERS
from commonweal.foundation.institutions.access import may_be_written_in
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.foundation.journal import actions as journal
from commonweal.foundation.people.actions import have_letters_sent
from commonweal.foundation.text import clean_name
from commonweal.rules.canonical import Json
from commonweal.rules.verdict import require

CODE_LENGTH = 6
LONGEST = 200


@transaction.atomic
def call_assembly(
    institution: Institution, calling: Calling, *, by: Member | None, at: datetime
) -> Assembly:
    """Call an assembly and write to all members; the line says how many letters."""
    institution = lock(institution, at=at)
    charter = charter_in_force(institution, at=at)
    require(access.may_call(by, charter, at=at))
    require(may_be_written_in(institution, at=at))
    assert by, "only a member may call"
    require(access.may_be_called(calling, charter, by=by, at=at))
    require(access.may_be_on_agenda(institution, calling))
    require(queries.may_take_on(institution, calling, at=at))
    require(access.may_another_come(by, charter, at=at))
    ours = Assembly.objects.filter(institution=institution)
    last = ours.aggregate(last=Max("number"))["last"] or 0
    assembly = Assembly.objects.create(
        institution=institution,
        number=last + 1,
        title=clean_name(calling.title, LONGEST),
        place=clean_name(calling.place, LONGEST),
        form=calling.form,
        agenda=[
            *queries.standing_for(calling.form, institution, at=at),
            *_items(institution, calling.matters, at=at),
        ],
        called_by=by,
        called_at=at,
        opens_at=calling.opens_at,
        code="".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH)),
    )
    letters = tell_everybody(assembly, charter, "assembly_called", by=by, at=at)
    if by.person_id is not None:
        # One day's letters of one person reach all members, however many they are.
        counted = min(letters, settings.LETTERS_A_DAY)
        have_letters_sent(by.person_id, counted, at=at)
    facts: dict[str, Json] = {"number": assembly.number, "letters": letters}
    facts |= sealed_assembly(assembly)
    words = {"title": assembly.title}
    journal.record(CALLED, about=assembly, by=by, at=at, words=words, facts=facts)
    return assembly


def _items(
    institution: Institution, matters: Iterable[Matter], *, at: datetime
) -> Iterator[dict[str, Json]]:
    for place, one in enumerate(matters, 1):
        yield _item(one, place) | _talked(institution, one, at=at)


def _item(matter: Matter, place: int) -> dict[str, Json]:
    item: dict[str, Json] = {
        "id": str(place),
        "title": clean_name(matter.title, LONGEST),
        "minutes": matter.minutes,
    }
    if matter.taken_from is not None:
        item |= {"from": list(matter.taken_from)}
    if matter.proposal is not None:
        # It is decided by its own vote, by all members.
        return {**item, "proposal": matter.proposal}
    return {**item, "decides": True} if matter.decides else item


def _talked(
    institution: Institution, matter: Matter, *, at: datetime
) -> dict[str, Json]:
    """Give where the talk about a matter stood that an earlier assembly left."""
    if matter.taken_from is None or not matter.decides:
        return {}
    return queries.gathered_by(institution, matter.taken_from, at=at)
