"""Whether the charter lets a room do what is to be done there."""

from commonweal.capabilities.assemblies.models import AssemblyDeed
from commonweal.capabilities.assemblies.queries.consensus import (
    may_use_slips_here,
    may_vote_here,
)
from commonweal.capabilities.assemblies.queries.role_turns import may_take_role
from commonweal.capabilities.assemblies.queries.rooms import Held
from commonweal.capabilities.assemblies.queries.secretly import may_be_secret_here
from commonweal.capabilities.assemblies.queries.texts import may_amend_there
from commonweal.rules.assemblies.consenting import may_test_by
from commonweal.rules.assemblies.deed_names import BY_SLIPS, IN_SECRET, decides
from commonweal.rules.verdict import Verdict


def may_be_so(held: Held, row: AssemblyDeed) -> Verdict:
    """Ask of what is decided or tested if the ordinary rule is one for it.

    Of a role it is asked whose turn that is.
    """
    if row.deed == "hand_on":
        return may_take_role(held, row)
    if row.deed == "test":
        return may_test_by(held.rule)
    if row.deed != "decide":
        return may_amend_there(held, row)
    if decides(row.what)[0] not in (BY_SLIPS, IN_SECRET):
        return may_vote_here(held, row.item)
    may = may_be_secret_here(held, row.what)
    return may and may_use_slips_here(held, row.item)
