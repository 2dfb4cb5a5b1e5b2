"""What is typed of a task: what is to be done, by whom, and how it stands."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from commonweal.capabilities.assemblies.actions import OnTask


class TaskForm(forms.Form):
    """A task: what is to be done, by whom, until which day."""

    words = forms.CharField(label=_("What is to be done?"), max_length=300)
    of = forms.ChoiceField(
        label=_("Who is asked?"),
        help_text=_("They say themselves whether they do it."),
    )
    due_on = forms.DateField(
        label=_("Until which day?"), widget=forms.DateInput(attrs={"type": "date"})
    )

    def __init__(self, data: Any = None, *, people: Sequence[tuple[str, str]]) -> None:
        super().__init__(data)
        field = self.fields["of"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = people


class OnTaskForm(forms.Form):
    """What is said of a task by one of the buttons beside it."""

    deed = forms.CharField(max_length=20)
    reason = forms.CharField(max_length=300, required=False)
    due_on = forms.DateField(required=False)

    def said(self) -> OnTask:
        """Give what was said."""
        given = self.cleaned_data
        return OnTask(given["deed"], given["reason"], given["due_on"])
