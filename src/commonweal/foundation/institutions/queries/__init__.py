"""What can be read of an institution: who belongs, who may vote, what it stands by."""

from commonweal.foundation.institutions.charters import charter_in_force
from commonweal.foundation.institutions.queries.admitted import as_they_belong
from commonweal.foundation.institutions.queries.belonging import (
    Entrance,
    Membership,
    PublicInstitution,
    ReadVersion,
    charter_versions,
    entrance,
    every_institution,
    everybody,
    institution_at,
    is_last,
    member_of,
    members,
    memberships_of,
    names_of,
    public_institutions,
    those_who_count,
)
from commonweal.foundation.institutions.queries.door import (
    Door,
    applications,
    door_for,
)
from commonweal.foundation.institutions.queries.drawing import (
    classes_to_draw,
    draws_ahead,
    first_draw,
    those_to_draw,
)
from commonweal.foundation.institutions.queries.grounds import (
    charters_compared,
    door_compared,
    founding_compared,
    rolls_compared,
    seal_of_statement,
    statements_compared,
)
from commonweal.foundation.institutions.queries.invitations import (
    invitations_compared,
)
from commonweal.foundation.institutions.queries.newcomers import (
    Newcomer,
    newcomers_known_by,
    newcomers_who_wait,
    not_known_yet,
    say_they_know,
)
from commonweal.foundation.institutions.queries.parting import (
    parting_by,
    parting_compared,
    parting_told,
)
from commonweal.foundation.institutions.queries.rolls import (
    Announced,
    RollCount,
    RollProof,
    eligible,
    is_dormant,
    last_day_counted_dormant,
    leaves_of,
    roll_count,
    roll_proof,
    salt_on,
)
from commonweal.foundation.institutions.queries.sources import (
    came_by,
    came_by_in_letter,
)
from commonweal.foundation.institutions.queries.standing import (
    invitation_by_code,
    invitations_of,
    officers,
    said_in_statement,
    statements,
)
from commonweal.foundation.institutions.queries.ways_in import recoveries_compared
from commonweal.foundation.institutions.queries.witness import (
    belonging_compared,
    draws_compared,
)

__all__ = [
    "Announced",
    "Door",
    "Entrance",
    "Membership",
    "Newcomer",
    "PublicInstitution",
    "ReadVersion",
    "RollCount",
    "RollProof",
    "applications",
    "as_they_belong",
    "belonging_compared",
    "came_by",
    "came_by_in_letter",
    "charter_in_force",
    "charter_versions",
    "charters_compared",
    "classes_to_draw",
    "door_compared",
    "door_for",
    "draws_ahead",
    "draws_compared",
    "eligible",
    "entrance",
    "every_institution",
    "everybody",
    "first_draw",
    "founding_compared",
    "institution_at",
    "invitation_by_code",
    "invitations_compared",
    "invitations_of",
    "is_dormant",
    "is_last",
    "last_day_counted_dormant",
    "leaves_of",
    "member_of",
    "members",
    "memberships_of",
    "names_of",
    "newcomers_known_by",
    "newcomers_who_wait",
    "not_known_yet",
    "officers",
    "parting_by",
    "parting_compared",
    "parting_told",
    "public_institutions",
    "recoveries_compared",
    "roll_count",
    "roll_proof",
    "rolls_compared",
    "said_in_statement",
    "salt_on",
    "say_they_know",
    "seal_of_statement",
    "statements",
    "statements_compared",
    "those_to_draw",
    "those_who_count",
]
