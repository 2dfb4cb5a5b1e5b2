"""The settings of a charter, read from its text as its classes declare them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from commonweal.rules.charters.reading import Section
from commonweal.rules.setting import Declared, Named, Part, Setting, declared


def read[T](
    of: type[T], section: Section, known: Mapping[str, object] = MappingProxyType({})
) -> T:
    """Read one table; `known` are its values that are read elsewhere.

    What is not written down has the value its class declares as usual. A key that no
    setting goes by is refused.
    """
    values = {one.name: _value(section, one) for one in declared(of)}
    section.known.update(known)
    section.done()
    return of(**values, **known)


def _value(section: Section, one: Declared) -> Any:
    match one.setting:
        case Part(of=of):
            # What is usual here need not be what is usual for its sort elsewhere.
            if not one.required and not section.there(one.name):
                return one.usual
            return read(of, section.section(one.name))
        case Named(of=of):
            tables = section.sections(one.name)
            return tuple(read(of, inner, {"id": name}) for name, inner in tables)
        case Setting() as setting:
            return _setting(section, one, setting)


def _setting(section: Section, one: Declared, setting: Setting) -> Any:
    name, usual = one.name, one.usual
    match setting:
        case Setting(keyed=True):
            return _by_name(section.section(name), setting)
        case Setting(sort="number"):
            found = section.whole(name, usual or 0, setting.least, setting.most)
            return found if found or usual is not None else None
        case Setting(sort="share"):
            return section.share(name, usual)
        case Setting(sort="flag"):
            return section.flag(name, default=usual)
        case Setting(sort="several"):
            return _several(section, one, setting)
        case Setting(sort="choice"):
            return _choice(section, one, setting)
        case _:
            return _text(section, one, setting)


def _by_name(section: Section, setting: Setting) -> dict[str, str]:
    one = section.name if setting.among else section.text
    return {key: one(key) for key in section.named_keys()}


def _choice(section: Section, one: Declared, setting: Setting) -> Any:
    if setting.among:
        return section.name(one.name, one.usual)
    return section.choice(one.name, setting.choices, one.usual)


def _several(section: Section, one: Declared, setting: Setting) -> frozenset[str]:
    if not one.required and not section.there(one.name):
        assert isinstance(one.usual, frozenset), "several values are kept as a set"
        return one.usual
    if setting.among:
        return frozenset(section.texts(one.name))
    return section.choices(one.name, setting.choices)


def _text(section: Section, one: Declared, setting: Setting) -> Any:
    name, longest = one.name, setting.longest
    if setting.repeats:
        return section.local_list(name) if setting.by_language else section.texts(name)
    if setting.by_language:
        return section.local(name, required=one.required, longest=longest)
    usual = None if one.required else one.usual
    if setting.identifier:
        return section.name(name, usual)
    return section.text(name, usual, longest=longest)
