"""What is typed to say what a yes would set in motion."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from commonweal.capabilities.decisions.actions import Option
from commonweal.foundation.institutions.effect import Ask
from commonweal.interfaces.web.decisions.forms.proposing import (
    TEXT_LIMIT,
    TITLE_LIMIT,
    Initial,
    Terms,
    Typed,
    WordsForm,
)


class TermsForm(WordsForm):
    """A question, and what an effect asks for so that a yes can set it in motion."""

    def __init__(
        self,
        data: Typed = None,
        *,
        offered: Mapping[Ask, Sequence[tuple[str, str]]],
        label_of_text: str = "",
    ) -> None:
        super().__init__(data)
        self.asks = tuple(offered)
        for ask, choices in offered.items():
            self.fields[ask.name] = _chosen_from(ask, choices)
        if label_of_text:
            self.fields["text"].label = gettext(label_of_text)
        self.order_fields(["title", *(ask.name for ask in self.asks), "text"])

    def terms(self) -> Terms:
        """Give what was chosen, as the effect reads it."""
        return {ask.name: ask.read(self.cleaned_data[ask.name]) for ask in self.asks}


class StatementForm(WordsForm):
    """A text that the institution would stand by from then on."""

    statement_title = forms.CharField(
        label=_("Name of the text to adopt"), max_length=TITLE_LIMIT
    )
    statement = forms.CharField(
        label=_("The text to adopt"),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=TEXT_LIMIT,
    )
    field_order = ("title", "statement_title", "statement", "text")

    def __init__(self, data: Typed = None, *, initial: Initial = None) -> None:
        super().__init__(data, initial=initial)
        self.fields["text"].label = _("Why we would adopt it")

    def terms(self) -> Terms:
        """Name the text to adopt."""
        return {
            "title": self.cleaned_data["statement_title"],
            "text": self.cleaned_data["statement"],
        }


class AdmitForm(WordsForm):
    """People who would become members."""

    people = forms.CharField(
        label=_("Who would become a member, one name on each line"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=TEXT_LIMIT,
    )
    member_class = forms.ChoiceField(label=_("They would join as"))
    field_order = ("title", "people", "member_class", "text")

    def __init__(
        self, data: Typed = None, *, classes: Sequence[tuple[str, str]]
    ) -> None:
        super().__init__(data)
        _offer(self, "member_class", classes)

    def clean_people(self) -> tuple[str, ...]:
        """Read one name a line."""
        lines = [line.strip() for line in self.cleaned_data["people"].splitlines()]
        return tuple(line for line in lines if line)

    def terms(self) -> Terms:
        """Name who would be admitted, and as what."""
        member_class = self.cleaned_data["member_class"]
        names = self.cleaned_data["people"]
        return {
            "people": [{"name": name, "member_class": member_class} for name in names]
        }


class OfficeForm(WordsForm):
    """An office to fill, and who stands for it."""

    office = forms.ChoiceField(label=_("The office"))
    candidates = forms.MultipleChoiceField(
        label=_("Who stands for it"),
        help_text=_("Tick everybody who has agreed to stand; ask them first."),
        widget=forms.CheckboxSelectMultiple,
    )
    field_order = ("title", "office", "candidates", "text")

    def __init__(
        self,
        data: Typed = None,
        *,
        offices: Sequence[tuple[str, str]],
        members: Sequence[tuple[UUID, str]],
    ) -> None:
        super().__init__(data)
        self.fields["title"].help_text = _(
            "As you would ask it aloud, such as: Who keeps our books from May?"
        )
        self.fields["text"].label = _("What the office is for")
        self.names = {str(member): name for member, name in members}
        _offer(self, "office", offices)
        _offer(self, "candidates", list(self.names.items()))

    def options(self) -> tuple[Option, ...]:
        """Give the candidates as the options."""
        chosen = self.cleaned_data["candidates"]
        return tuple(Option(self.names[one], id=one) for one in chosen)

    def terms(self) -> Terms:
        """Name the office."""
        return {"office": self.cleaned_data["office"]}


def _chosen_from(ask: Ask, choices: Sequence[tuple[str, str]]) -> forms.ChoiceField:
    label = gettext(ask.label)
    if ask.many:
        ticks = forms.CheckboxSelectMultiple
        return forms.MultipleChoiceField(label=label, widget=ticks, choices=choices)
    return forms.ChoiceField(label=label, widget=forms.RadioSelect, choices=choices)


def _offer(form: forms.Form, name: str, choices: Sequence[tuple[str, str]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices)
