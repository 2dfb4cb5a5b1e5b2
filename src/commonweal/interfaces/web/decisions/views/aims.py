"""What can be proposed in an institution, by its charter: the ways, and their forms."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.http import Http404
from django.utils.translation import gettext

from commonweal.capabilities.decisions import queries as decisions
from commonweal.capabilities.decisions.actions import Aim
from commonweal.foundation import effects
from commonweal.foundation.institutions import access, queries
from commonweal.foundation.language import say
from commonweal.interfaces.web.decisions.forms.aiming import (
    AdmitForm,
    OfficeForm,
    StatementForm,
    TermsForm,
)
from commonweal.interfaces.web.decisions.forms.proposing import (
    CostedOptionsForm,
    OptionsForm,
    WordsForm,
)
from commonweal.interfaces.web.decisions.views.mandates import mandate_form
from commonweal.interfaces.web.requests import InstitutionRequest
from commonweal.rules.budgeting.methods import METHODS as BUDGETING
from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.decision_rule import DecisionRule


class Way(NamedTuple):
    """One way to propose: what it is called, and the rule that decides it."""

    slug: str
    title: str
    more: str
    rule: DecisionRule
    effect: str = ""

    def aim(self, terms: Mapping[str, object]) -> Aim:
        """Give the aim of a proposal made this way."""
        return Aim(self.effect, terms, "" if self.effect else self.rule.id)


def ways(charter: Charter, *, guards_door: bool = False) -> tuple[Way, ...]:
    """List what can be proposed here, the plainest first."""
    found = decisions.ways_to_propose(charter, guards_door=guards_door)
    return tuple(_in_words(way, charter) for way in found)


def way_named(charter: Charter, slug: str, *, guards_door: bool = False) -> Way:
    """Find a way to propose, or answer that there is none."""
    there = ways(charter, guards_door=guards_door)
    found = next((way for way in there if way.slug == slug), None)
    if found is None:
        raise Http404("The charter knows no such way to propose.")
    return found


def form_for(
    way: Way,
    request: InstitutionRequest,
    data: Mapping[str, Any] | None = None,
    *,
    initial: dict[str, Any] | None = None,
) -> WordsForm:
    """Give the form that asks for just what this way needs.

    `initial` is what stands in its words before anything is typed.
    """
    form = _form_for(way, request, data, initial)
    form.ask_for(way.rule.bearings, {})
    return form


def _form_for(
    way: Way,
    request: InstitutionRequest,
    data: Mapping[str, Any] | None,
    initial: dict[str, Any] | None,
) -> WordsForm:
    if way.effect == "adopt_statement":
        return StatementForm(data)
    if way.effect == "admit_member":
        return AdmitForm(data, classes=_classes(request.charter))
    if way.effect == "fill_office":
        return OfficeForm(
            data, offices=_offices(request.charter), members=_who_may_stand(request)
        )
    if way.effect == "give_mandate":
        return mandate_form(request, data)
    if way.effect:
        return _asking(way, request, data)
    if way.rule.asks_one_text:
        return WordsForm(data, initial=initial)
    return (
        CostedOptionsForm(data) if way.rule.method in BUDGETING else OptionsForm(data)
    )


def _asking(
    way: Way, request: InstitutionRequest, data: Mapping[str, Any] | None
) -> TermsForm:
    """Give the plain form of an effect: what it asks for, and why."""
    effect = effects.effect(way.effect)
    offered = {
        ask: [
            (value, say(words))
            for value, words in ask.choices(
                request.institution, request.charter, request.at
            )
        ]
        for ask in effect.asks
    }
    return TermsForm(data, offered=offered, label_of_text=effect.label_of_text)


def _in_words(way: decisions.Way, charter: Charter) -> Way:
    if not way.effect:
        return _by_rule(way.rule, charter)
    title, more = (
        say(Sentence(f"effect_{way.effect}_{part}")) for part in ("title", "more")
    )
    return Way(way.effect, title, more, way.rule, way.effect)


def _by_rule(rule: DecisionRule, charter: Charter) -> Way:
    if rule.id == charter.ordinary_rule and rule.is_consensus:
        title = gettext("Ask where everybody stands")
        more = gettext("What nothing stands against is written down and is in force.")
    elif rule.id == charter.ordinary_rule and rule.asks_one_text:
        title = gettext("Ask a question that is answered yes or no")
        more = gettext("What is decided is written down and is in force.")
    else:
        title, more = say(rule.title), _what_is_written(rule)
    return Way(f"by-{rule.id}", title, more, rule)


def _what_is_written(rule: DecisionRule) -> str:
    if rule.is_consensus:
        return gettext("All say where they stand, under a rule of its own.")
    if rule.asks_one_text:
        return gettext("A question answered yes or no, under a rule of its own.")
    if rule.method in BUDGETING:
        return gettext(
            "You say how much money there is and what could be done with it."
        )
    return gettext("You write the options; the members choose between them.")


def _classes(charter: Charter) -> list[tuple[str, str]]:
    return [(one.id, say(one.name)) for one in charter.classes]


def _offices(charter: Charter) -> list[tuple[str, str]]:
    elected = decisions.offices_elected(charter)
    return [(one.id, say(one.name)) for one in charter.offices if one.id in elected]


def _who_may_stand(request: InstitutionRequest) -> list[tuple[Any, str]]:
    charter, at = request.charter, request.at
    everybody = queries.members(request.institution, at=at)
    return [
        (one.pk, one.name)
        for one in everybody
        if access.has_right(one, charter, "stand", at=at)
    ]
