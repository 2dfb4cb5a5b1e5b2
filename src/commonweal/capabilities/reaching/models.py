"""How often members want letters, of what people were reminded, their calendars."""

from uuid import uuid4

from django.db import models

from commonweal.foundation.institutions.models import Member, OfInstitution
from commonweal.foundation.people.models import Person


class LetterChoice(OfInstitution):
    """How often a member wants to be reminded by letter of what waits for them here.

    Whoever never chose has none. What the law of the institution has its members told
    comes whatever was chosen.
    """

    member = models.OneToOneField(Member, on_delete=models.CASCADE)
    how = models.CharField(max_length=10)


class CalendarFeed(models.Model):
    """The private address at which somebody's calendar reads their assemblies.

    Only a keyed digest of the code in it is kept, so the table opens nothing.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.OneToOneField(Person, on_delete=models.CASCADE)
    code_digest = models.CharField(max_length=64, unique=True)
    made_on = models.DateField()


class Reminded(models.Model):
    """Of what somebody was reminded, so that no letter says the same again.

    `told` holds keyed digests of what still waits, and not what it is.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.OneToOneField(Person, on_delete=models.CASCADE)
    told = models.JSONField(default=list)
    # When the last letter of each sort was written, if one ever was.
    full_at = models.DateTimeField(null=True)
    bare_at = models.DateTimeField(null=True)
    # When it is next looked after what waits for them.
    look_at = models.DateTimeField(db_index=True)
