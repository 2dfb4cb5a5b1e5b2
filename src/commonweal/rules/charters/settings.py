"""Every setting of a charter: what it is called and which values it can have.

It follows from what the classes of a charter declare. It serves the plain controls that
a founder turns, the list of what an amendment changes, and the check that the printed
charter leaves nothing out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from commonweal.rules.charters.charter import WORDS, Charter
from commonweal.rules.charters.names import effect_name, language_name
from commonweal.rules.sentence import Fact, LocalText, Sentence, Words
from commonweal.rules.setting import NAME_IN_LANGUAGE, Named, Part, Setting, declared

# The tables of a charter whose entries have names of their own, and what each is.
NAMED = {
    one.name: one.setting.sort
    for one in declared(Charter)
    if isinstance(one.setting, Named)
}
# The tables of a charter that are there once, with their headings.
PARTS = {
    one.name: one.setting.label
    for one in declared(Charter)
    if isinstance(one.setting, Part)
}


def _inner_parts(of: type, where: str) -> Iterator[tuple[str, Words]]:
    """Find the tables with headings of their own inside another."""
    for one in declared(of):
        key = f"{where}.{one.name}"
        match one.setting:
            case Named(of=inner, sort=sort):
                yield from _inner_parts(inner, sort)
            case Part(of=inner, label=label):
                if label and where != "charter":
                    yield key, label
                yield from _inner_parts(inner, key.removeprefix("charter."))


# The tables with headings inside others, such as a second call, by their places.
INNER_PARTS: dict[str, Words] = dict(_inner_parts(Charter, "charter"))


def _settings(of: type, where: str) -> Iterator[tuple[str, Setting]]:
    for one in declared(of):
        key = f"{where}.{one.name}"
        outer = key.removeprefix("charter.")
        match one.setting:
            case Part(of=inner):
                yield from _settings(inner, outer)
            case Named(of=inner, sort=sort):
                yield from _settings(inner, sort)
            case Setting() as setting:
                yield (outer if setting.keyed else key), setting


SAID = Setting("text", NAME_IN_LANGUAGE, by_language=True)
SETTINGS: dict[str, Setting] = {
    **dict(_settings(Charter, "charter")),
    **{f"words.{word}": SAID for word in WORDS},
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands: its setting's key, the named thing it is part of, if any,
    and the language or effect that the last part of its path names."""

    key: str
    setting: Setting
    table: str = ""
    thing: str = ""
    detail: str = ""


def place_of(path: str) -> Place | None:
    """Find the setting of a path such as `rules.ordinary.voting_days` or `name.es`."""
    table, _, rest = path.partition(".")
    if table in NAMED:
        thing, _, rest = rest.partition(".")
        return _found(f"{NAMED[table]}.{rest}", table, thing)
    if rest and (table in PARTS or table in ("words", "effects")):
        return _found(path, "", "")
    return _found(f"charter.{path}", "", "")


def _found(key: str, table: str, thing: str) -> Place | None:
    if key in SETTINGS and not SETTINGS[key].in_each_language:
        return Place(key, SETTINGS[key], table, thing)
    shorter, _, detail = key.rpartition(".")
    setting = SETTINGS.get(shorter)
    if setting is None or not (setting.in_each_language or setting.keyed):
        return None
    return Place(shorter, setting, table, thing, detail)


def label_of(place: Place) -> Sentence:
    """Name a setting as people read it, after what it is part of under its heading."""
    facts: dict[str, Fact] = {}
    if place.setting.in_each_language:
        facts["language"] = language_name(place.detail)
    elif place.detail:
        facts["detail"] = effect_name(place.detail)
    label = Sentence(f"setting_{place.key.replace('.', '_')}", facts)
    outer = place.key.rpartition(".")[0]
    if outer not in INNER_PARTS or (not place.table and outer == section_of(place)):
        return label
    return Sentence("setting_of_part", {"part": _heading(outer), "setting": label})


def section_of(place: Place) -> str:
    """Give the key of the table under whose heading a setting stands."""
    whole, _, rest = place.key.partition(".")
    inner = f"{whole}.{rest.partition('.')[0]}"
    return inner if inner in INNER_PARTS else whole


def section_name(place: Place) -> Sentence:
    """Name the heading under which a setting stands."""
    return _heading(section_of(place))


def _heading(key: str) -> Sentence:
    return Sentence(f"section_{key.replace('.', '_')}")


def choices_of(
    charter: Charter, setting: Setting
) -> Mapping[str, Sentence | LocalText]:
    """Give the names a setting may have, each as people read it."""
    if setting.among:
        return _among(charter)[setting.among]
    told = f"choice_{setting.tells}_" if setting.tells else "choice_"
    return {name: Sentence(f"{told}{name}") for name in setting.choices}


def _among(charter: Charter) -> Mapping[str, Mapping[str, Sentence | LocalText]]:
    nobody = {"": Sentence("choice_no_office")}
    no_class = {"": Sentence("choice_no_class")}
    return {
        **{table: things(charter, table) for table in NAMED},
        "offices": {**nobody, **things(charter, "offices")},
        "classes_or_none": {**no_class, **things(charter, "classes")},
    }


def things(charter: Charter, table: str) -> dict[str, LocalText]:
    """Name what stands in a table of a charter, such as its rules, by their ids."""
    named = "title" if table == "rules" else "name"
    return {one.id: getattr(one, named) for one in getattr(charter, table)}


def thing_name(charter: Charter, place: Place) -> LocalText | None:
    """Name the class, franchise, rule or office that a setting is part of."""
    if not place.table:
        return None
    return things(charter, place.table).get(place.thing)
