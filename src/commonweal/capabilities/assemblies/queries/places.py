"""Words that people write in and after assemblies, each with a place of its own.

They are reported, hidden and asked back as words elsewhere are.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from commonweal.capabilities.assemblies.models import (
    Assembly,
    AssemblyDeed,
    MinutesDeed,
    Task,
)
from commonweal.capabilities.assemblies.queries.veils import (
    Veil,
    matter_place,
    veils_in,
)
from commonweal.foundation.institutions import queries as institutions
from commonweal.foundation.institutions.models import Institution
from commonweal.rules.moderation.said import Said

WORDS_OF_ASSEMBLIES = frozenset({"assembly", "matter", "deed", "minutes", "task"})
# What has its title from elsewhere is looked after where it comes from.
# By which somebody says where they stand, in a test or after it.
POSITIONS = frozenset({"position", "say_later"})
NOT_WRITTEN_HERE = ("minutes_of", "tasks", "proposal", "from")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that somebody wrote in an assembly or about it, and why they are hidden.

    Where somebody stands in a test is told without their name, as in the minutes.
    """

    said: Said
    by: str
    veils: tuple[Veil, ...]
    is_unnamed: bool = False


def passages(row: Assembly, *, at: datetime) -> tuple[Passage, ...]:
    """List what people wrote in an assembly and beside its minutes, by its places."""
    found = list(_written_in(row))
    veils = veils_in(row.institution, at=at)
    who = {one.author for one in found if one.author}
    names = institutions.names_of(row.institution, who)
    of_tests = row.deeds.filter(deed__in=POSITIONS).values_list("pk", flat=True)
    unnamed = frozenset(of_tests)
    return tuple(
        Passage(
            one,
            _name(names, one, unnamed),
            (veils[one.id],) if one.id in veils else (),
            is_unnamed=one.id in unnamed,
        )
        for one in found
        if one.written_at is None or one.written_at <= at
    )


def _name(names: Mapping[UUID, str], said: Said, unnamed: Collection[UUID]) -> str:
    if said.author is None or said.id in unnamed:
        return ""
    return names.get(said.author, "")


def said_in_assembly(institution: Institution, id_: UUID) -> Said | None:
    """Give what an assembly was called: its title, and where it takes place."""
    row = Assembly.objects.filter(institution=institution, pk=id_).first()
    return _called(row) if row else None


def said_in_matter(institution: Institution, id_: UUID) -> Said | None:
    """Give the title of a matter on an agenda, by the name of its place."""
    for row in Assembly.objects.filter(institution=institution):
        for one in _matters(row):
            if one.id == id_:
                return one
    return None


def said_in_deed(institution: Institution, id_: UUID) -> Said | None:
    """Give the reason for something that was done in an assembly."""
    return _found(AssemblyDeed, institution, id_, _reason)


def said_in_minutes(institution: Institution, id_: UUID) -> Said | None:
    """Give words that somebody put beside minutes, or by which they set some aside."""
    return _found(MinutesDeed, institution, id_, _beside)


def said_in_task(institution: Institution, id_: UUID) -> Said | None:
    """Give what somebody was asked to do."""
    return _found(Task, institution, id_, _task)


def _found[Row: (AssemblyDeed, MinutesDeed, Task)](
    model: type[Row], institution: Institution, id_: UUID, told: Callable[[Row], Said]
) -> Said | None:
    rows = model._default_manager.filter(institution=institution, pk=id_)
    row = rows.select_related("assembly").first()
    said = told(row) if row else None
    return said if said and said.text else None


def _written_in(row: Assembly) -> Iterator[Said]:
    yield _called(row)
    yield from _matters(row)
    yield from map(_reason, _deeds_with_words(row))
    yield from map(_task, row.tasks.order_by("number"))
    yield from map(_beside, row.minutes_deeds.exclude(words="").order_by("number"))


def _deeds_with_words(row: Assembly) -> list[AssemblyDeed]:
    """Give what was done with words that members read.

    Nobody reads the reasons in a test while it goes on, nor once it was broken off.
    """
    found: list[AssemblyDeed] = []
    waiting: list[AssemblyDeed] | None = None
    for one in row.deeds.order_by("number"):
        if one.deed == "test":
            waiting = []
        elif one.deed == "end_test":
            found += waiting or () if not one.reason else ()
            waiting = None
        if one.reason or _words(one):
            is_kept_back = waiting is not None and one.deed == "position"
            (waiting if is_kept_back and waiting is not None else found).append(one)
    return sorted(found, key=lambda one: one.number)


def _called(row: Assembly) -> Said:
    return Said(
        kind="assembly",
        id=row.pk,
        author=row.called_by_id,
        answered=None,
        title=row.title,
        text=row.place,
        number=row.number,
        written_at=row.called_at,
    )


def _matters(row: Assembly) -> Iterator[Said]:
    for one in row.agenda:
        if not any(key in one for key in NOT_WRITTEN_HERE):
            yield Said(
                kind="matter",
                id=matter_place(row.pk, one["id"]),
                author=row.called_by_id,
                answered=None,
                title="",
                text=one["title"],
                number=row.number,
                written_at=row.called_at,
            )


def _words(row: AssemblyDeed) -> str:
    """Give the words that somebody wrote; of what ends a vote these are its sums."""
    return "" if row.deed == "end_decision" else row.words


def _reason(row: AssemblyDeed) -> Said:
    is_written_down = row.deed in POSITIONS and row.about_id != row.done_by_id
    writer = row.done_by_id if is_written_down else None
    return Said(
        kind="deed",
        id=row.pk,
        # A position is whose it is, also where another wrote it down.
        author=row.about_id if row.deed in POSITIONS else row.done_by_id,
        # Who wrote it down has a part in it, and does not look at reports of it.
        answered=writer,
        title=_words(row) if row.reason else "",
        text=row.reason or _words(row),
        number=row.assembly.number,
        written_at=row.done_at,
        written_down_by=writer,
    )


def _beside(row: MinutesDeed) -> Said:
    return Said(
        kind="minutes",
        id=row.pk,
        author=row.done_by_id,
        answered=_whose(row),
        title="",
        text=row.words,
        number=row.assembly.number,
        written_at=row.done_at,
    )


def _whose(row: MinutesDeed) -> UUID | None:
    """Give whose words were set aside: they have a part in what is said of that."""
    if not row.answers:
        return None
    answered = MinutesDeed.objects.filter(assembly=row.assembly_id, number=row.answers)
    return answered.values_list("done_by", flat=True).first()


def _task(row: Task) -> Said:
    return Said(
        kind="task",
        id=row.pk,
        author=row.asked_by_id,
        answered=None,
        title="",
        text=row.words,
        number=row.assembly.number,
        written_at=row.asked_at,
    )
