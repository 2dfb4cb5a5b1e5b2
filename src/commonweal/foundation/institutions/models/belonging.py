"""Institutions and what belongs to them. Every row names its institution."""

from datetime import datetime
from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from commonweal.foundation.people.models import Person
from commonweal.foundation.rows import OfInstitution


class Institution(models.Model):
    """A body people run together. All it is beyond this row stands in its charter."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    address = models.SlugField(max_length=60, unique=True)
    founded_at = models.DateTimeField()
    dissolved_at = models.DateTimeField(null=True)
    # When somebody is next to be drawn for an office; empty where nobody is.
    draw_due_at = models.DateTimeField(null=True, db_index=True)
    # What the operator stopped in the last resort, and until when.
    frozen_until = models.DateTimeField(null=True)
    face_hidden_until = models.DateTimeField(null=True)
    # From when to when its members part, and why; empty while nothing says so.
    parts_from = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True, db_index=True)
    parts_because = models.CharField(max_length=20, blank=True)
    # While what the operator did waits for its review; empty nearly always.
    review_waits = models.BooleanField(default=False)
    # The institution from whose charter it was founded; empty where from a kind.
    grown_from = models.UUIDField(null=True, db_index=True)

    def __str__(self) -> str:
        return self.address

    def is_face_hidden(self, at: datetime) -> bool:
        """Say whether strangers see nothing of it at `at`."""
        return self.face_hidden_until is not None and at < self.face_hidden_until


class CharterVersion(OfInstitution):
    """The charter as it reads from a moment on, and the decision that made it so."""

    number = models.PositiveIntegerField()
    text = models.TextField()
    in_force_at = models.DateTimeField()
    decision_id = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "number"], name="charter_versions_are_numbered"
            )
        ]


class Source(OfInstitution):
    """Where names on the members' list come from: who gave them, on what ground, when.

    It stays while somebody on the list has come by it, and is gone with the last.
    """

    # In the words of whoever brought the names; empty where a decision did.
    origin = models.CharField(max_length=200, blank=True)
    ground = models.CharField(max_length=20)
    gathered_on = models.DateField()
    brought_by = models.ForeignKey(
        "Member", null=True, on_delete=models.SET_NULL, related_name="+"
    )


class Member(OfInstitution):
    """A membership: a person's belonging, under the name they chose here.

    `person` is empty for somebody who is on the members' list but has not signed in
    yet, and after somebody has left the node.
    """

    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL)
    # Empty once they have left: what they did stays, who they were goes.
    name = models.CharField(max_length=120, blank=True)
    # With it the journal says whose place this is; nobody reads it there.
    salt = models.BinaryField(max_length=16, default=b"")
    # By whom their name was given, if not by themselves.
    source = models.ForeignKey(Source, null=True, on_delete=models.SET_NULL)
    member_class = models.CharField(max_length=60)
    # As what they came, and since when they are something else; empty for nearly all.
    first_class = models.CharField(max_length=60, blank=True)
    class_since = models.DateTimeField(null=True)
    joined_at = models.DateTimeField()
    # When the person came; empty while nobody has taken up a place on the list.
    taken_up_at = models.DateTimeField(null=True)
    left_at = models.DateTimeField(null=True)
    last_active_on = models.DateField()
    # How many members have to say that they know them, by the charter when they came.
    confirmers_needed = models.PositiveSmallIntegerField(default=0)
    # When enough had said so.
    confirmed_at = models.DateTimeField(null=True)
    # When their place was last given back, and when others knew them again.
    back_at = models.DateTimeField(null=True)
    known_again_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["institution", "joined_at"]),
            # Asked on every page; without the last column SQLite walks through all.
            models.Index(
                fields=["institution", "person", "joined_at"], name="members_by_person"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "person"],
                condition=Q(left_at=None),
                name="one_membership_per_person",
            ),
            models.CheckConstraint(
                condition=Q(left_at=None) | Q(left_at__gte=F("joined_at")),
                name="nobody_leaves_before_joining",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def counts(self, at: datetime) -> bool:
        """Say whether at `at` nobody had yet to say that they know this member."""
        return self.was_known(at) and not self.waits_anew(at)

    def was_known(self, at: datetime) -> bool:
        """Say whether enough knew them as they came, or nobody had to."""
        if not self.confirmers_needed:
            return True
        return self.confirmed_at is not None and self.confirmed_at <= at

    def waits_anew(self, at: datetime) -> bool:
        """Say whether their place was given back, and others have yet to know them."""
        if self.back_at is None or at < self.back_at:
            return False
        return self.known_again_at is None or at < self.known_again_at


class Confirmation(OfInstitution):
    """A member's word that they know somebody who came by an open invitation."""

    member = models.ForeignKey(
        Member, on_delete=models.CASCADE, related_name="confirmations"
    )
    said_by = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "member", "said_by"], name="says_so_once"
            )
        ]


class Invitation(OfInstitution):
    """A way in: a link for several people, or a printed code for one.

    Only a keyed digest of the code is kept, so the table opens no door.
    """

    invited_by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL)
    # The person on the members' list that this code is for, where it is for one.
    for_member = models.ForeignKey(
        Member, null=True, on_delete=models.CASCADE, related_name="+"
    )
    member_class = models.CharField(max_length=60)
    code_digest = models.CharField(max_length=64, unique=True)
    sheet = models.UUIDField(null=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    # 0: as often as wanted.
    max_uses = models.PositiveIntegerField(default=1)
    uses = models.PositiveIntegerField(default=0)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(max_uses=0) | Q(uses__lte=F("max_uses")),
                name="no_more_uses_than_invited",
            )
        ]


class Roll(OfInstitution):
    """Who has a right, frozen at a moment, with a hash that anybody can check."""

    franchise = models.CharField(max_length=60)
    frozen_at = models.DateTimeField()
    size = models.PositiveIntegerField()
    active = models.PositiveIntegerField()
    hash = models.CharField(max_length=64)


class RollEntry(OfInstitution):
    """One member on a roll, with the salt that lets them prove it."""

    # Its unique rows begin with the institution, and the index below with the roll.
    institution = models.ForeignKey(Institution, models.CASCADE, db_index=False)
    roll = models.ForeignKey(
        Roll, models.CASCADE, related_name="entries", db_index=False
    )
    member = models.ForeignKey(Member, on_delete=models.CASCADE)
    salt = models.BinaryField(max_length=16)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "roll", "member"], name="once_on_a_roll"
            )
        ]
        # Asked with every ballot. Without the member SQLite walks through the roll.
        indexes = [models.Index(fields=["roll", "member"], name="members_by_roll")]


class OfficeHolding(OfInstitution):
    """Somebody in an office of the charter, from one moment to another."""

    office = models.CharField(max_length=60)
    holder = models.ForeignKey(Member, on_delete=models.CASCADE)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField()
    decision_id = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until_at__gt=F("from_at")), name="a_term_has_a_length"
            )
        ]


class Statement(OfInstitution):
    """What the institution stands by: adopted here, or brought along from before."""

    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    decided_on = models.DateField()
    adopted_at = models.DateTimeField()
    decision_id = models.UUIDField(null=True)


class Application(models.Model):
    """Somebody's wish to found an institution on this node, and the answer."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=60)
    why = models.TextField()
    made_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    is_admitted = models.BooleanField(default=False)
    answer = models.TextField(blank=True)
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(answered_at=None),
                name="one_open_application_a_person",
            )
        ]
