"""What somebody wrote, for their own download."""

from collections.abc import Collection
from uuid import UUID

from commonweal.capabilities.decisions.models import Version


def words_of_proposals_by(authors: Collection[UUID]) -> list[Version]:
    """Give every version of the proposals that these members wrote."""
    mine = Version.objects.filter(proposal__author__in=authors)
    return list(mine.order_by("proposal_id", "number"))
