"""That this node was put back to how it once was, and which institutions know."""

from uuid import uuid4

from django.db import models

from commonweal.foundation.institutions.models import Member
from commonweal.foundation.rows import OfInstitution


class Restoration(models.Model):
    """The node was put back to how a backup had it; what was done since is missing.

    Whatever signs for this node's institutions asks first whether there is one.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    taken_at = models.DateTimeField()
    restored_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(restored_at__gte=models.F("taken_at")),
                name="nothing_is_restored_before_it_is_kept",
            )
        ]


class Acknowledgement(OfInstitution):
    """A member's word, for all to see, that they know of a restoration."""

    restoration = models.ForeignKey(Restoration, on_delete=models.CASCADE)
    member = models.ForeignKey(Member, on_delete=models.CASCADE)
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "restoration", "member"],
                name="one_word_per_member",
            )
        ]
