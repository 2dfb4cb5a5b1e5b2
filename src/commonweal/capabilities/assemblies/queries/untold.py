"""What somebody said for themselves in a decision or a test that still goes on.

Until it ends nobody is told who has answered, nor how many have: whoever leads could
end it at the moment that suits, or break it off once they read who blocks. So what
pages and news count moves only then, and the journal has its lines then.
"""

from collections.abc import Collection, Iterable
from uuid import UUID

from django.db.models import Count, QuerySet

from commonweal.capabilities.assemblies.models import Assembly, AssemblyDeed

SAID = frozenset({"answer", "position"})
BEGINS = frozenset({"decide", "test"})
ENDS = frozenset({"end_decision", "end_test", "close"})


def untold(assemblies: Collection[UUID]) -> QuerySet[AssemblyDeed]:
    """Give what was said in what goes on in these assemblies, in no order of time."""
    deeds = AssemblyDeed.objects.filter(assembly__in=assemblies)
    marks = deeds.filter(deed__in=BEGINS | ENDS).order_by("number")
    last = {
        assembly: (number, deed)
        for assembly, number, deed in marks.values_list("assembly", "number", "deed")
    }
    begun = {one: number for one, (number, deed) in last.items() if deed in BEGINS}
    said = deeds.filter(assembly__in=begun, deed__in=SAID)
    there = said.values_list("pk", "assembly", "number")
    ids = [pk for pk, assembly, number in there if number > begun[assembly]]
    return AssemblyDeed.objects.filter(pk__in=ids).order_by("pk")


def told_by(deeds: Iterable[AssemblyDeed]) -> int:
    """Count what of these deeds, in their order, may be known to have been done."""
    count = waiting = 0
    goes_on = False
    for one in deeds:
        goes_on = one.deed in BEGINS or (goes_on and one.deed not in ENDS)
        if one.deed in BEGINS | ENDS:
            count, waiting = count + waiting, 0
        is_said = goes_on and one.deed in SAID
        count, waiting = count + (not is_said), waiting + is_said
    return count


def deeds_told(assembly: Assembly) -> int:
    """Count what may be known to have been done in one so far."""
    return deeds_of_each([assembly.pk])[assembly.pk]


def deeds_of_each(assemblies: Collection[UUID]) -> dict[UUID, int]:
    """Count the same in each of several."""
    all_done = AssemblyDeed.objects.filter(assembly__in=assemblies)
    found = dict.fromkeys(assemblies, 0) | _counted(all_done)
    waiting = _counted(untold(assemblies))
    return {one: count - waiting.get(one, 0) for one, count in found.items()}


def _counted(deeds: QuerySet[AssemblyDeed]) -> dict[UUID, int]:
    rows = deeds.order_by().values_list("assembly").annotate(count=Count("id"))
    return dict(rows)
