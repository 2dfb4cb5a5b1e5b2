"""Tells Django of this subject."""

from django.apps import AppConfig


class BackupsConfig(AppConfig):
    """The tables of backups."""

    name = "commonweal.foundation.backups"
    label = "backups"
