"""On the laptop itself: taking up what came along, and finishing with the assembly."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.dateparse import parse_datetime

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.actions.coming_back import UNREADABLE
from commonweal.capabilities.assemblies.models import (
    Assembly,
    AssemblyDeed,
    CheckOut,
    MinutesDeed,
    Task,
    TaskDeed,
)
from commonweal.capabilities.assemblies.queries import columns
from commonweal.capabilities.assemblies.queries.columns import (
    FROM_LAPTOP,
    TO_LAPTOP,
)
from commonweal.capabilities.assemblies.queries.on_laptop import by_name, names_at_desk
from commonweal.capabilities.assemblies.queries.written_out import read_back
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import (
    CharterVersion,
    Institution,
    Member,
    OfficeHolding,
    Roll,
    RollEntry,
)
from commonweal.foundation.people.actions import end_sign_ins
from commonweal.foundation.people.models import Person
from commonweal.rules.canonical import canonical
from commonweal.rules.charters.charter import Charter
from commonweal.rules.secrecy.carried import Carried, packed, unpacked
from commonweal.rules.verdict import Refused, refused

LANGUAGE = "en"


def opened(file: bytes, *, seed: bytes, at: datetime) -> Carried:
    """Open the file that came along; refuse one that is not for this laptop.

    A clock that is behind when the file was made would put all that is done before it.
    """
    came = unpacked(file, format_=TO_LAPTOP, seed=seed)
    if came is None:
        raise Refused(refused("file_not_for_this_laptop"))
    told = came.told["check_out"]
    taken_at, until_at = map(parse_datetime, (told["taken_at"], told["until_at"]))
    assert taken_at, "it says when it was taken"
    assert until_at, "and until when"
    if at < taken_at:
        raise Refused(refused("clock_is_behind", now=at, when=taken_at))
    if at >= until_at:
        raise Refused(refused("file_is_over", when=until_at))
    return came


@transaction.atomic
def take_up(came: Carried, *, at: datetime) -> CheckOut:
    """Make the assembly of what came along; go on with it where it is there."""
    there = CheckOut.objects.filter(is_here=True).first()
    if there is not None:
        return there
    try:
        return _made(came, at=at)
    except UNREADABLE as error:
        raise Refused(refused("file_not_for_this_laptop")) from error


@transaction.atomic
def claim_name(row: Assembly, typed: str, *, device: str, at: datetime) -> Member:
    """Let somebody be who they say, by the name they typed, if nobody is it yet."""
    held, charter = _as_it_stands(row, at=at)
    return by_name(held, charter, typed, device=device, at=at)


@transaction.atomic
def take_name_at_desk(row: Assembly, of: UUID, *, at: datetime) -> Member:
    """Let somebody be whom those at the desk see; another phone is signed out."""
    held, charter = _as_it_stands(row, at=at)
    if of not in {one for one, _ in names_at_desk(held, charter, at=at)}:
        raise Refused(refused("name_not_by_phone"))
    member = Member.objects.select_related("person").get(pk=of)
    assert member.person, "whoever may be in the room came along with a person"
    end_sign_ins(member.person)
    return member


def _as_it_stands(row: Assembly, *, at: datetime) -> tuple[queries.Held, Charter]:
    institution = lock(row.institution, at=at)
    held = queries.held(queries.read_anew(institution, row), at=at)
    return held, queries.charter_here(held.row)


@transaction.atomic
def finish_here(taken: CheckOut, *, at: datetime) -> CheckOut:
    """End the assembly on the laptop: from now on nothing is done in it here either."""
    row = Assembly.objects.select_for_update().get(pk=taken.assembly_id)
    row.institution = taken.institution
    taken = CheckOut.objects.get(pk=taken.pk)
    taken.assembly = row
    if taken.ended_at is None:
        if queries.held(row, at=at).now.stage == "open":
            raise Refused(refused("close_it_first"))
        taken.ended_at, taken.end = at, "finished"
        taken.save(update_fields=["ended_at", "end"])
    return taken


def result_of(taken: CheckOut, *, seed: bytes, node: bytes, once: bytes) -> bytes:
    """Write the file for the node; `node` is the key that signed what came along."""
    told = queries.done_there(taken)
    return packed(told, format_=FROM_LAPTOP, seed=seed, for_=node, once=once)


def _made(came: Carried, *, at: datetime) -> CheckOut:
    told = came.told
    here = read_back(Institution, told["institution"], columns.INSTITUTION)
    here.save(force_insert=True)
    ours = {"institution": here}
    _keep(CharterVersion, told["charters"], columns.CHARTER, ours)
    _let_belong(told["members"], here, at=at)
    _keep(OfficeHolding, told["offices"], columns.OFFICE, ours)
    row, *_earlier = [_assembly(one, here) for one in told["assemblies"]]
    for one in told["tasks"]:
        # From which assembly it is, the laptop need not know.
        [task] = _keep(Task, [one], columns.TASK, ours | {"assembly": row})
        _keep(TaskDeed, one["deeds"], columns.TASK_DEED, ours | {"task": task})
    beside = {"by": came.by.hex(), "node": told["node"], "proposals": told["proposals"]}
    more = {"assembly": row, "digest": came.digest, "is_here": True}
    more |= {"file": canonical(beside)}
    [taken] = _keep(CheckOut, [told["check_out"]], columns.CHECK_OUT, ours | more)
    return taken


def _let_belong(
    told: Iterable[Mapping[str, Any]], here: Institution, *, at: datetime
) -> None:
    """Make everybody known by a name alone: they come in by the room's code."""
    people, members = [], []
    for one in told:
        person = Person(language=LANGUAGE, joined_on=at.date())
        more = {"institution": here, "last_active_on": at.date()}
        member = read_back(Member, one, columns.MEMBER, more)
        if member.left_at is None:
            people.append(person)
            member.person = person
        members.append(member)
    Person.objects.bulk_create(people)
    Member.objects.bulk_create(members)


def _assembly(told: Mapping[str, Any], here: Institution) -> Assembly:
    ours: dict[str, Any] = {"institution": here}
    row = read_back(Assembly, told, columns.ASSEMBLY, ours)
    if told["roll"] is not None:
        [row.roll] = _keep(Roll, [told["roll"]], columns.ROLL, ours)
        RollEntry.objects.bulk_create(
            RollEntry(institution=here, roll=row.roll, member_id=one, salt=b"")
            for one in told["roll"]["members"]
        )
    row.save(force_insert=True)
    of_it = ours | {"assembly": row, "salt": b""}
    _keep(AssemblyDeed, told["deeds"], columns.DEED, of_it)
    _keep(MinutesDeed, told["minutes"], columns.MINUTES, of_it)
    return row


def _keep[M: Any](
    model: type[M],
    told: Iterable[Mapping[str, Any]],
    names: Iterable[str],
    more: Mapping[str, Any],
) -> list[M]:
    rows = [read_back(model, one, names, more) for one in told]
    kept: list[M] = model.objects.bulk_create(rows)
    return kept
