"""Assemblies and their deeds, held against the journal.

Members read the journal, and only who attends reads who did what: of few deeds by few
members a bare digest would tell it. So each deed is sealed with a salt of its own;
those from before there were salts have none.
"""

from collections.abc import Iterator

from commonweal.capabilities.assemblies.models import (
    ApprovedMinutes,
    Assembly,
    AssemblyDeed,
    CheckOut,
    MinutesDeed,
    Task,
    TaskDeed,
)
from commonweal.capabilities.assemblies.queries.untold import untold
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.journal.models import Line
from commonweal.foundation.journal.seals import (
    Holding,
    contradicted,
    last_told,
    sealed,
    unsealed,
)
from commonweal.rules.assemblies.fixed import digest
from commonweal.rules.canonical import Json
from commonweal.rules.sentence import Sentence

ASSEMBLY = Holding(Assembly, apart=("code",))
DEED = Holding(AssemblyDeed, salt=lambda deed: bytes(deed.salt))
# What the file says is held by its number.
CHECK_OUT = Holding(CheckOut, apart=("file",))
MINUTES = Holding(MinutesDeed, salt=lambda deed: bytes(deed.salt))
APPROVED = Holding(ApprovedMinutes)
TASK = Holding(Task, salt=lambda task: bytes(task.salt))
TASK_DEED = Holding(TaskDeed, salt=lambda deed: bytes(deed.salt))
CALLED = "called_assembly"


def sealed_assembly(
    assembly: Assembly, deed: AssemblyDeed | None = None
) -> dict[str, Json]:
    """Give the facts by which a line seals an assembly as it is, and a deed in it."""
    rows = ((DEED, deed),) if deed else ()
    return sealed((ASSEMBLY, assembly), *rows)


def sealed_check_out(taken: CheckOut, deed: AssemblyDeed) -> dict[str, Json]:
    """Give the facts by which a line seals that an assembly was carried."""
    return sealed((ASSEMBLY, taken.assembly), (DEED, deed), (CHECK_OUT, taken))


def sealed_minutes(
    assembly: Assembly, deed: MinutesDeed, approved: ApprovedMinutes | None = None
) -> dict[str, Json]:
    """Give the facts by which a line seals what was done with minutes."""
    rows = ((APPROVED, approved),) if approved else ()
    return sealed((ASSEMBLY, assembly), (MINUTES, deed), *rows)


def sealed_task(task: Task, deed: TaskDeed | None = None) -> dict[str, Json]:
    """Give the facts by which a line seals a task, and what was said of it."""
    rows = ((TASK_DEED, deed),) if deed else ()
    return sealed((TASK, task), *rows)


def not_told(assembly: Assembly) -> list[AssemblyDeed]:
    """Give what was said in a decision that nobody ended, and no line tells of yet."""
    said = [*untold([assembly.pk])]
    told = last_told(assembly.institution) if said else {}
    return [one for one in said if DEED.key(one) not in told]


def assemblies_compared(institution: Institution) -> Iterator[Sentence]:
    """Say where assemblies, deeds or minutes are not as lines sealed them."""
    told = last_told(institution)
    ours = {"institution": institution}
    yield from contradicted(ASSEMBLY, Assembly.objects.filter(**ours), told)
    deeds = AssemblyDeed.objects.filter(**ours)
    # What is said in a decision that goes on has its lines when it ends.
    waits = untold([*deeds.values_list("assembly", flat=True).distinct()])
    waiting = waits.values_list("pk", flat=True)
    yield from contradicted(DEED, deeds, told, older=[*waiting])
    yield from contradicted(CHECK_OUT, CheckOut.objects.filter(**ours), told)
    yield from contradicted(MINUTES, MinutesDeed.objects.filter(**ours), told)
    yield from contradicted(APPROVED, ApprovedMinutes.objects.filter(**ours), told)
    yield from contradicted(TASK, Task.objects.filter(**ours), told)
    yield from contradicted(TASK_DEED, TaskDeed.objects.filter(**ours), told)
    yield from _approved_otherwise(institution)
    yield from unsealed(institution, (CALLED,))


def _approved_otherwise(institution: Institution) -> Iterator[Sentence]:
    """Hold the text of approved minutes against the digest that the line shows."""
    told = Line.objects.filter(institution=institution, deed="approved_minutes")
    digests = {
        about: (number, facts["digest"])
        for about, number, facts in told.values_list("about_id", "number", "facts")
    }
    for one in ApprovedMinutes.objects.filter(institution=institution):
        number, shown = digests.get(one.assembly_id, (0, ""))
        if number and digest(one.text) != shown:
            yield Sentence("journal_minutes_differ", {"number": number})
