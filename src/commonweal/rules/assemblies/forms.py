"""Forms of meeting: what each asks before it opens, and what can be done in it.

An assembly talks and decides. In a spokes council somebody speaks for each group, and
its table is consulted before anything is decided: only spokes speak, and each counts
once. A congress session opens only once enough delegates are there, somebody keeps the
door and somebody takes minutes; who spoke less in the whole session comes first. A
working meeting decides nothing: it talks, and people take on tasks.

Sources: the spokes council of Occupy Wall Street, whose spokes have no authority and
rotate; Robert's Rules of Order Newly Revised, 10th ed., on conventions and credentials.
"""

from dataclasses import replace
from fractions import Fraction
from math import ceil
from typing import Literal, get_args

from commonweal.rules.assemblies.terms import Assemblies

type Form = Literal["assembly", "spokes_council", "congress_session", "working_meeting"]
FORMS: tuple[Form, ...] = get_args(Form.__value__)
# So many of the groups must have their spoke there to decide, and never fewer.
SHARE_OF_GROUPS = Fraction(2, 3)
LEAST_GROUPS = 2


def terms_of(form: Form, terms: Assemblies) -> Assemblies:
    """Give the charter's terms as they are in a meeting of this form."""
    match form:
        case "congress_session":
            return replace(terms, scope="session", needs_minutes=True)
        case "working_meeting":
            return replace(terms, needs_minutes=False)
        case "spokes_council":
            return replace(terms, proxies_most=0)
        case _:
            return terms


def groups_needed(groups: int) -> int:
    """Say how many of so many groups must have their spoke in the room."""
    return max(LEAST_GROUPS, ceil(SHARE_OF_GROUPS * groups))
