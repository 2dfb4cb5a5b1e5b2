"""Tells Django of the pages: their templates, tags and styles."""

from django.apps import AppConfig
from django.forms import BooleanField, Field
from django.utils.translation import gettext_lazy as _


class WebConfig(AppConfig):
    """The pages people open in a browser."""

    name = "commonweal.interfaces.web"
    label = "web"

    def ready(self) -> None:
        """Let a field that was left empty say what to do."""
        Field.default_error_messages["required"] = _("Please fill this in.")
        BooleanField.default_error_messages = {"required": _("Please tick this.")}
