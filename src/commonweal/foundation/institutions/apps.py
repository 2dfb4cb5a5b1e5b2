"""Tells Django of this subject."""

from django.apps import AppConfig


class InstitutionsConfig(AppConfig):
    """The tables of institutions."""

    name = "commonweal.foundation.institutions"
    label = "institutions"
