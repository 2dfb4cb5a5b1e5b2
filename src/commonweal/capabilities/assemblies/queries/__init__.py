"""Reading assemblies: which there are, where one stands, what is to be minuted."""

from commonweal.capabilities.assemblies.queries.acts import may_now
from commonweal.capabilities.assemblies.queries.beside import Beside, MinutesLine
from commonweal.capabilities.assemblies.queries.calling import (
    may_show_hands_by,
    soonest_beginning,
)
from commonweal.capabilities.assemblies.queries.held import assemblies_compared
from commonweal.capabilities.assemblies.queries.listing import (
    assemblies_of,
    assembly_in,
    deeds_done,
    read_anew,
    somebody_in,
    to_come,
)
from commonweal.capabilities.assemblies.queries.looking_back import (
    MINUTES_OF,
    TASKS_ITEM,
    may_settle,
    minutes_before,
    standing_matters,
)
from commonweal.capabilities.assemblies.queries.minutes import (
    drafted,
    ended,
    minutes_of,
)
from commonweal.capabilities.assemblies.queries.near import Near, near
from commonweal.capabilities.assemblies.queries.needs import (
    AssemblyNeed,
    needs_after,
)
from commonweal.capabilities.assemblies.queries.offered import (
    LeftOver,
    Review,
    left_over,
    may_take_on,
    reviews,
)
from commonweal.capabilities.assemblies.queries.phones import (
    Named,
    are_named,
    may_choose_here,
    who_said,
)
from commonweal.capabilities.assemblies.queries.places import (
    WORDS_OF_ASSEMBLIES,
    Passage,
    passages,
    said_in_assembly,
    said_in_deed,
    said_in_matter,
    said_in_minutes,
    said_in_task,
)
from commonweal.capabilities.assemblies.queries.rooms import (
    DEEDS,
    Held,
    announced,
    as_of,
    event_of,
    held,
    seen,
    title_of,
)
from commonweal.capabilities.assemblies.queries.tasks import (
    Taken,
    day_at,
    may_say_now,
    said_of,
    taken,
    task_in,
    tasks_of,
    tasks_over,
)
from commonweal.capabilities.assemblies.queries.veils import Veil, veiled_rows
from commonweal.capabilities.assemblies.queries.written import (
    Kept,
    draft_of,
    kept,
    may_give_file,
    may_minute_now,
    minutes_anew,
    written,
)

__all__ = [
    "DEEDS",
    "MINUTES_OF",
    "TASKS_ITEM",
    "WORDS_OF_ASSEMBLIES",
    "AssemblyNeed",
    "Beside",
    "Held",
    "Kept",
    "LeftOver",
    "MinutesLine",
    "Named",
    "Near",
    "Passage",
    "Review",
    "Taken",
    "Veil",
    "announced",
    "are_named",
    "as_of",
    "assemblies_compared",
    "assemblies_of",
    "assembly_in",
    "day_at",
    "deeds_done",
    "draft_of",
    "drafted",
    "ended",
    "event_of",
    "held",
    "kept",
    "left_over",
    "may_choose_here",
    "may_give_file",
    "may_minute_now",
    "may_now",
    "may_say_now",
    "may_settle",
    "may_show_hands_by",
    "may_take_on",
    "minutes_anew",
    "minutes_before",
    "minutes_of",
    "near",
    "needs_after",
    "passages",
    "read_anew",
    "reviews",
    "said_in_assembly",
    "said_in_deed",
    "said_in_matter",
    "said_in_minutes",
    "said_in_task",
    "said_of",
    "seen",
    "somebody_in",
    "soonest_beginning",
    "standing_matters",
    "taken",
    "task_in",
    "tasks_of",
    "tasks_over",
    "title_of",
    "to_come",
    "veiled_rows",
    "who_said",
    "written",
]
