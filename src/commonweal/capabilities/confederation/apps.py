"""Tells Django of this subject."""

from django.apps import AppConfig


class ConfederationConfig(AppConfig):
    """The tables of what bodies do together."""

    name = "commonweal.capabilities.confederation"
    label = "confederation"
