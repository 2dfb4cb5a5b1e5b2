"""Whether words are out of sight: hidden, or held back for a sponsor."""

from datetime import datetime
from uuid import UUID

from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.threads.queries.holds import held_back
from commonweal.foundation.threads.queries.matters import hidden_places


def out_of_sight(institution: Institution, about: UUID, *, at: datetime) -> bool:
    """Say whether words are hidden, or wait for a sponsor, so that few see them."""
    hidden = hidden_places(institution, at=at)
    return about in hidden or about in held_back(institution, [about])
