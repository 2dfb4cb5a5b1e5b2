"""Tells Django of this subject."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """The tables of people."""

    name = "commonweal.foundation.people"
    label = "people"
