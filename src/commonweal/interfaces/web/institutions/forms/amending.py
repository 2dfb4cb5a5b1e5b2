"""What is typed to say why the charter should be changed."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from commonweal.interfaces.web.institutions.forms.bringing import TEXT_LIMIT
from commonweal.interfaces.web.institutions.forms.founding import Typed

type Initial = dict[str, Any] | None


class AmendmentForm(forms.Form):
    """Why the charter should be changed."""

    title = forms.CharField(
        label=_("The question, in one sentence"),
        max_length=200,
        required=False,
    )
    text = forms.CharField(
        label=_("Why"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=TEXT_LIMIT,
        required=False,
    )
    bylaws = forms.CharField(
        label=_("Rules beside the charter, as text"),
        widget=forms.Textarea(attrs={"rows": 6}),
        required=False,
    )

    def __init__(
        self, data: Typed = None, *, question: str, initial: Initial = None
    ) -> None:
        """Ask why; `question` stands above where nobody types another."""
        super().__init__(data, initial=initial)
        told = gettext("Left empty, it reads: {question}").format(question=question)
        self.fields["title"].help_text = told
