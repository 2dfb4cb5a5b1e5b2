"""A ballot as a form, one for each form of ballot there is; nothing is preselected.

Every ballot can be filled in with a keyboard alone and without JavaScript. What the
marks mean, and whether a shared or a skipped rank spoils them, is the method's affair.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from commonweal.rules.voting.channels import CheckedOut
from commonweal.rules.voting.marks import MOST_POINTS
from commonweal.rules.voting.paper import HandedOut, PaperCount

# “2: b a” and “1: a5 c3”; no more than a town has voters.
PAPER_LINE = re.compile(r"(\d{1,6})\s*:\s*(\S.*)")

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
ANSWERS_OF = {"answer": ANSWERS, "position": POSITIONS}


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


class PositionBallot(AnswerBallot):
    """Where somebody stands in a test of consensus."""

    shape = "position"
    answer = forms.ChoiceField(
        choices=POSITIONS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose where you stand.")},
    )


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


class PaperForm(forms.Form):
    """What a teller found in the paper box: numbers, and what the ballots say."""

    issued = forms.IntegerField(label=_("Ballots handed out"), min_value=0)
    returned = forms.IntegerField(label=_("Ballots that came back"), min_value=0)
    table_issued = forms.IntegerField(
        label=_("Ballots handed out at the table"), min_value=0
    )
    table_returned = forms.IntegerField(
        label=_("Ballots that came back from the table"), min_value=0
    )
    spoiled = forms.IntegerField(
        label=_("Spoiled: nobody can tell what they say"), min_value=0
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        shape: str,
        options: Sequence[Option],
        out: CheckedOut,
    ) -> None:
        super().__init__(data)
        self.shape = shape
        self.options = options
        self._ask_only(out)
        if shape in ANSWERS_OF:
            for answer, words in ANSWERS_OF[shape]:
                self.fields[answer] = forms.IntegerField(label=words, min_value=0)
        else:
            self.fields["ballots"] = forms.CharField(
                label=_("The ballots, a line for each way they were filled in"),
                widget=forms.Textarea(attrs={"rows": 8}),
                required=False,
                help_text=_(
                    "How many, a colon, and the letters of the options: best first in "
                    "a ranking, those ticked in an approval vote, each with its points "
                    "in a score vote. “2: b a” are two ballots; “1: a5 c3” is one."
                ),
            )

    def _ask_only(self, out: CheckedOut) -> None:
        """Ask for what a table had, or for what others had, only if there are any."""
        if not out.table:
            del self.fields["table_issued"], self.fields["table_returned"]
        elif not out.paper:
            del self.fields["issued"], self.fields["returned"]
        else:
            self.fields["issued"].label = _("Ballots handed out on paper")
            self.fields["returned"].label = _("Ballots that came back on paper")

    def clean_ballots(self) -> list[tuple[Marks, int]]:
        """Read the lines, and say which one cannot be read."""
        found = []
        for line in filter(
            None, map(str.strip, self.cleaned_data["ballots"].split("\n"))
        ):
            read = PAPER_LINE.fullmatch(line)
            marks = self._marks(read[2].split()) if read else None
            if read is None or marks is None:
                words = _("This line cannot be read: “{line}”.")
                raise forms.ValidationError(str(words).format(line=line[:60]))
            found.append((marks, int(read[1])))
        return found

    def count(self) -> PaperCount:
        """Give what was found."""
        given = self.cleaned_data
        if self.shape in ANSWERS_OF:
            said: list[tuple[Marks, int]] = [
                ({"answer": answer}, given[answer])
                for answer, _words in ANSWERS_OF[self.shape]
            ]
        else:
            said = given["ballots"]
        there = tuple((marks, times) for marks, times in said if times)
        table = HandedOut(given.get("table_issued", 0), given.get("table_returned", 0))
        issued = given.get("issued", 0) + table.issued
        returned = given.get("returned", 0) + table.returned
        return PaperCount(issued, returned, given["spoiled"], there, table)

    def _marks(self, written: list[str]) -> Marks | None:
        """Read one ballot from the letters of its options; none where it is none."""
        ids = {chr(ord("a") + n): str(one["id"]) for n, one in enumerate(self.options)}
        letters = [one[0] for one in written]
        if not written or any(one not in ids for one in letters):
            return None
        chosen = [ids[one] for one in letters]
        if self.shape == "scores":
            points = [one[1:] for one in written]
            if not all(map(str.isdecimal, points)):
                return None
            return {"scores": dict(zip(chosen, map(int, points), strict=True))}
        if any(len(one) > 1 for one in written):
            return None
        if self.shape == "approvals":
            return {"approved": chosen}
        return {"ranks": {one: place for place, one in enumerate(chosen, start=1)}}


FORMS: Mapping[str, type[BallotForm]] = {
    form.shape: form
    for form in (
        AnswerBallot,
        PositionBallot,
        ApprovalBallot,
        RankingBallot,
        ScoreBallot,
    )
}
