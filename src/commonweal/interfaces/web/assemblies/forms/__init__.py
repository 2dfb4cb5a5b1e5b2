"""What is typed to call an assembly and to do something in it."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _

from commonweal.capabilities.assemblies.access import Calling, Matter
from commonweal.capabilities.assemblies.actions import OnMinutes
from commonweal.capabilities.assemblies.queries import LeftOver, Review
from commonweal.foundation.language import say
from commonweal.rules.assemblies.deed_names import WILL_MEET
from commonweal.rules.assemblies.forms import FORMS, Form
from commonweal.rules.assemblies.rivals import NOTHING
from commonweal.rules.sentence import Sentence

USUAL_MINUTES = 15
WITH_MINUTES = re.compile(r"(\d{1,3})\s+(.+)")
RANK, PLACE = re.compile(r"rank-([0-9]{1,2})"), re.compile(r"[0-9]{1,2}")
LONGEST = 200
# The fields beside which a matter need not be written.
TICKED = frozenset({"proposals", "reviews", "left"})
AT_LEAST_ONE = _("One matter at least is needed, ticked above or written here.")
WITH_MINUTES_HELP = _("A number in front is its minutes: “20 The key of the hall”.")
HANDS_HELP = _(
    "What ends in a question mark is decided there by a show of hands: “Do we buy a "
    "key?”"
)
CONSENSUS_HELP = _(
    "What ends in a question mark is put to a test for consensus there: “Do we buy a "
    "key?”"
)
QUESTION_MARKS = ("?", "؟", "？")
SLIPS_HELP = _(
    "What ends in a question mark is decided there in secret, on slips of paper: “Do "
    "we buy a key?”"
)
# How the room decides, by the ordinary rule of the charter.
DECIDED_HELP = {
    "hands": HANDS_HELP,
    "slips": SLIPS_HELP,
    "consensus": CONSENSUS_HELP,
}


class MattersField(forms.CharField):
    """Matters that are written down, of which none is needed where one is ticked."""

    one_of_several = True


class CallForm(forms.Form):
    """An assembly: what it is about, when, where, and its agenda."""

    title = forms.CharField(label=_("What is the assembly about?"), max_length=LONGEST)
    place = forms.CharField(label=_("Where is it?"), max_length=LONGEST)
    form = forms.ChoiceField(
        label=_("What form has it?"),
        widget=forms.RadioSelect,
        initial="assembly",
        required=False,
    )
    day = forms.DateField(
        label=_("On which day?"), widget=forms.DateInput(attrs={"type": "date"})
    )
    time = forms.TimeField(
        label=_("At what time?"), widget=forms.TimeInput(attrs={"type": "time"})
    )
    proposals = forms.MultipleChoiceField(
        label=_("Which proposals are talked about?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    reviews = forms.MultipleChoiceField(
        label=_("Which decisions are looked at again?"),
        help_text=_("The charter has a day for it, which has come or comes soon."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    left = forms.MultipleChoiceField(
        label=_("What was left from earlier assemblies?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    matters = MattersField(
        label=_("What else, one matter on each line"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=5_000,
        required=False,
    )

    def __init__(
        self,
        data: Any = None,
        *,
        from_: datetime,
        decided: str,
        proposals: Sequence[tuple[int, str]],
        reviews: Sequence[Review] = (),
        left: Sequence[LeftOver] = (),
    ) -> None:
        super().__init__(data)
        self.left_over = {f"{one.assembly}:{one.item}": one for one in left}
        again = {key: one for key, one in self.left_over.items() if one.due_at}
        rest = {key: one for key, one in self.left_over.items() if key not in again}
        self.titles = {str(number): title for number, title in proposals}
        titles = {str(one.proposal): one.title for one in reviews}
        self._choose("proposals", self.titles)
        in_rooms = {key: one.shown for key, one in again.items()}
        self._choose("reviews", titles | in_rooms)
        self._choose("left", {key: one.shown for key, one in rest.items()})
        self.titles |= titles
        self.fields["form"].choices = [  # type: ignore[attr-defined]
            (one, form_in_words(one)) for one in FORMS
        ]
        self._say_from_when(from_)
        self._ask_for_matters(DECIDED_HELP[decided])

    def _say_from_when(self, from_: datetime) -> None:
        day = self.fields["day"]
        day.widget.attrs["min"] = from_.date().isoformat()
        day.help_text = say(Sentence("call_from", {"from": from_}))

    def _ask_for_matters(self, decided: Any) -> None:
        """Say what is written into the box, and that one matter at least is needed."""
        field = self.fields["matters"]
        assert isinstance(field, MattersField)
        help_ = [WITH_MINUTES_HELP, decided] if decided else [WITH_MINUTES_HELP]
        if TICKED.isdisjoint(self.fields):
            field.label = _("Which matters are on the agenda, one on each line?")
            field.required, field.one_of_several = True, False
        else:
            help_ = [AT_LEAST_ONE, *help_]
        field.help_text = " ".join(map(str, help_))

    def _choose(self, name: str, choices: Mapping[str, str]) -> None:
        """Offer what there is; what comes back by itself is ticked to begin with."""
        field = self.fields[name]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = list(choices.items())
        if name != "proposals":
            field.initial = list(choices)
        if not choices:
            del self.fields[name]

    def calling(self, zone: str) -> Calling:
        """Give what was filled in, its time at the institution's place."""
        given = self.cleaned_data
        again = given.get("reviews", ())
        chosen = [one for one in again if one not in self.left_over]
        chosen += given.get("proposals", ())
        # What a room decided comes back as the matter that it was there.
        in_rooms = [one for one in again if one in self.left_over]
        left = [self.left_over[one] for one in (*in_rooms, *given.get("left", ()))]
        free = filter(None, map(str.strip, given["matters"].splitlines()))
        # Where nothing is decided, a question mark announces nothing.
        form: Form = given["form"] or "assembly"
        decides = form != "working_meeting"
        return Calling(
            title=given["title"],
            place=given["place"],
            opens_at=datetime.combine(given["day"], given["time"], ZoneInfo(zone)),
            matters=(
                *(Matter(self.titles[one], USUAL_MINUTES, int(one)) for one in chosen),
                *(
                    Matter(
                        one.title,
                        one.minutes,
                        decides=one.decides,
                        taken_from=one.source,
                    )
                    for one in left
                ),
                *(_matter(line, decides=decides) for line in free),
            ),
            form=form,
        )


def form_in_words(form: Form) -> str:
    """Name a form of meeting, and say what it is."""
    more = say(Sentence(f"form_{form}_more"))
    return f"{say(Sentence(f'form_{form}'))}. {more}"


def _matter(line: str, *, decides: bool) -> Matter:
    found = WITH_MINUTES.fullmatch(line)
    minutes, title = (int(found[1]), found[2]) if found else (USUAL_MINUTES, line)
    decides = decides and title.rstrip().endswith(QUESTION_MARKS)
    return Matter(title[:LONGEST], minutes, decides=decides)


class DeedForm(forms.Form):
    """Something done in an assembly, by one of the buttons of its page."""

    deed = forms.CharField(max_length=20)
    about = forms.UUIDField(required=False)
    item = forms.CharField(max_length=40, required=False)
    what = forms.CharField(max_length=20, required=False)
    reason = forms.CharField(max_length=500, required=False)
    code = forms.CharField(max_length=20, required=False)
    yes = forms.CharField(max_length=5, required=False)
    no = forms.CharField(max_length=5, required=False)
    abstain = forms.CharField(max_length=5, required=False)
    words = forms.CharField(max_length=4_000, required=False)
    sentence = forms.CharField(max_length=7, required=False)
    verb = forms.CharField(max_length=8, required=False)
    meets = forms.BooleanField(required=False)

    def named(self) -> str:
        """Give what is named besides; of hands that were counted, the three numbers."""
        given = self.cleaned_data
        if given["deed"] in {"count", "count_positions"}:
            # What was left empty is nought, as nobody raised a hand.
            return ":".join(given[one] or "0" for one in ("yes", "no", "abstain"))
        if given["deed"] in {"answer", "cast"} and not given["what"]:
            return self._ranking()
        if given["deed"] == "amend":
            text, _, place = given["sentence"].partition(":")
            # Before the first sentence there is nothing to change.
            return f"{text}:{'after' if place == '0' else given['verb']}:{place}"
        is_block = given["deed"] == "position" and given["what"] == "block"
        return str(given["what"]) + (WILL_MEET if is_block and given["meets"] else "")

    def _ranking(self) -> str:
        """Write the places that texts were given as a ranking, as in "2>1=3"."""
        levels: dict[int, list[str]] = {}
        for key, place in self.data.items():
            found = RANK.fullmatch(key)
            if found and PLACE.fullmatch(str(place)):
                levels.setdefault(int(place), []).append(found[1])
        return ">".join("=".join(levels[one]) for one in sorted(levels)) or NOTHING


class LineForm(forms.Form):
    """Words for a line of the minutes."""

    words = forms.CharField(
        label=_("How should it be?"),
        help_text=_("What stands there stays. Your words stand beside it."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=1_000,
    )
    deed = forms.ChoiceField(
        label=_("What is it?"),
        choices=[
            ("correct", _("It puts this line right")),
            ("add", _("It comes after this line")),
        ],
        widget=forms.RadioSelect,
        initial="correct",
    )

    def __init__(self, data: Any = None, *, is_writer: bool) -> None:
        super().__init__(data)
        if not is_writer:
            del self.fields["deed"]

    def on_line(self, line: int) -> OnMinutes:
        """Give what is put to a line: by writers their words, by others a proposal."""
        given = self.cleaned_data
        return OnMinutes(given.get("deed", "propose"), line, given["words"])


class MinutesForm(forms.Form):
    """Something done with minutes by one of the buttons of their page."""

    deed = forms.CharField(max_length=20)
    answers = forms.IntegerField(min_value=0, max_value=100_000, required=False)
    words = forms.CharField(max_length=1_000, required=False)
