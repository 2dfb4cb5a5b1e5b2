"""That two members are not to be brought together, sealed."""

from django.db import models

from commonweal.foundation.institutions.models import OfInstitution


class Avoidance(OfInstitution):
    """A member's wish not to be brought together with another, until a day.

    Neither of the two stands here: both digests take this server's key, and the words
    a key of the row's own, destroyed on its day.
    """

    pair_digest = models.CharField(max_length=64)
    owner_digest = models.CharField(max_length=64)
    sealed = models.BinaryField()
    # Since when it is asked for, however often it was asked again.
    asked_on = models.DateField(null=True)
    destroy_on = models.DateField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "owner_digest", "pair_digest"],
                name="avoided_once_by_one",
            )
        ]
        indexes = [models.Index(fields=["institution", "pair_digest"])]
