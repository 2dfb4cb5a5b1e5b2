"""What may be done on a laptop, and so what a file that comes from one may say.

Whoever has the key of a laptop can write any file; what no page there can do was done
by nobody in the room. What members say afterwards, each for themselves, they say where
the assembly came from.
"""

from datetime import datetime

from commonweal.rules.assemblies.deed_names import ON_LAPTOP
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused

# So many signs of a number are nobody's guess.
SHORTEST = 8


def may_be_on_laptop(deed: str, *, is_closed: bool = False) -> Verdict:
    """Say whether a deed can have been done on a laptop, by its name.

    `is_closed` says that the assembly was closed before, in the same file: from then on
    nothing is done in the room.
    """
    return first_refusal(
        ALLOWED if deed in ON_LAPTOP else refused("not_done_on_laptop"),
        refused("done_after_its_end") if is_closed else ALLOWED,
    )


def may_be_forgotten(
    number: str, *, result: str, until_at: datetime, at: datetime
) -> Verdict:
    """Say whether a laptop may forget an assembly: it is back, or nobody waits for it.

    `number` is how what came back is known where it came from, or at least how that
    number begins; `result` is the one of what this laptop wrote, empty where it wrote
    nothing yet. Nobody else has the evening until then.
    """
    is_back = len(number) >= SHORTEST and bool(result) and result.startswith(number)
    if is_back or at >= until_at:
        return ALLOWED
    return refused("not_back_yet", when=until_at)
