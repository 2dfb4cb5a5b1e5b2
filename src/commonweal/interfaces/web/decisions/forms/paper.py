"""What tellers type of a paper box: its numbers, and what the ballots in it say."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from commonweal.interfaces.web.decisions.forms.ballots import CHOICES_OF, Marks, Option
from commonweal.rules.voting.channels import CheckedOut
from commonweal.rules.voting.marks import FORMS
from commonweal.rules.voting.paper import HandedOut, PaperCount

# “2: b a” and “1: a5 c3”; no more than a town has voters.
PAPER_LINE = re.compile(r"(\d{1,6})\s*:\s*(\S.*)")


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
        if shape in CHOICES_OF:
            for answer, words in CHOICES_OF[shape]:
                self.fields[answer] = forms.IntegerField(label=words, min_value=0)
        else:
            self.fields["ballots"] = forms.CharField(
                label=_("The ballots, a line for each way they were filled in"),
                widget=forms.Textarea(attrs={"rows": 8}),
                required=False,
                help_text=_(
                    "How many, a colon, and the letters of the options: best first in "
                    "a ranking, those ticked where options are ticked, each with its "
                    "points where there are points. “2: b a” are two ballots; “1: a5 "
                    "c3” is one."
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
        if self.shape in CHOICES_OF:
            said: list[tuple[Marks, int]] = [
                ({"answer": answer}, given[answer])
                for answer, _words in CHOICES_OF[self.shape]
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
        if FORMS[self.shape] == "scores":
            points = [one[1:] for one in written]
            if not all(map(str.isdecimal, points)):
                return None
            return {"scores": dict(zip(chosen, map(int, points), strict=True))}
        if any(len(one) > 1 for one in written):
            return None
        if FORMS[self.shape] == "approved":
            return {"approved": chosen}
        return {"ranks": {one: place for place, one in enumerate(chosen, start=1)}}
