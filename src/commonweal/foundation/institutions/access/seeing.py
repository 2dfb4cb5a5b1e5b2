"""Who may find an institution, and what of it they see."""

from commonweal.foundation.institutions.models import Member
from commonweal.rules.charters.charter import Charter
from commonweal.rules.verdict import ALLOWED, Verdict, refused


def may_find(member: Member | None, charter: Charter) -> Verdict:
    """Let only its members know of an institution that shows strangers nothing."""
    is_member = member is not None and member.left_at is None
    return ALLOWED if is_member or charter.public else refused("shown_to_members")


def may_see(member: Member | None, charter: Charter, what: str) -> Verdict:
    """Show a member everything, and a stranger what the charter makes public."""
    is_member = member is not None and member.left_at is None
    if is_member or what in charter.public:
        return ALLOWED
    return refused("shown_to_members")
