"""Bodies of a confederation, matters before them, and all that was done, deed by deed.

Every row is the confederation's. A body is named by the id of its institution, which
may live on another node one day, so no row points into another institution's.
"""

from django.db import models

from commonweal.foundation.institutions.models import Member, OfInstitution


class Body(OfInstitution):
    """An institution that is a member of this one, or has asked to be, or was."""

    body = models.UUIDField(db_index=True)
    applied_at = models.DateTimeField()
    # When its notice or a term of its seats is over; empty where neither will be.
    next_due_at = models.DateTimeField(null=True, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "body"], name="a_body_is_one_body"
            )
        ]


class Matter(OfInstitution):
    """What is to be decided together, and the version of the pact that holds for it.

    Where it would change the pact, `change` holds the terms of that, as an amendment
    of a charter has them.
    """

    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    language = models.CharField(max_length=10)
    competence = models.CharField(max_length=60, blank=True)
    change = models.JSONField(default=dict, blank=True)
    pact = models.PositiveIntegerField()
    raised_at = models.DateTimeField()
    # When its stage ends by itself, or its congress does; empty where neither will.
    next_due_at = models.DateTimeField(null=True, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "number"], name="matters_are_numbered"
            )
        ]


class NotAsked(OfInstitution):
    """A member of a base who was not among those asked about a matter.

    They are counted at another base, or could not vote when the question was put. Gone
    when the bases are no longer asked.
    """

    matter = models.ForeignKey(
        Matter, on_delete=models.CASCADE, related_name="not_asked"
    )
    body = models.UUIDField()
    member = models.UUIDField()

    class Meta:
        indexes = [
            models.Index(fields=["matter", "body"], name="not_asked_by_body"),
        ]


class ConfederalDeed(OfInstitution):
    """One thing that a body or a delegate did; where anything stands follows from them.

    `body` is whose deed it is or whom it is about. `seat` is the number of the body's
    seat, `who` the delegate in it, as a member of the confederation. `words` are what
    is proposed or answered and `facts` all that rules read of the deed; `decision` is
    the body's own.
    """

    number = models.PositiveIntegerField()
    deed = models.CharField(max_length=20)
    body = models.UUIDField(null=True)
    matter = models.ForeignKey(
        Matter, null=True, on_delete=models.CASCADE, related_name="deeds"
    )
    seat = models.PositiveSmallIntegerField(default=0)
    who = models.ForeignKey(
        Member, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    words = models.TextField(blank=True)
    facts = models.JSONField(default=dict)
    decision = models.UUIDField(null=True)
    done_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "number"], name="deeds_together_are_numbered"
            )
        ]
        indexes = [
            models.Index(
                fields=["institution", "matter", "done_at"], name="deeds_by_matter"
            ),
            models.Index(fields=["institution", "body", "deed"], name="deeds_by_body"),
        ]
