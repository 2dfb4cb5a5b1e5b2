"""Letting somebody back in who lost every way: who vouches, and what they print."""

from django.db import models
from django.db.models import Q

from commonweal.foundation.institutions.models.belonging import Member
from commonweal.foundation.rows import OfInstitution


class Recovery(OfInstitution):
    """Members letting back in somebody who lost every way; gone once it is over.

    How many are needed and how long it takes are those of the charter when it began.
    After a pause only words count that were given later, by as many `others` at most.
    """

    member = models.ForeignKey(Member, on_delete=models.CASCADE)
    needed = models.PositiveIntegerField()
    delay_days = models.PositiveIntegerField()
    begun_at = models.DateTimeField()
    ends_at = models.DateTimeField(db_index=True)
    paused_at = models.DateTimeField(null=True)
    others = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "member"], name="one_recovery_a_member"
            ),
            models.CheckConstraint(
                condition=Q(needed__gte=2), name="nobody_is_let_in_by_one_alone"
            ),
        ]


class Vouch(OfInstitution):
    """A member's word that they know who it is, and the half of the code they print.

    Only a keyed digest of the half is kept; without another member's half it opens
    nothing.
    """

    recovery = models.ForeignKey(
        Recovery, on_delete=models.CASCADE, related_name="vouches"
    )
    voucher = models.ForeignKey(Member, on_delete=models.CASCADE)
    given_at = models.DateTimeField()
    half_digest = models.CharField(max_length=64, null=True, unique=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "recovery", "voucher"], name="one_word_a_voucher"
            )
        ]
