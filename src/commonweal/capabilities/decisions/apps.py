"""Tells Django of this subject."""

from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    """The tables of decisions."""

    name = "commonweal.capabilities.decisions"
    label = "decisions"
