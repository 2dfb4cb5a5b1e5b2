"""Tells Django of this subject."""

from django.apps import AppConfig


class ReachingConfig(AppConfig):
    """The tables of how people are reached."""

    name = "commonweal.capabilities.reaching"
    label = "reaching"
