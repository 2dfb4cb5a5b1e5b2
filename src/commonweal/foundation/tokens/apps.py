"""Tells Django of this subject."""

from django.apps import AppConfig


class TokensConfig(AppConfig):
    """The tables of tokens."""

    name = "commonweal.foundation.tokens"
    label = "tokens"
