"""The words of a proposal: cleaned, complete for their rule, and really changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from commonweal.capabilities.decisions.models import Version
from commonweal.foundation.text import clean_name, clean_text
from commonweal.rules.budgeting.methods import METHODS as BUDGETING
from commonweal.rules.verdict import ALLOWED, Verdict, refused, require
from commonweal.rules.voting.bearings import LONGEST_BEARING
from commonweal.rules.voting.decision_rule import DecisionRule

LONGEST_TITLE = 200
LONGEST_TEXT = 20_000
LONGEST_OPTION = 120


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose: what it is called and, in a budget, what it costs.

    `id` is given where the option stands for something that has one. One that stands
    for a member is kept by that id alone: their name is theirs to take away.
    """

    label: str
    cost: int | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """What a proposal says. Without options it is a motion."""

    title: str
    text: str = ""
    options: Sequence[Option] = ()
    language: str = "en"
    bearings: Mapping[str, str] = field(default_factory=dict)


def cleaned(words: Wording, rule: DecisionRule, terms: Mapping[str, object]) -> Wording:
    """Give the words as they will be kept; refuse what cannot be asked."""
    require(ALLOWED if words.title.strip() else refused("title_missing"))
    options = () if rule.asks_one_text else _cleaned_options(words.options, rule)
    if rule.method in BUDGETING:
        budget = terms.get("budget")
        enough = isinstance(budget, int) and budget > 0
        require(ALLOWED if enough else refused("budget_not_said"))
    title = clean_name(words.title, LONGEST_TITLE)
    text = clean_text(words.text, LONGEST_TEXT)
    bearings = {
        one: clean_text(words.bearings.get(one, ""), LONGEST_BEARING)
        for one in rule.bearings.in_order()
    }
    said = {one: written for one, written in bearings.items() if written}
    return Wording(title, text, options, words.language, said)


def _cleaned_options(
    options: Sequence[Option], rule: DecisionRule
) -> tuple[Option, ...]:
    given = [one for one in options if one.label.strip()]
    least = 1 if any(one.id for one in given) else 2
    require(ALLOWED if len(given) >= least else refused("options_missing"))
    clean: list[Option] = []
    for number, option in enumerate(given, start=1):
        label = clean_name(option.label, LONGEST_OPTION)
        repeated = not option.id and any(one.label == label for one in clean)
        require(refused("options_repeat", option=label) if repeated else ALLOWED)
        unpriced = rule.method in BUDGETING and not option.cost
        require(refused("cost_missing", option=label) if unpriced else ALLOWED)
        kept_label = "" if _stands_for_member(option) else label
        clean.append(Option(kept_label, option.cost, option.id or f"option-{number}"))
    return tuple(clean)


def _stands_for_member(option: Option) -> bool:
    try:
        UUID(option.id)
    except ValueError:
        return False
    return True


def differs(newest: Version, words: Wording) -> Verdict:
    same = (
        newest.title == words.title
        and newest.text == words.text
        and newest.options == kept(words.options)
        and newest.bearings == words.bearings
    )
    return refused("words_unchanged") if same else ALLOWED


def kept(options: Sequence[Option]) -> list[dict[str, object]]:
    return [
        {"id": one.id}
        | ({"label": one.label} if one.label else {})
        | ({} if one.cost is None else {"cost": one.cost})
        for one in options
    ]
