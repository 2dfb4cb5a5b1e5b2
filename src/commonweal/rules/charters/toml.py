"""A charter printed as TOML, the text that is kept, sent and read again."""

import re
from collections.abc import Iterator, Mapping

from commonweal.rules.charters.charter import Charter
from commonweal.rules.charters.tree import Tree, Value, to_tree

BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
ESCAPED = str.maketrans(
    {"\\": "\\\\", "\b": "\\b", "\t": "\\t", "\f": "\\f", "\r": "\\r"}
)


def to_toml(charter: Charter) -> str:
    """Print a charter the one way there is; `parse` reads it back to an equal one.

    Source: TOML 1.0.0, https://toml.io/en/v1.0.0.
    """
    return "\n".join(_table(to_tree(charter), ())).strip() + "\n"


def _table(tree: Tree, path: tuple[str, ...]) -> Iterator[str]:
    """Print a table's own values, then the tables inside it."""
    own = {key: each for key, each in tree.items() if not isinstance(each, Tree)}
    if path and (own or not tree):
        yield ""
        yield f"[{'.'.join(map(_key, path))}]"
    for key, value in own.items():
        yield f"{_key(key)} = {_value(value)}"
    for key, inner in tree.items():
        if isinstance(inner, Tree):
            yield from _table(inner, (*path, key))


def _value(value: Value) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case str():
            return _paragraphs(value) if "\n" in value else _line(value)
        case list():
            return f"[{', '.join(map(_value, value))}]"
        case _:
            return _languages(value)


def _languages(value: Mapping[str, Value]) -> str:
    return f"{{ {', '.join(f'{_key(k)} = {_value(v)}' for k, v in value.items())} }}"


def _key(key: str) -> str:
    return key if BARE_KEY.fullmatch(key) else _line(key)


def _line(text: str) -> str:
    return '"' + text.translate(ESCAPED).replace('"', '\\"').replace("\n", "\\n") + '"'


def _paragraphs(text: str) -> str:
    body = text.translate(ESCAPED)
    # Three quotation marks in a row would end the text, and so would one at its end.
    if body.endswith('"'):
        body = f'{body[:-1]}\\"'
    body = body.replace('"""', '""\\"')
    return f'"""\n{body}"""'
