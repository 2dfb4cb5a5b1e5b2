"""What the database knows of keys: enough to tell a wrong one, never to open."""

from django.db import models


class StandingKey(models.Model):
    """A key that stays, with a check by which another in its place is found out."""

    name = models.CharField(max_length=80, primary_key=True)
    check_digest = models.CharField(max_length=64)


class DoomedKey(models.Model):
    """A key whose file is to be destroyed; the row goes once the file is gone.

    Written with the deed that ends what the key opens, so that neither a crash nor a
    full disk leaves a key behind that nobody remembers.
    """

    name = models.CharField(max_length=80, primary_key=True)
