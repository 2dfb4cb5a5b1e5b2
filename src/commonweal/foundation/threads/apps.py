"""Tells Django of this subject."""

from django.apps import AppConfig


class ThreadsConfig(AppConfig):
    """The tables of threads."""

    name = "commonweal.foundation.threads"
    label = "threads"
