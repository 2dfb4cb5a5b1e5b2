"""A ballot as a form, one for each form of ballot there is; nothing is preselected.

Every ballot can be filled in with a keyboard alone and without JavaScript. What the
marks mean, and whether a shared or a skipped rank spoils them, is the method's affair.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from commonweal.rules.voting.marks import MOST_POINTS

type Option = Mapping[str, object]
type Marks = dict[str, object]

ANSWERS = (
    ("yes", _("Yes, I agree")),
    ("no", _("No, I do not agree")),
    ("abstain", _("I abstain")),
)


class BallotForm(forms.Form):
    """What every ballot has in common: the options it names."""

    shape = ""

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        options: Sequence[Option],
        marks: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(data)
        self.options = options
        self.build(marks or {})

    def build(self, marks: Mapping[str, Any]) -> None:
        """Add a field for each thing that can be marked, as it was marked before."""

    def marks(self) -> Marks:
        """Give what was marked, as the question keeps it."""
        raise NotImplementedError


class AnswerBallot(BallotForm):
    """Yes, no or abstain."""

    shape = "answer"
    answer = forms.ChoiceField(
        choices=ANSWERS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose yes, no or abstain.")},
    )

    def build(self, marks: Mapping[str, Any]) -> None:
        """Show the answer given before, if there was one."""
        self.fields["answer"].initial = marks.get("answer")

    def marks(self) -> Marks:
        """Give the answer."""
        return {"answer": self.cleaned_data["answer"]}


class ApprovalBallot(BallotForm):
    """Tick as many options as you can live with."""

    shape = "approvals"
    approved = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick at least one option.")},
    )

    def build(self, marks: Mapping[str, Any]) -> None:
        """Offer every option, ticked where it was ticked before."""
        field = self.fields["approved"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(str(o["id"]), str(o["label"])) for o in self.options]
        field.initial = marks.get("approved", [])

    def marks(self) -> Marks:
        """Give what was ticked, each once however often it was sent."""
        return {"approved": list(dict.fromkeys(self.cleaned_data["approved"]))}


class NumberBallot(BallotForm):
    """A whole number, or nothing, beside each option."""

    kept_as = ""
    unmarked = _("no number")

    def numbers(self) -> Sequence[int]:
        """Give the numbers that can be chosen."""
        raise NotImplementedError

    def build(self, marks: Mapping[str, Any]) -> None:
        """Add one field an option, with the number it was given before."""
        before = marks.get(self.kept_as, {})
        numbers = [(str(n), str(n)) for n in self.numbers()]
        for option in self.options:
            self.fields[f"on-{option['id']}"] = forms.ChoiceField(
                label=str(option["label"]),
                choices=[("", self.unmarked), *numbers],
                initial=str(before.get(option["id"], "")),
                required=False,
            )

    def clean(self) -> None:
        """Ask for at least one number: an empty ballot says nothing."""
        given = (self.cleaned_data.get(f"on-{o['id']}") for o in self.options)
        if not self.errors and not any(given):
            raise forms.ValidationError(_("Mark at least one option."))

    def marks(self) -> Marks:
        """Give the numbers by option; an option without one is left out."""
        given = {str(o["id"]): self.cleaned_data[f"on-{o['id']}"] for o in self.options}
        return {self.kept_as: {one: int(n) for one, n in given.items() if n}}


class RankingBallot(NumberBallot):
    """1 for the option you like best, 2 for the next, as far as you want to go."""

    shape = "ranking"
    kept_as = "ranks"
    unmarked = _("no rank")

    def numbers(self) -> Sequence[int]:
        """Give as many ranks as there are options."""
        return range(1, len(self.options) + 1)


class ScoreBallot(NumberBallot):
    """Points for each option."""

    shape = "scores"
    kept_as = "scores"
    unmarked = _("no points")

    def numbers(self) -> Sequence[int]:
        """Give the points from nought to the most that one option can have."""
        return range(MOST_POINTS + 1)


FORMS: Mapping[str, type[BallotForm]] = {
    form.shape: form
    for form in (
        AnswerBallot,
        ApprovalBallot,
        RankingBallot,
        ScoreBallot,
    )
}
