"""A charter as plain nested values, in the one order and form it is printed in."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from commonweal.rules.charters.charter import WORDS, Charter
from commonweal.rules.sentence import LocalText
from commonweal.rules.setting import Named, Part, Setting, declared

type Value = str | int | bool | list[Value] | Inline | Tree


class Inline(dict[str, str]):
    """A text in several languages, printed on one line."""


class Tree(dict[str, Value]):
    """A table of the charter."""


def to_tree(charter: Charter) -> Tree:
    """Write a charter as plain values; `from_tree` reads them back to an equal one."""
    tree = _table(charter, charter.language)
    if charter.words:
        tree["words"] = _words(charter)
    return tree


def whole_tree(charter: Charter) -> Tree:
    """Write a charter so that every text is a table by language, also a single one."""
    tree = to_tree(replace(charter, language=""))
    tree["language"] = charter.language
    return tree


def _words(charter: Charter) -> Tree:
    there = (word for word in WORDS if word in charter.words)
    return Tree({word: _local(charter.words[word], charter.language) for word in there})


def _table(of: object, language: str) -> Tree:
    """Write every setting that a class declares, in its order."""
    tree = Tree()
    for one in declared(of):
        value = getattr(of, one.name)
        match one.setting:
            case Part() if value is not None:
                tree[one.name] = _table(value, language)
            case Named() if value or one.required:
                tree[one.name] = Tree(
                    {each.id: _table(each, language) for each in value}
                )
            case Setting() as setting if value or not _may_lack(setting):
                tree[one.name] = _value(value, language)
    return tree


def _may_lack(setting: Setting) -> bool:
    """Say whether a setting that is empty has no place: each word of it has a name."""
    return setting.keyed or setting.in_each_language


def _value(value: object, language: str) -> Value:
    match value:
        case None:
            return 0
        case bool() | int() | str():
            return value
        case Fraction():
            return str(value)
        case LocalText():
            return _local(value, language)
        case Mapping():
            return Tree(value)
    return _listed(value, language)


def _listed(value: object, language: str) -> Value:
    if isinstance(value, frozenset):
        return list[Value](sorted(value))
    assert isinstance(value, tuple), "a charter holds nothing else"
    return [_value(one, language) for one in value]


def _local(text: LocalText, language: str) -> Value:
    versions = dict(text.versions)
    if set(versions) <= {language}:
        return versions.get(language, "")
    return Inline(versions)


def leaves(tree: Mapping[str, Value], path: str = "") -> dict[str, Value]:
    """List every value that stands in a charter by its path, `rules.ordinary.method`.

    A text in several languages is one value a language: `name.es`.
    """
    found: dict[str, Value] = {}
    for key, value in tree.items():
        place = f"{path}.{key}" if path else key
        if isinstance(value, Tree | Inline):
            found |= leaves(value, place)
        else:
            found[place] = value
    return found
