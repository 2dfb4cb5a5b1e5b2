"""What a delegate types and chooses in a congress."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy

from commonweal.rules.confederation.mandates import STANCES, Order, Saying, Whole
from commonweal.rules.confederation.plain import saying_from_plain
from commonweal.rules.malformed import MALFORMED
from commonweal.rules.verdict import Refused, refused

LONGEST_SAYING = 20_000


class WordsForm(forms.Form):
    """Words for the congress to agree on."""

    words = forms.CharField(
        label=gettext_lazy("The words"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy(
            "Delegates are bound to words, letter by letter. If you change them, those"
            " whose mandate is on the words as they were have to ask their base again."
        ),
    )
    number = forms.CharField(
        label=gettext_lazy("The number in the gap"),
        help_text=gettext_lazy("Only where the words leave one open, written ___."),
        max_length=20,
        required=False,
    )
    asks_way = forms.BooleanField(
        label=gettext_lazy("Ask which of the ways that the words list"),
        help_text=gettext_lazy("Each delegate puts them in the order of their body."),
        required=False,
    )
    is_urgent = forms.BooleanField(
        label=gettext_lazy("It cannot wait for the bases"), required=False
    )


class DaysForm(forms.Form):
    """For how many days a seat is handed over."""

    days = forms.IntegerField(
        label=gettext_lazy("For how many days"), min_value=1, max_value=60, initial=1
    )


class ReportForm(forms.Form):
    """What a delegate adds to the report that was drafted."""

    words = forms.CharField(max_length=20_000, required=False)


class SayingForm(forms.Form):
    """What a delegate says from their seat: a side, an order, or what they were told.

    `ways` are those that are put in an order where the mandate leaves it open.
    """

    stance = forms.ChoiceField(choices=[(one, one) for one in STANCES], required=False)
    saying = forms.CharField(max_length=LONGEST_SAYING, required=False)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, ways: Sequence[str] = ()
    ) -> None:
        super().__init__(data)
        self.names = tuple(f"place_{place}" for place, _way in enumerate(ways, 1))
        nothing = ("", gettext("none of the others"))
        for place, name in enumerate(self.names, 1):
            self.fields[name] = forms.ChoiceField(
                label=gettext("Place %(place)s") % {"place": place},
                choices=[nothing, *((way, way) for way in ways)],
                required=False,
            )

    @property
    def places(self) -> list[forms.BoundField]:
        """Give the fields of the order."""
        return [self[name] for name in self.names]

    def said(self) -> Saying:
        """Give what was chosen as rules know it; refuse what says nothing."""
        typed = self.cleaned_data
        if typed["stance"]:
            return Whole(next(one for one in STANCES if one == typed["stance"]))
        if typed["saying"]:
            return _read(typed["saying"])
        ranking = tuple(typed[name] for name in self.names if typed[name])
        if not ranking or len(set(ranking)) < len(ranking):
            raise Refused(refused("saying_unreadable"))
        return Order(ranking)


def _read(written: str) -> Saying:
    try:
        return saying_from_plain(json.loads(written))
    except MALFORMED:
        raise Refused(refused("saying_unreadable")) from None
