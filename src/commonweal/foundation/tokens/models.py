"""Tokens, and what a program was answered, kept a day so that nothing is done twice."""

from datetime import datetime
from uuid import uuid4

from django.db import models

from commonweal.foundation.people.models import Person


class Token(models.Model):
    """A key with which a program acts as a person, within scopes, until a day.

    Only a keyed digest of it is kept, so the table opens no door.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    name = models.CharField(max_length=60)
    code_digest = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField(default=list)
    made_on = models.DateField()
    used_on = models.DateField(null=True)
    # The last day on which it opens anything, by the calendar of UTC.
    ends_on = models.DateField(db_index=True)

    def __str__(self) -> str:
        return self.name

    def is_over(self, at: datetime) -> bool:
        """Say whether it opens nothing any more."""
        return at.date() > self.ends_on


class KeptAnswer(models.Model):
    """What was answered to a deed, which may be asked for again till tomorrow is over.

    The answer is locked with the token and the key that the program sent, neither of
    which is kept: only whoever asks again in the same words can open it.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    key_digest = models.CharField(max_length=64)
    request_digest = models.CharField(max_length=64)
    answer = models.BinaryField(default=bytes)
    # Midnight, so that nobody finds the deed in the journal by its moment.
    kept_until = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "key_digest"], name="one_answer_per_key"
            )
        ]
