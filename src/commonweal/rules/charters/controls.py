"""Plain controls for a charter: what may be turned, and the charter once it is.

The same controls serve founders and amendments. An amendment is a list of paths and
values, so that two amendments decided side by side both hold.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from commonweal.rules.budgeting.methods import METHODS as BUDGETING
from commonweal.rules.charters.charter import AMEND_CHARTER, WORDS, Charter
from commonweal.rules.charters.check_kept_places import keeps_places
from commonweal.rules.charters.parse import CharterError, from_tree
from commonweal.rules.charters.settings import (
    Place,
    choices_of,
    label_of,
    place_of,
    section_name,
    thing_name,
)
from commonweal.rules.charters.tree import Inline, Tree, Value, leaves, whole_tree
from commonweal.rules.sentence import LocalText, Sentence
from commonweal.rules.setting import Sort
from commonweal.rules.voting.decision_rule import MOTION, DecisionRule


@dataclass(frozen=True, slots=True)
class Choice:
    """One value a setting may have, and how people read it."""

    value: str
    label: Sentence | LocalText


@dataclass(frozen=True, slots=True)
class Control:
    """A setting that may be changed in plain view.

    `path` says where it stands, `section` what it belongs to. `value` is as a form
    shows it: a number in digits, a share such as `2/3`, `true` or `false`, a choice's
    value, a text; for `several`, the chosen values. `language` marks the language of a
    text that exists in several.
    """

    path: str
    section: Sentence | LocalText
    label: Sentence
    kind: Sort
    value: str | tuple[str, ...]
    choices: tuple[Choice, ...] = ()
    least: int = 0
    most: int = 0
    language: str = ""


def adjustable(charter: Charter) -> tuple[Control, ...]:
    """List the settings that may be changed in plain controls, section by section."""
    there = leaves(whole_tree(charter))
    found = {**there, **_empty_texts(charter)}
    paths = sorted(found, key=_place_among(there))
    return tuple(_controls(charter, found, paths).values())


def adjusted(
    charter: Charter, changes: Mapping[str, object]
) -> Charter | tuple[Sentence, ...]:
    """Give the charter with these values in these places, or what is wrong with them.

    Paths are those of `adjustable`; values may be as a form gives them (text) or as
    plain data. Whether the changed charter contradicts itself is for `check` to say.
    """
    tree = whole_tree(charter)
    offered = _controls(charter, {**leaves(tree), **_empty_texts(charter)}, changes)
    unknown = [path for path in changes if path not in offered]
    if unknown:
        return tuple(Sentence("setting_unknown", {"where": path}) for path in unknown)
    for path, value in changes.items():
        _put(tree, path.split("."), _typed(offered[path], value))
    try:
        return from_tree(tree)
    except CharterError as error:
        return error.objections


def _controls(
    charter: Charter, found: Mapping[str, Value], paths: Iterable[str]
) -> dict[str, Control]:
    """Give those of these places that may be changed, by their paths."""
    there = (path for path in paths if path in found)
    controls = (_control(charter, path, found[path]) for path in there)
    return {one.path: one for one in controls if one is not None}


def _control(charter: Charter, path: str, value: Value) -> Control | None:
    place = place_of(path)
    if place is None or not place.setting.plain or _idle(charter, place):
        return None
    setting = place.setting
    choices = choices_of(charter, setting) if setting.sort in CHOOSING else {}
    return Control(
        path=path,
        section=thing_name(charter, place) or section_name(place),
        label=label_of(place),
        kind=setting.sort,
        value=_as_shown(value),
        choices=tuple(Choice(name, label) for name, label in choices.items()),
        least=setting.least,
        most=setting.most if setting.sort == "number" else 0,
        language=place.detail if setting.in_each_language else "",
    )


CHOOSING = frozenset({"choice", "several"})


def _idle(charter: Charter, place: Place) -> bool:
    """Say whether a setting has no bearing here: only yes and no have a threshold, the
    charter is amended by the charter rule whatever else is written, and under a pact
    it is bodies that send whoever comes."""
    if place.detail == AMEND_CHARTER:
        return True
    if place.key.startswith("joining."):
        return charter.pact is not None
    rule = charter.rule(place.thing) if place.table == "rules" else None
    if place.key == "rule.floor":
        return rule is not None and not rule.is_secret
    if place.key in ("office.gathering_days", "office.in_shares"):
        office = charter.office(place.thing)
        return office is not None and office.filled_by != "lot"
    if place.key.startswith("rule.kept_places."):
        return rule is not None and _keeps_no_place(rule, place.key)
    if place.key.startswith("rule.marking."):
        return rule is not None and _unmarked(rule, place.key)
    if place.key == "rule.bearings.asked" and place.thing == charter.charter_rule:
        return True
    threshold = place.key.startswith("rule.threshold.")
    return threshold and rule is not None and rule.method != MOTION


def _keeps_no_place(rule: DecisionRule, key: str) -> bool:
    """Say whether no place is kept here, or none can be by this way of counting."""
    if not keeps_places(rule):
        return True
    return not key.endswith(".at_least") and not rule.kept_places.at_least


def _unmarked(rule: DecisionRule, key: str) -> bool:
    """Say whether ballots under this rule have nothing of what a setting is about."""
    if rule.method not in BUDGETING:
        return True
    form = {"rule.marking.points": "cumulative", "rule.marking.ranks": "ranking"}
    return rule.marking.form != form.get(key, rule.marking.form)


def _empty_texts(charter: Charter) -> dict[str, Value]:
    """Give an empty place for each text that could be said in one more language."""
    texts = {
        "name": charter.name,
        "purpose": charter.purpose,
        "basis": charter.basis,
        "ending.goal": charter.ending.goal,
        "ending.test": charter.ending.test,
        **{f"words.{word}": charter.words.get(word, LocalText()) for word in WORDS},
    }
    return {
        f"{path}.{language}": ""
        for path, text in texts.items()
        for language in charter.languages
        if language not in dict(text.versions)
    }


def _place_among(paths: Collection[str]) -> Callable[[str], int]:
    """Order new places next to those that stand under the same heading."""
    first: dict[str, int] = {}
    for number, path in enumerate(paths):
        for heading in _headings(path):
            first.setdefault(heading, number)
    return lambda path: next(
        (first[heading] for heading in _headings(path) if heading in first), len(paths)
    )


def _headings(path: str) -> list[str]:
    parts = path.split(".")
    return [".".join(parts[:end]) for end in range(len(parts), 0, -1)]


def _as_shown(value: Value) -> str | tuple[str, ...]:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return tuple(str(one) for one in value)
    return str(value)


def _typed(control: Control, value: object) -> object:
    """Give what was typed as the charter's text would hold it; else leave it as it is,
    for the reader of charters to object to."""
    if control.kind == "several":
        return (
            list(value) if isinstance(value, list | tuple) else [value][: bool(value)]
        )
    if not isinstance(value, str):
        return value
    written = value.strip()
    if control.kind == "number" and written.isascii() and written.isdigit():
        return int(written)
    if control.kind == "flag" and written in ("true", "false"):
        return written == "true"
    return written.replace("\r\n", "\n")


def _put(tree: Tree, path: list[str], value: object) -> None:
    """Set one place of a tree. A path of `adjustable` leads there; texts are tables."""
    inner: dict[str, Value] = tree
    for key in path[:-1]:
        following = inner.get(key)
        if not isinstance(following, dict):
            following = inner[key] = Inline()
        inner = following  # type: ignore[assignment]
    inner[path[-1]] = value  # type: ignore[assignment]
