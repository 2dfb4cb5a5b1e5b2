"""What is typed to invite: how many codes, and for how many people a link is."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator
from django.utils.translation import gettext_lazy as _

ORDINARY_LINK = 10

type Typed = Mapping[str, Any] | None


class SheetForm(forms.Form):
    """How many printed codes."""

    count = forms.IntegerField(
        label=_("How many codes"), min_value=1, max_value=200, initial=12
    )


class LinkForm(forms.Form):
    """For how many people a link is."""

    most = forms.IntegerField(
        label=_("How many people it may let in"), min_value=1, required=False
    )

    def __init__(self, data: Typed = None, *, limit: int) -> None:
        super().__init__(data)
        self.fields["most"].help_text = (
            _("From 1 to %(most)d.") % {"most": limit}
            if limit > 1
            else _("The charter lets a link be for one person.")
        )
        self.fields["most"].initial = min(ORDINARY_LINK, limit)
        self.fields["most"].validators.append(MaxValueValidator(limit))
        self.fields["most"].widget.attrs["max"] = limit
