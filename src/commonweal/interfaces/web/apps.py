"""Tells Django of the pages: their templates, tags and styles."""

from django.apps import AppConfig
from django.core.validators import (
    MaxLengthValidator,
    MaxValueValidator,
    MinValueValidator,
)
from django.forms import BooleanField, ChoiceField, Field
from django.utils.translation import gettext_lazy as _


class WebConfig(AppConfig):
    """The pages people open in a browser."""

    name = "commonweal.interfaces.web"
    label = "web"

    def ready(self) -> None:
        """Let a field say what to do, in words as one would say them."""
        Field.default_error_messages["required"] = _("Please fill this in.")
        BooleanField.default_error_messages = {"required": _("Please tick this.")}
        ChoiceField.default_error_messages = {
            "invalid_choice": _("Choose one of those that are offered.")
        }
        MaxValueValidator.message = _("This can be at most %(limit_value)s.")
        MinValueValidator.message = _("This must be at least %(limit_value)s.")
        MaxLengthValidator.message = _(
            "This can be at most %(limit_value)d characters long; now it is "
            "%(show_value)d."
        )
