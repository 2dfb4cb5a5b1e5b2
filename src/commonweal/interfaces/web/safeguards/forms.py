"""Whom one does not want to be brought together with."""

from collections.abc import Iterable

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from commonweal.foundation.institutions.models import Member


class AvoidForm(forms.Form):
    """One of the other members."""

    other = forms.ChoiceField(
        label=_("With whom not"),
        help_text=_("They are not told, and nobody else is."),
    )

    def __init__(
        self, typed: QueryDict | None = None, *, members: Iterable[Member]
    ) -> None:
        super().__init__(typed)
        field = self.fields["other"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "—"), *((str(one.pk), one.name) for one in members)]
