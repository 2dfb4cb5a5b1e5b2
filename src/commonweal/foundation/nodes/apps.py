"""Tells Django of this subject."""

from django.apps import AppConfig


class NodesConfig(AppConfig):
    """The tables of nodes."""

    name = "commonweal.foundation.nodes"
    label = "nodes"
