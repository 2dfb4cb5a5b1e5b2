"""Tells Django of the pages: their templates, tags and styles."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The pages people open in a browser."""

    name = "commonweal.interfaces.web"
    label = "web"
