"""People, the links that sign them in, and the mail that is on its way to them."""

from collections.abc import Iterator
from typing import ClassVar
from uuid import uuid4

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac


class Person(AbstractBaseUser):
    """A human who signs in on this node. Their name belongs to each institution."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    email = models.EmailField(blank=True)
    # Until a link sent there has come back, anybody may have typed the address.
    email_confirmed = models.BooleanField(default=False)
    # A keyed digest of the code that somebody without mail keeps on paper.
    code_digest = models.CharField(max_length=64, null=True, unique=True)
    language = models.CharField(max_length=10, default="en")
    # Raised by one to end every session this person has anywhere.
    session_epoch = models.PositiveIntegerField(default=0)
    joined_on = models.DateField()

    # Nobody here has a password, and when somebody last signed in is nobody's business.
    password = None  # type: ignore[assignment]
    last_login = None

    objects = BaseUserManager()
    USERNAME_FIELD = "id"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["email"],
                condition=models.Q(email_confirmed=True),
                name="one_person_per_email",
            ),
            models.CheckConstraint(
                condition=~models.Q(email="") | models.Q(email_confirmed=False),
                name="only_an_address_is_confirmed",
            ),
        ]
        indexes = [models.Index(fields=["email"])]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def can_come_back(self) -> bool:
        """Say whether there surely is a way to sign in again."""
        return self.email_confirmed or self.code_digest is not None

    def get_session_auth_hash(self) -> str:
        """Tie every session to the epoch it began in; a new epoch ends them all."""
        return self._epoch_hash(settings.SECRET_KEY)

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """Accept sessions from before the node's key was replaced."""
        return (self._epoch_hash(key) for key in settings.SECRET_KEY_FALLBACKS)

    def _epoch_hash(self, secret: str | bytes) -> str:
        value = f"{self.id}:{self.session_epoch}"
        return salted_hmac(
            "commonweal.session", value, secret=secret, algorithm="sha256"
        ).hexdigest()


class SignInLink(models.Model):
    """A link sent by mail that signs a person in once, within the hour.

    `person` is empty where the address belongs to nobody here: the row is written all
    the same, so that asking takes equally long and shows nothing.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE)
    code_digest = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField(db_index=True)


class OutgoingMail(models.Model):
    """A letter to be sent. Once it is gone, its address and words are gone too."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    address = models.EmailField(blank=True)
    subject = models.CharField(max_length=200, blank=True)
    body = models.TextField(blank=True)
    written_at = models.DateTimeField(db_index=True)
    sent_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
