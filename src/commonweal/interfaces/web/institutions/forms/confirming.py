"""Which newcomers the reader knows."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from commonweal.foundation.institutions.models import Member


class KnownForm(forms.Form):
    """Which of those who came by an open invitation the reader knows."""

    known = forms.MultipleChoiceField(
        label=_("Whom do you know?"),
        help_text=_(
            "Tick only people you have met, each once. Your name stands in the journal "
            "beside theirs, and from then on they can vote if they could not yet."
        ),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Tick whom you know."),
            "invalid_choice": _("One of them does not wait any more. Look once more."),
        },
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, newcomers: Sequence[Member]
    ) -> None:
        super().__init__(data)
        self.newcomers = {str(one.pk): one for one in newcomers}
        choices = [(key, one.name) for key, one in self.newcomers.items()]
        self.fields["known"].choices = choices  # type: ignore[attr-defined]

    def chosen(self) -> list[Member]:
        """Give the newcomers who were ticked."""
        return [self.newcomers[one] for one in self.cleaned_data["known"]]
