"""Tells Django of this subject."""

from django.apps import AppConfig


class SealingConfig(AppConfig):
    """The tables of what is sealed."""

    name = "commonweal.foundation.sealing"
    label = "sealing"
