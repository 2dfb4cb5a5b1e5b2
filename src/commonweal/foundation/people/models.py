"""People, how they are signed in, and the mail that is on its way to them."""

from datetime import datetime, timedelta
from hashlib import sha256
from typing import ClassVar
from uuid import uuid4

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from commonweal.foundation.keys.queries import opened
from commonweal.rules.verdict import Refused

# A device stays signed in for a season, unless nobody uses it for a month.
SIGN_IN_LASTS = timedelta(days=90)
UNUSED_LASTS = timedelta(days=30)
# On a shared phone a day is the end at the latest; minutes without use end it sooner.
SHARED_LASTS = timedelta(days=1)


class Person(AbstractBaseUser):
    """A human who signs in on this node. Their name belongs to each institution."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    # The mail address is sealed by a key of its own, which is not in the database; a
    # keyed digest finds it again.
    email_sealed = models.BinaryField(null=True)
    email_digest = models.CharField(max_length=64, blank=True)
    # Until a link sent there has come back, anybody may have typed the address. People
    # who share a mailbox may each have confirmed it.
    email_confirmed = models.BooleanField(default=False)
    # The last day on which the mail server there refused a letter; empty once it took
    # one again, or the address is another.
    letters_refused_on = models.DateField(null=True)
    language = models.CharField(max_length=10, default="en")
    # How many letters they have had sent to others on the last day they did.
    letters_on = models.DateField(null=True)
    letters_sent = models.PositiveIntegerField(default=0)
    joined_on = models.DateField()

    # Nobody here has a password, and when somebody last signed in is nobody's business.
    password = None  # type: ignore[assignment]
    last_login = None

    objects = BaseUserManager()
    USERNAME_FIELD = "id"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(email_digest="") | models.Q(email_confirmed=False),
                name="only_an_address_is_confirmed",
            ),
        ]
        indexes = [
            models.Index(fields=["email_digest"], name="people_pers_email_d_idx")
        ]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def email(self) -> str:
        """Their mail address, opened; empty for somebody who gave none."""
        sealed = self.email_sealed
        return "" if sealed is None else opened(sealed, about=f"person {self.id}")

    @property
    def email_that_opens(self) -> str:
        """Their mail address; empty as well where its key is gone."""
        try:
            return self.email
        except Refused:
            return ""


class SignIn(models.Model):
    """A device on which somebody is signed in, and nothing about the device.

    Not its address, not its browser, not the time of day: only the day it was last
    used, and the name its owner gave it. What the device shows is random, and kept
    here as a digest, so that the table opens no door.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    token_digest = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=60, blank=True)
    is_shared = models.BooleanField(default=False)
    used_on = models.DateField(db_index=True)
    ends_on = models.DateField(db_index=True)

    def is_over(self, at: datetime) -> bool:
        """Say whether the device is signed out by itself at `at`."""
        today = at.date()
        return today > self.ends_on or today > self.used_on + UNUSED_LASTS


def token_digest(token: str) -> str:
    """Give what is kept of a token. It is long and random, so this needs no key."""
    return sha256(token.encode()).hexdigest()


class PaperCode(models.Model):
    """One of the codes that somebody keeps on paper; it signs them in once.

    Only a keyed digest is kept, and the row goes when the code is used.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    code_digest = models.CharField(max_length=64, unique=True)


class Passkey(models.Model):
    """A key that somebody's phone or laptop keeps for them, under its own lock.

    Kept here are its public half and the name its owner gave it: not when it was used,
    not how often, not what made it.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    # By which the browser names the key; long ones make a poor index, so by digest.
    key_digest = models.CharField(max_length=64, unique=True)
    public_key = models.BinaryField()
    name = models.CharField(max_length=60)
    made_on = models.DateField()


class SignInLink(models.Model):
    """A link sent by mail that signs a person in once, within the hour.

    `person` is empty where the address belongs to nobody here: the row is written all
    the same, so that asking takes equally long and shows nothing.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE)
    code_digest = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField(db_index=True)
    # Whether it lets this person use a mailbox that is somebody else's already. The
    # letter says so.
    shares_mailbox = models.BooleanField(default=False)


class OutgoingMail(models.Model):
    """A letter to be sent. Once it is gone, its address and words are gone too."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    # Address, subject and words, sealed by the key of the day it was written on.
    sealed = models.BinaryField(null=True)
    address_digest = models.CharField(max_length=64, blank=True)
    written_at = models.DateTimeField(db_index=True)
    sent_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    # Since when a worker has it in hand; empty while none has.
    tried_at = models.DateTimeField(null=True)
    # When the mail server said that it takes it for nobody there.
    refused_at = models.DateTimeField(null=True)
    # Where it is in doubt whether it went out, a reminder is not sent again: the next
    # says the same. Any other letter rather comes twice than never.
    is_reminder = models.BooleanField(default=False)
