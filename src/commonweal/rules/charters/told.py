"""Settings that are a sentence of their own, said as they are declared."""

from collections.abc import Iterator
from fractions import Fraction

from commonweal.rules.charters.settings import SETTINGS
from commonweal.rules.sentence import Fact, Sentence, Words
from commonweal.rules.setting import Declared, Setting, declared
from commonweal.rules.voting.rule_words import share_words


def told(of: object, where: str, one: Declared) -> Iterator[Sentence]:
    """Say one setting of a table of the charter, if it has words of its own."""
    setting = one.setting
    if not isinstance(setting, Setting):
        return
    value = getattr(of, one.name)
    if value and setting.says:
        yield Sentence(_id(where, one.name), _facts(setting, value))
    if not value and setting.says_not:
        yield Sentence(f"{_id(where, one.name)}_not")


def all_told(of: object, where: str) -> Iterator[Sentence]:
    """Say every setting of a table that has words of its own."""
    for one in declared(of):
        yield from told(of, where, one)


def _facts(setting: Setting, value: int | Fraction) -> dict[str, Fact]:
    if not setting.fact:
        return {}
    said = share_words(value) if isinstance(value, Fraction) else value
    return {setting.fact: said}


def _words() -> Iterator[tuple[str, Words]]:
    for key, setting in SETTINGS.items():
        where, _, name = key.removeprefix("charter.").rpartition(".")
        if setting.says:
            yield _id(where, name), setting.says
        if setting.says_not:
            yield f"{_id(where, name)}_not", setting.says_not


def _id(where: str, name: str) -> str:
    return f"prose_{where}_{name}" if where else f"prose_{name}"


WORDS: dict[str, Words] = dict(_words())
