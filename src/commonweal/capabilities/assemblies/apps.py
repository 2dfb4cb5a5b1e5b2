"""Tells Django of this subject."""

from django.apps import AppConfig


class AssembliesConfig(AppConfig):
    """The tables of assemblies."""

    name = "commonweal.capabilities.assemblies"
    label = "assemblies"
