"""Tells Django of this subject."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """The tables of notices."""

    name = "commonweal.foundation.notices"
    label = "notices"
