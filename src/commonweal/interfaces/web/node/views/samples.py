"""Samples of every component, for the page that shows them all together."""

from dataclasses import replace
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext

from commonweal.interfaces.web import charts
from commonweal.interfaces.web.charts import Part
from commonweal.interfaces.web.templatetags.components import Card, NeedsRow
from commonweal.rules.verdict import refused


class SampleForm(forms.Form):
    """A field of each sort."""

    title = forms.CharField()
    text = forms.CharField(widget=forms.Textarea, required=False)
    answer = forms.ChoiceField(widget=forms.RadioSelect)
    day = forms.IntegerField(min_value=1, max_value=30)
    sure = forms.BooleanField()


def everything(*, at: datetime) -> dict[str, Any]:
    """Give the style page one of each."""
    return {
        "form": _form(),
        "quorum": charts.quorum_bar(
            voted=41,
            needed=49,
            members=98,
            caption=gettext("8 more members must vote."),
            name="sample-quorum",
        ),
        "outcome": _outcome(),
        "round": _round(),
        "flow": _flow(),
        "map": _map(),
        "path": _path(),
        "budget": _budget(),
        "pairs": _pairs(),
        "cards": [
            Card(
                title=gettext("A bench for the yard"),
                url="/style/",
                standing=gettext("Looking for support: 3 of 10"),
                mine=gettext("You support it."),
            )
        ],
        "queue": [
            ("Dolores", gettext("has not spoken yet")),
            ("Ben", gettext("spoke once")),
        ],
        "steps": [
            (gettext("Proposed"), at - timedelta(days=20), "past"),
            (gettext("Admitted: 12 supported it"), at - timedelta(days=17), "past"),
            (gettext("Voting until"), at + timedelta(days=2), "now"),
            (gettext("In force, if carried"), at + timedelta(days=4), "future"),
        ],
        "needs": _needs(at),
        "refusal": refused("too_many_tries"),
    }


def _needs(at: datetime) -> list[NeedsRow]:
    return [
        NeedsRow(
            url="/style/",
            title=gettext("Vote: put our rent into escrow?"),
            act=gettext("Vote"),
            where="Riverside",
            until=at + timedelta(days=2),
            if_nothing=gettext(
                "41 of the 98 who may vote have voted; 8 more must, or nothing is "
                "decided"
            ),
        ),
        NeedsRow(
            url="/style/",
            title=gettext("Read what changed in “A bench for the yard”"),
            act=gettext("Read"),
        ),
    ]


def _form() -> SampleForm:
    form = SampleForm(
        {"title": "", "text": gettext("Until the boiler works"), "day": 3}
    )
    labels = {
        "title": gettext("What do you want to decide?"),
        "text": gettext("What we would do"),
        "answer": gettext("Put our rent into escrow"),
        "day": gettext("How many days?"),
        "sure": gettext("I have read this"),
    }
    for name, label in labels.items():
        form.fields[name].label = label
    answer = form.fields["answer"]
    assert isinstance(answer, forms.ChoiceField)
    answer.choices = _answers()
    return form


def _answers() -> list[tuple[str, str]]:
    return [
        ("yes", gettext("Yes, I agree")),
        ("no", gettext("No, I do not agree")),
        ("abstain", gettext("I abstain")),
    ]


def _outcome() -> charts.Chart:
    parts = (
        Part(gettext("yes"), 47, "yes"),
        Part(gettext("no"), 12, "no"),
        Part(gettext("abstained"), 4, "abstain"),
    )
    return charts.outcome_bar(parts, needed=40, name="sample-outcome")


def _round() -> charts.Chart:
    votes = {"Asha": Fraction(34), "Ben": Fraction(45, 2), "Chidi": Fraction(31, 2)}
    chart = charts.option_bars(
        votes,
        counted=charts.Counted("votes", 72, 30),
        gained={"Ben": Fraction(5, 2), "Chidi": Fraction(1, 2)},
        chosen=["Asha"],
    )
    return replace(chart, name="sample-round")


def _flow() -> charts.Chart:
    names = {"1": "Asha", "2": "Ben", "3": "Chidi", "4": "Dolores"}
    move = charts.Move
    went = (move("1", "2", Fraction(5, 2)), move("1", "3", Fraction(3, 2)))
    left = (move("4", "2", 6), move("4", "3", 2), move("4", "", 2))
    rounds = (
        charts.Round({"1": 34, "2": 20, "3": 14, "4": 10}, chosen=("1",)),
        charts.Round(
            {"1": 30, "2": Fraction(45, 2), "3": Fraction(31, 2), "4": 10}, went, ("1",)
        ),
        charts.Round(
            {"1": 30, "2": Fraction(57, 2), "3": Fraction(35, 2)}, left, ("1", "2")
        ),
    )
    return charts.transfer_flow(names, rounds, name="sample-flow")


def _map() -> charts.Chart:
    places = (
        charts.Place(gettext("Mill Street"), gettext("is in"), is_mine=True),
        charts.Place(gettext("The whole valley"), gettext("is in"), is_whole=True),
        charts.Place(gettext("The bakery"), gettext("is leaving"), is_in=False),
        charts.Place(gettext("The harbour"), gettext("asks"), is_in=False, asks=True),
    )
    return charts.map_of_bodies(places, name="sample-map")


def _path() -> charts.Chart:
    steps = (
        charts.Step(gettext("We told our delegates: yes."), False, "done"),
        charts.Step(gettext("They did not speak."), True, "missed"),
        charts.Step(gettext("Our base says yes or no."), False, "to_come"),
    )
    return charts.mandate_path(steps, base=gettext("Mill Street"), name="sample-path")


def _budget() -> charts.Chart:
    parts = (
        Part(gettext("Ramp for the hall"), 3200, "yes"),
        Part(gettext("Seed library"), 450, "accent"),
    )
    return charts.spent_bar(parts, budget=4000, name="sample-budget")


def _pairs() -> charts.Table:
    names = {"a": "Asha", "b": "Ben"}
    return charts.pairwise(names, {("a", "b"): 20, ("b", "a"): 17})
