"""What is typed to tell delegates what to say: the fields of one sort, no others."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from commonweal.interfaces.web.decisions.forms.proposing import (
    TEXT_LIMIT,
    Terms,
    Typed,
    WordsForm,
)
from commonweal.rules.confederation.gaps import number_in

SIDES = (("yes", _("Yes")), ("no", _("No")), ("abstain", _("They abstain")))
ASK_US = ("ask", _("They ask us again"))
FREE = ("free", _("As seems right to them"))
CONDITIONS = 2
MOST_HOURS, USUAL_HOURS = 720, 72


class MandateForm(WordsForm):
    """A mandate of one sort on one matter: here one that needs nothing more said."""

    matter = forms.CharField(widget=forms.HiddenInput)
    sort = forms.CharField(widget=forms.HiddenInput)

    def __init__(
        self,
        data: Typed = None,
        *,
        initial: dict[str, Any],
        words: Sequence[tuple[str, str]] = (),
    ) -> None:
        super().__init__(data, initial=initial)
        if len(words) > 1:
            self.fields["words"] = forms.ChoiceField(
                label=_("On which words"),
                choices=words,
                widget=forms.RadioSelect,
            )
        self.fields["text"].label = _("Why")
        last = [name for name in self.fields if name not in {"title", "text"}]
        self.order_fields(["title", *last, "text"])

    def terms(self) -> Terms:
        """Name the matter, and what delegates are told."""
        matter, words = self.cleaned_data["matter"], self.cleaned_data.get("words")
        chosen = {"words": words} if words else {}
        return {"matter": matter, **chosen, "mandate": self.mandate()}

    def mandate(self) -> Terms:
        """Give the mandate as rules know it."""
        return {"sort": self.cleaned_data["sort"]}


def _side(label: Any, *more: tuple[Any, Any], required: bool = True) -> Any:
    return forms.ChoiceField(
        label=label,
        choices=(*SIDES, *more),
        widget=forms.RadioSelect,
        required=required,
    )


class FixedForm(MandateForm):
    """Just yes, no, or neither."""

    stance = _side(_("What they say"))

    def mandate(self) -> Terms:
        """Give the one thing to be said."""
        return {"sort": "fixed", "stance": self.cleaned_data["stance"]}


class UrgentForm(MandateForm):
    """Only if it is decided as urgent, and only for some hours."""

    stance = _side(_("What they say, if it cannot wait"), FREE)
    hours = forms.IntegerField(
        label=_("For how many hours from our decision on"),
        min_value=1,
        max_value=MOST_HOURS,
        initial=USUAL_HOURS,
    )

    def mandate(self) -> Terms:
        """Give what is said, and how long it may be."""
        stance, hours = self.cleaned_data["stance"], self.cleaned_data["hours"]
        told = None if stance == "free" else stance
        return {"sort": "urgent", "stance": told, "hours": hours}


class RangeForm(MandateForm):
    """A number in the gap of the words, from here to there."""

    least = forms.CharField(
        label=_("The lowest number we agree to"), max_length=20, required=False
    )
    most = forms.CharField(
        label=_("The highest number we agree to"), max_length=20, required=False
    )

    def clean_least(self) -> Fraction | None:
        """Read the lower number, if there is one."""
        return _number(self.cleaned_data["least"])

    def clean_most(self) -> Fraction | None:
        """Read the higher number, if there is one."""
        return _number(self.cleaned_data["most"])

    def clean(self) -> dict[str, Any]:
        """Let the lower number be the lower one."""
        least, most = (self.cleaned_data.get(one) for one in ("least", "most"))
        if least is not None and most is not None and least > most:
            self.add_error(
                "most",
                gettext("The highest number is below the lowest. Turn them round."),
            )
        return self.cleaned_data

    def mandate(self) -> Terms:
        """Give the limits as exact numbers."""
        least, most = self.cleaned_data["least"], self.cleaned_data["most"]
        ends = {"least": least, "most": most}
        plain = {name: None if end is None else str(end) for name, end in ends.items()}
        return {"sort": "range", **plain}


def _number(typed: str) -> Fraction | None:
    if not typed.strip():
        return None
    found = number_in(typed)
    if found is None:
        raise forms.ValidationError(_("Write a number, such as 3 or 3.50."))
    return found


class RankedForm(MandateForm):
    """The ways that the words list, in an order."""

    def __init__(
        self, data: Typed = None, *, initial: dict[str, Any], ways: Sequence[str]
    ) -> None:
        super().__init__(data, initial=initial)
        self.names = tuple(f"place_{place}" for place, _way in enumerate(ways, 1))
        nothing = ("", gettext("none of the others"))
        for place, name in enumerate(self.names, 1):
            self.fields[name] = forms.ChoiceField(
                label=gettext("Place %(place)s") % {"place": place},
                choices=[nothing, *((way, way) for way in ways)],
                required=place == 1,
            )
        self.order_fields(["title", "matter", "sort", *self.names, "text"])

    def clean(self) -> dict[str, Any]:
        """Let each way stand in one place."""
        chosen = self._chosen()
        if len(set(chosen)) < len(chosen):
            raise forms.ValidationError(_("One way stands in two places."))
        return self.cleaned_data

    def mandate(self) -> Terms:
        """Give the order, best first."""
        return {"sort": "ranked", "ranking": self._chosen()}

    def _chosen(self) -> list[str]:
        found = (self.cleaned_data.get(name) for name in self.names)
        return [one for one in found if one]


class ConditionalForm(MandateForm):
    """What follows from what else is decided, and from words that change."""

    otherwise = _side(_("To these words as they are, they say"))
    changed_words = forms.CharField(
        label=_("If the words become just these"),
        help_text=_("Letter by letter. Leave it empty if you foresee no such words."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=TEXT_LIMIT,
        required=False,
    )
    changed_stance = _side(_("Then they say"), required=False)
    if_changed = _side(_("If the words are changed in any other way"), ASK_US)

    def __init__(
        self,
        data: Typed = None,
        *,
        initial: dict[str, Any],
        others: Mapping[str, str],
        words: Sequence[tuple[str, str]] = (),
    ) -> None:
        super().__init__(data, initial=initial, words=words)
        self.rows = tuple(range(1, CONDITIONS + 1)) if others else ()
        for row in self.rows:
            self._add(row, others)
        whens = [f"{one}_{row}" for row in self.rows for one in ("if", "says")]
        rest = ["changed_words", "changed_stance", "if_changed", "text"]
        self.order_fields(
            ["title", "matter", "sort", "words", *whens, "otherwise", *rest]
        )
        if others:
            self.fields["otherwise"].label = gettext("If none of this, they say")

    def _add(self, row: int, others: Mapping[str, str]) -> None:
        agreed, not_agreed = (
            gettext("the congress agrees on “%(title)s”"),
            gettext("the congress does not agree on “%(title)s”"),
        )
        choices = [("", gettext("no condition"))]
        for pk, title in others.items():
            choices.append((f"{pk} yes", agreed % {"title": title}))
            choices.append((f"{pk} no", not_agreed % {"title": title}))
        self.fields[f"if_{row}"] = forms.ChoiceField(
            label=gettext("If"), choices=choices, required=False
        )
        self.fields[f"says_{row}"] = _side(gettext("Then they say"), required=False)

    def clean(self) -> dict[str, Any]:
        """Let each condition say what follows from it."""
        pairs = [(f"if_{row}", f"says_{row}") for row in self.rows]
        for asked, says in (*pairs, ("changed_words", "changed_stance")):
            if self.cleaned_data.get(asked) and not self.cleaned_data.get(says):
                self.add_error(says, gettext("Say what follows from it."))
        return self.cleaned_data

    def mandate(self) -> Terms:
        """Give the conditions; the words that they are about are found by the rest."""
        typed = self.cleaned_data
        words, stance = typed["changed_words"], typed["changed_stance"]
        changed = [{"words": words.strip(), "stance": stance}] if words.strip() else []
        otherwise, else_ = typed["otherwise"], typed["if_changed"]
        return {
            "sort": "conditional",
            "whens": [when for row in self.rows for when in self._when(row)],
            "otherwise": otherwise,
            "if_changed": None if else_ == "ask" else else_,
            "changed": changed,
        }

    def _when(self, row: int) -> list[Terms]:
        named = self.cleaned_data[f"if_{row}"]
        matter, _space, agreed = named.partition(" ")
        stance = self.cleaned_data[f"says_{row}"]
        when = {"matter": matter, "agreed": agreed == "yes", "stance": stance}
        return [when] if named else []
