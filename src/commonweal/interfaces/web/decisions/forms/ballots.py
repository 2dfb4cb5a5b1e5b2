"""A ballot as a form, one for each form of ballot there is; nothing is preselected.

Every ballot can be filled in with a keyboard alone and without JavaScript. What the
marks mean, and whether a shared or a skipped rank spoils them, is the method's affair.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from commonweal.capabilities.decisions import access
from commonweal.capabilities.decisions.queries import QuestionView
from commonweal.foundation.language import number
from commonweal.rules.voting.marking import Room
from commonweal.rules.voting.marks import ANY_ROOM, MOST_POINTS

# More than that beside each option make a page that no small phone can carry.
MOST_TO_CHOOSE = 30

type Option = Mapping[str, object]
type Marks = dict[str, object]

ANSWERS = (
    ("yes", _("Yes, I agree")),
    ("no", _("No, I do not agree")),
    ("abstain", _("I abstain")),
)


POSITIONS = (
    ("agree", _("I agree")),
    ("reservations", _("I have reservations, and go along with it")),
    ("stand_aside", _("I stand aside: not with me, and I do not stop the others")),
    ("object", _("I object: my reason has to be talked over first")),
    ("block", _("I block it: it goes against what we stand for, or does harm")),
)
# What can be said where there are no options, by the form of ballot.
CHOICES_OF = {"answer": ANSWERS, "position": POSITIONS}


class BallotForm(forms.Form):
    """What every ballot has in common: the options it names."""

    shape = ""

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        options: Sequence[Option],
        marks: Mapping[str, Any] | None = None,
        room: Room = ANY_ROOM,
    ) -> None:
        super().__init__(data)
        self.options = options
        self.room = room
        self.build(marks or {})
        for field in self.fields.values():
            # Sent with all else that is typed on the page, so that nothing is lost.
            field.widget.attrs["form"] = "all"

    def build(self, marks: Mapping[str, Any]) -> None:
        """Add a field for each thing that can be marked, as it was marked before."""

    def marks(self) -> Marks:
        """Give what was marked, as the question keeps it."""
        raise NotImplementedError


class AnswerBallot(BallotForm):
    """Yes, no or abstain."""

    shape = "answer"
    needed = _("Choose yes, no or abstain.")

    def build(self, marks: Mapping[str, Any]) -> None:
        """Show the answer given before, if there was one."""
        # Made here, since a form copies with much ado whatever its class has.
        self.fields["answer"] = forms.ChoiceField(
            label=_("Your ballot"),
            choices=CHOICES_OF[self.shape],
            widget=forms.RadioSelect,
            error_messages={"required": self.needed},
            initial=marks.get("answer"),
        )

    def marks(self) -> Marks:
        """Give the answer."""
        return {"answer": self.cleaned_data["answer"]}


class PositionBallot(AnswerBallot):
    """Where somebody stands in a test of consensus."""

    shape = "position"
    needed = _("Choose where you stand.")


class ApprovalBallot(BallotForm):
    """Tick as many options as you can live with."""

    shape = "approvals"
    approved = forms.MultipleChoiceField(
        label=_("Your ballot"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick at least one option.")},
    )

    def build(self, marks: Mapping[str, Any]) -> None:
        """Offer every option, ticked where it was ticked before."""
        field = self.fields["approved"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(str(o["id"]), named(o)) for o in self.options]
        field.initial = marks.get("approved", [])

    def marks(self) -> Marks:
        """Give what was ticked, each once however often it was sent."""
        return {"approved": list(dict.fromkeys(self.cleaned_data["approved"]))}


class KnapsackBallot(ApprovalBallot):
    """Tick what costs no more together than there is."""

    shape = "knapsack"


class NumberBallot(BallotForm):
    """A whole number, or nothing, beside each option."""

    kept_as = ""
    unmarked = _("no number")

    def numbers(self) -> Sequence[int]:
        """Give the numbers that can be chosen."""
        raise NotImplementedError

    def build(self, marks: Mapping[str, Any]) -> None:
        """Add one field an option, with the number it was given before."""
        before, numbers = marks.get(self.kept_as, {}), self.numbers()
        for option in self.options:
            field = _number_of(numbers, self.unmarked)
            field.label = named(option)
            field.initial = str(before.get(option["id"], ""))
            self.fields[f"on-{option['id']}"] = field

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
        """Give as many ranks as there are options, or as a ballot on money has."""
        return range(1, (self.room.ranks or len(self.options)) + 1)


class ScoreBallot(NumberBallot):
    """Points for each option."""

    shape = "scores"
    kept_as = "scores"
    unmarked = _("no points")

    def numbers(self) -> Sequence[int]:
        """Give the points from nought to the most that one option can have."""
        return range(MOST_POINTS + 1)


class PointsBallot(NumberBallot):
    """So many points in all, to hand out among the options."""

    shape = "cumulative"
    kept_as = "scores"

    def build(self, marks: Mapping[str, Any]) -> None:
        """Add a box for a number to each option, with what it was given before."""
        before = marks.get(self.kept_as, {})
        for option in self.options:
            self.fields[f"on-{option['id']}"] = forms.IntegerField(
                label=named(option),
                initial=before.get(option["id"]),
                min_value=0,
                max_value=self.room.points,
                required=False,
            )

    @property
    def handed_out(self) -> int:
        """Say how many points the ballot hands out that is in, or was typed."""
        return sum(int(field.value() or 0) for field in self if _is_whole(field))

    @property
    def left(self) -> int:
        """Say how many points are left to hand out."""
        return self.room.points - self.handed_out


def _number_of(numbers: Sequence[int], unmarked: object) -> forms.Field:
    """Offer numbers to choose from, or a box to type one where they are many."""
    if len(numbers) > MOST_TO_CHOOSE:
        least, most = numbers[0], numbers[-1]
        return forms.IntegerField(min_value=least, max_value=most, required=False)
    choices = [("", unmarked), *((str(n), str(n)) for n in numbers)]
    return forms.ChoiceField(choices=choices, required=False)


def named(option: Option) -> str:
    """Name an option, with what it costs where money is shared out."""
    label, cost = str(option["label"]), option.get("cost")
    if cost is None:
        return label
    words = gettext("{label} (costs {cost})")
    return words.format(label=label, cost=number(int(str(cost))))


def _is_whole(field: forms.BoundField) -> bool:
    return str(field.value() or "").strip().isdecimal()


FORMS: Mapping[str, type[BallotForm]] = {
    form.shape: form
    for form in (
        AnswerBallot,
        PositionBallot,
        ApprovalBallot,
        RankingBallot,
        ScoreBallot,
        PointsBallot,
        KnapsackBallot,
    )
}


def ballot_for(
    question: QuestionView,
    data: Mapping[str, Any] | None = None,
    *,
    marks: Mapping[str, Any] | None = None,
) -> BallotForm:
    """Give the ballot of a question: as it is sent, or with these marks on it."""
    return FORMS[question.ballot_form](
        data,
        options=question.options,
        marks=marks,
        room=access.room_of(question.question),
    )
