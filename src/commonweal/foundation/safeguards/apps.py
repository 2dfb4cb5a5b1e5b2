"""Tells Django of this subject."""

from django.apps import AppConfig


class SafeguardsConfig(AppConfig):
    """The tables of safeguards."""

    name = "commonweal.foundation.safeguards"
    label = "safeguards"
