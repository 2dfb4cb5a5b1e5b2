"""What may be done on a laptop, and so what a file that comes from one may say.

Whoever has the key of a laptop can write any file; what no page there can do was done
by nobody in the room. What members say afterwards, each for themselves, they say where
the assembly came from.
"""

from commonweal.rules.assemblies.deed_names import ON_LAPTOP
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused


def may_be_on_laptop(deed: str, *, is_closed: bool = False) -> Verdict:
    """Say whether a deed can have been done on a laptop, by its name.

    `is_closed` says that the assembly was closed before, in the same file: from then on
    nothing is done in the room.
    """
    return first_refusal(
        ALLOWED if deed in ON_LAPTOP else refused("not_done_on_laptop"),
        refused("done_after_its_end") if is_closed else ALLOWED,
    )
