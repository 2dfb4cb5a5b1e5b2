"""What the minutes say of tasks: which was noted for whom, what was heard of one."""

from commonweal.capabilities.assemblies.models import (
    AssemblyDeed,
    Task,
    TaskDeed,
)
from commonweal.capabilities.assemblies.queries.rooms import Held
from commonweal.capabilities.assemblies.queries.veils import WORDS_HIDDEN
from commonweal.rules.assemblies.fixed import member
from commonweal.rules.sentence import Fact, Sentence


def of_task(held: Held, row: AssemblyDeed) -> Sentence:
    """Say which task was noted for whom, or what was heard of one."""
    number, _, said = row.what.partition(":")
    task = Task.objects.filter(
        institution=held.row.institution, number=int(number)
    ).first()
    heard = TaskDeed.objects.filter(task=task, done_in=held.row, due_on__isnull=False)
    moved = heard.first() if said == "put_off" else None
    asked = task.asked_of_id if task else row.about_id
    facts: dict[str, Fact] = {
        "words": _words(held, task),
        "of": member(str(asked)) if asked else "",
        "day": moved.due_on if moved else task.due_on if task else None,
        "reason": row.reason,
    }
    return Sentence(f"minuted.task_{said or 'given'}", facts)


def _words(held: Held, task: Task | None) -> Fact:
    if task is None:
        return ""
    return WORDS_HIDDEN if task.pk in held.veils else task.words
