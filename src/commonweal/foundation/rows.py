"""What every row of an institution has: an id of its own making, and whose it is."""

import secrets
from typing import Protocol
from uuid import UUID, uuid4

from django.db import models

SALT_LENGTH = 16


def new_salt() -> bytes:
    """Give what is hashed along with a row, so that nobody guesses what it says."""
    return secrets.token_bytes(SALT_LENGTH)


class OfInstitution(models.Model):
    """A row of an institution, with an id of its own making."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    institution = models.ForeignKey(
        "institutions.Institution", on_delete=models.CASCADE
    )

    class Meta:
        abstract = True


class Identified(Protocol):
    """Anything that is told apart by an id, such as a member or an institution."""

    @property
    def id(self) -> UUID:
        """Its id, the same on every node."""
