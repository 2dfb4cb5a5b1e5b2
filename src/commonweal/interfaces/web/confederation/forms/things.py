"""What comes into a pact or goes out of it as a whole, as its page asks for it."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy

from commonweal.foundation.language import say
from commonweal.rules.charters.adding import name_for, removable
from commonweal.rules.charters.charter import Charter
from commonweal.rules.charters.settings import things
from commonweal.rules.confederation.standards import YES, Standard
from commonweal.rules.sentence import Sentence
from commonweal.rules.setting import LONGEST_NAME, Setting, declared

OF_STANDARD = ("standard", "asked", "limit", "required", "grace_days", "remedy")
PLACES = {"together": "competences", "standard": "standards", "act": "acts"}


class ThingsForm(forms.Form):
    """One new thing of each sort, if any, and whatever is to go."""

    together = forms.CharField(
        label=gettext_lazy("Something more that we decide together"),
        max_length=LONGEST_NAME,
        required=False,
        help_text=gettext_lazy("Such as: the fund that all of us pay into"),
    )
    standard = forms.CharField(
        label=gettext_lazy("In words"),
        max_length=LONGEST_NAME,
        required=False,
        help_text=gettext_lazy("Such as: no landlord or boss is a member"),
    )
    act = forms.CharField(
        label=gettext_lazy("In words"),
        max_length=LONGEST_NAME,
        required=False,
        help_text=gettext_lazy("Such as: selling land or homes"),
    )
    under = forms.ChoiceField(
        label=gettext_lazy("What it is raised under"), required=False
    )
    gone = forms.MultipleChoiceField(
        label=gettext_lazy("No longer in the pact"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, charter: Charter
    ) -> None:
        super().__init__(data)
        self.charter = charter
        settings = {one.name: one for one in declared(Standard)}
        for name in OF_STANDARD[1:]:
            setting, usual = settings[name].setting, settings[name].usual
            assert isinstance(setting, Setting)
            self.fields[name] = _field(name, setting, usual)
        together = things(charter, "competences")
        self.fields["under"].choices = [  # type: ignore[attr-defined]
            (name, say(words)) for name, words in together.items()
        ]
        there = removable(charter)
        self.fields["gone"].choices = [  # type: ignore[attr-defined]
            (place, f"{_sort(place)}: {say(words)}") for place, words in there.items()
        ]
        if not there:
            del self.fields["gone"]

    @property
    def of_standard(self) -> Iterator[forms.BoundField]:
        """Give the fields of what is asked of every body."""
        return (self[name] for name in OF_STANDARD)

    def clean(self) -> dict[str, Any]:
        """Ask for the number that something is looked at by."""
        kept: dict[str, Any] = super().clean() or {}
        by_number = kept.get("asked") not in YES
        if kept.get("standard") and by_number and not kept.get("limit"):
            self.add_error("limit", gettext("Write how many are allowed."))
        return kept

    def begin_with(self, begun: Mapping[str, Any]) -> None:
        """Show what a draft would add and take out."""
        for place, thing in begun.get("adds", {}).items():
            table = place.partition(".")[0]
            for name, at in PLACES.items():
                if at == table:
                    self.fields[name].initial = thing.get("name")
            for name in {*OF_STANDARD[1:], "under"} & thing.keys():
                self.fields[name].initial = thing[name]
        if "gone" in self.fields:
            self.fields["gone"].initial = begun.get("removes", [])

    def terms(self) -> dict[str, object]:
        """Give what comes and what goes, as the terms of a change have it."""
        kept = self.cleaned_data
        adds: dict[str, object] = {}
        for name, table in PLACES.items():
            words = kept[name]
            if words:
                there = things(self.charter, table)
                place = f"{table}.{name_for(words, there)}"
                adds[place] = {"name": words, **self._more(name)}
        found = {"adds": adds, "removes": kept.get("gone", [])}
        return {name: value for name, value in found.items() if value}

    def _more(self, name: str) -> dict[str, object]:
        kept = self.cleaned_data
        if name == "act":
            return {"under": kept["under"]}
        if name != "standard":
            return {}
        more = {
            one: kept[one] for one in OF_STANDARD[1:] if kept[one] not in ("", None)
        }
        if kept["asked"] in YES:
            more.pop("limit", None)
        return more


def _field(name: str, setting: Setting, usual: Any) -> forms.Field:
    label = say(Sentence(f"setting_standard_{name}"))
    if setting.sort == "choice":
        told = f"choice_{setting.tells}_"
        options = [(one, say(Sentence(f"{told}{one}"))) for one in setting.choices]
        return forms.ChoiceField(
            label=label, choices=options, initial=usual, required=False
        )
    if setting.sort == "flag":
        return forms.BooleanField(label=label, initial=usual, required=False)
    return forms.IntegerField(
        label=label,
        min_value=setting.least,
        max_value=setting.most,
        initial=usual or None,
        required=False,
    )


def _sort(place: str) -> str:
    return say(Sentence(f"sort_{place.partition('.')[0]}"))
