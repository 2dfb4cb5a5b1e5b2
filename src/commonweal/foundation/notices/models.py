"""Notices to all members, and what became of each letter, but never who read it."""

from django.db import models

from commonweal.foundation.institutions.models import Member, OfInstitution


class Notice(OfInstitution):
    """Something that all members had to be told, and to how many it went.

    The counts are written down when nothing is on its way any more; until then they
    follow from the letters.
    """

    number = models.PositiveIntegerField()
    # What it told: the name of its sentences, and the id of what it was about.
    told = models.CharField(max_length=30)
    about = models.UUIDField()
    # Where it can be read, below the address of the institution.
    path = models.CharField(max_length=200)
    given_by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL)
    given_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    sent = models.PositiveIntegerField(default=0)
    not_sent = models.PositiveIntegerField(default=0)
    without_address = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "number"], name="notices_are_numbered"
            )
        ]


class NoticeLetter(OfInstitution):
    """One member whom a notice was for, and how far it came to them.

    It is forgotten some weeks later, and when they leave; the counts stay.
    """

    notice = models.ForeignKey(Notice, on_delete=models.CASCADE, related_name="letters")
    member = models.ForeignKey(Member, on_delete=models.CASCADE)
    # The letter while it is on its way; none where they have no address.
    letter = models.UUIDField(null=True)
    became = models.CharField(max_length=12)
    became_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "notice", "member"], name="once_to_each_member"
            )
        ]
        indexes = [
            models.Index(
                fields=["became", "institution"], name="notice_letters_waiting"
            )
        ]
