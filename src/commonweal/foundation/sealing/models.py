"""What is sealed for whom, who keeps the keys together, and who has read it."""

from django.db import models
from django.db.models import F, Q

from commonweal.foundation.institutions.models import Member, OfInstitution
from commonweal.foundation.people.models import Person


class Trustee(OfInstitution):
    """A member trusted with shares of keys, known by the public half of their key.

    The other half comes from a code on paper, shown once and kept nowhere.
    """

    member = models.OneToOneField(Member, on_delete=models.CASCADE)
    public_key = models.BinaryField(max_length=32)
    since = models.DateField()


class NamedTrustee(OfInstitution):
    """A member whom a decision named as trustee; the last decision names all there are.

    Their key is made when they take the code for it. `threshold` is how many of those
    named together open what is sealed from then on.
    """

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    decision_id = models.UUIDField()
    threshold = models.PositiveSmallIntegerField()
    named_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "decision_id", "member"],
                name="named_once_a_decision",
            )
        ]


class SealedThing(OfInstitution):
    """Words sealed for their holders, until they are destroyed.

    Where there are trustees, no key lies on this server until `threshold` of them have
    given their shares.
    """

    words = models.BinaryField(null=True)
    # Whom the words are about, if about one member.
    subject = models.ForeignKey(
        Member, null=True, on_delete=models.CASCADE, related_name="+"
    )
    sealed_by = models.ForeignKey(
        Member, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    # What it is for, in words members may see.
    purpose = models.CharField(max_length=200)
    threshold = models.PositiveSmallIntegerField(default=0)
    opens_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True)
    destroy_at = models.DateTimeField(db_index=True)
    destroyed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(destroy_at__gt=F("opens_at")),
                name="sealed_no_longer_than_it_opens",
            ),
            models.CheckConstraint(
                condition=Q(destroyed_at=None) | Q(words=None),
                name="what_is_destroyed_has_no_words",
            ),
        ]


class Holder(OfInstitution):
    """A member for whom something is sealed."""

    thing = models.ForeignKey(
        SealedThing, on_delete=models.CASCADE, related_name="holders"
    )
    member = models.ForeignKey(Member, on_delete=models.CASCADE)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "thing", "member"], name="holds_once"
            )
        ]


class KeyShare(OfInstitution):
    """A trustee's share of the key of one sealed thing.

    It is sealed to a key pair made for this thing and this trustee; its secret half
    lies with the keys, sealed to the trustee, and not here.
    """

    thing = models.ForeignKey(
        SealedThing, on_delete=models.CASCADE, related_name="shares"
    )
    trustee = models.ForeignKey(
        Trustee, null=True, on_delete=models.SET_NULL, related_name="shares"
    )
    number = models.PositiveSmallIntegerField()
    share = models.BinaryField()
    digest = models.CharField(max_length=64)
    given_at = models.DateTimeField(null=True)
    destroying_since = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "thing", "number"], name="shares_are_numbered"
            )
        ]


class Reading(models.Model):
    """That somebody read what is sealed about a person: who, on which day, what for.

    The person sees it on their own page. It is theirs, and goes when they go.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    reader = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL)
    read_on = models.DateField()
    purpose = models.CharField(max_length=200)

    class Meta:
        indexes = [models.Index(fields=["person", "read_on"], name="readings_of_one")]
