"""The one table of the bare site."""

from django.conf import settings
from django.db import models


class Mark(models.Model):
    """What somebody sent, and when."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    answer = models.CharField(max_length=10)
    sent_at = models.DateTimeField()
