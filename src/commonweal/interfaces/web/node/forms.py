"""The shape of what is typed on the demo's own pages."""

from collections.abc import Collection

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy


class BorrowForm(forms.Form):
    """One of the demo's people, by a membership of theirs."""

    member = forms.ChoiceField()

    def __init__(self, data: QueryDict | None, *, members: Collection[str]) -> None:
        super().__init__(data)
        field = self.fields["member"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(one, one) for one in members]


class DaysForm(forms.Form):
    """How many days to let pass."""

    days = forms.IntegerField(
        min_value=1, max_value=60, label=gettext_lazy("How many days?")
    )
