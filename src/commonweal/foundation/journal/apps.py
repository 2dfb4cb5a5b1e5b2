"""Tells Django of this subject."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """The tables of journal."""

    name = "commonweal.foundation.journal"
    label = "journal"
