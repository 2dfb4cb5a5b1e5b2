"""Tells Django of this subject."""

from django.apps import AppConfig


class KeysConfig(AppConfig):
    """The tables of keys: what is known of them, never the keys."""

    name = "commonweal.foundation.keys"
    label = "keys"
