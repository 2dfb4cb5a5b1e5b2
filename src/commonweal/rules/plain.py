"""Values as plain data and back, so that what was decided can be kept and re-read.

Plain means what JSON knows without floats: text, whole numbers, lists, tables. An
exact fraction, a moment, a day or a sentence is a table with one tag that says what it
is. Reading back what was written gives an equal value.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from fractions import Fraction
from typing import Any

from commonweal.rules.exact import exact
from commonweal.rules.sentence import Fact, LocalText, Sentence, local_text
from commonweal.rules.setting import Declaration, Part, Setting, declared
from commonweal.rules.verdict import ALLOWED, Verdict, refused
from commonweal.rules.voting.decision_rule import DecisionRule
from commonweal.rules.voting.outcome import Number, Outcome, Step, Transfer

type Plain = str | int | list[Plain] | dict[str, Plain] | None


def fact_to_plain(fact: Fact) -> Plain:
    """Write one fact of a sentence; moments go in UTC."""
    match fact:
        case Fraction():
            return {"fraction": str(fact)}
        case datetime():
            return {"moment": fact.astimezone(UTC).isoformat()}
        case date():
            return {"day": fact.isoformat()}
        case LocalText():
            return {"text": dict(fact.versions)}
        case Sentence():
            return {"sentence": fact.id, "facts": _facts_to_plain(fact.facts)}
        case tuple():
            return [fact_to_plain(one) for one in fact]
        case _:
            return fact


def fact_from_plain(plain: Plain) -> Fact:
    """Read one fact back. Raises `KeyError` for a tag nobody wrote."""
    match plain:
        case {"fraction": str(text)}:
            return exact(text)
        case {"moment": str(text)} | {"day": str(text)}:
            return _when(text)
        case {"text": dict(versions)}:
            return LocalText(
                tuple((tag, str(words)) for tag, words in versions.items())
            )
        case {"sentence": str(name), "facts": dict(facts)}:
            return Sentence(name, _facts_from_plain(facts))
        case dict():
            raise KeyError(*plain)
        case list():
            return tuple(fact_from_plain(one) for one in plain)
        case _:
            return plain


def _when(text: str) -> datetime | date:
    # Only a moment has a clock, and so a letter in it.
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def sentence_to_plain(sentence: Sentence) -> Plain:
    """Write a sentence: its id and its facts."""
    return fact_to_plain(sentence)


def sentence_from_plain(plain: Mapping[str, Plain]) -> Sentence:
    """Read a sentence back."""
    facts = plain["facts"]
    assert isinstance(facts, dict)
    return Sentence(str(plain["sentence"]), _facts_from_plain(facts))


def verdict_to_plain(verdict: Verdict) -> Plain:
    """Write a verdict: nothing where it allows, its reason where it refuses."""
    return {} if verdict else sentence_to_plain(verdict.reason)


def verdict_from_plain(plain: Mapping[str, Plain]) -> Verdict:
    """Read a verdict back."""
    if not plain:
        return ALLOWED
    reason = sentence_from_plain(plain)
    return refused(reason.id, **reason.facts)


def rule_to_plain(rule: DecisionRule) -> dict[str, Plain]:
    """Write a decision rule, every setting by its name."""
    return {"id": rule.id, **_settings_to_plain(rule)}


def rule_from_plain(plain: Mapping[str, object]) -> DecisionRule:
    """Read a decision rule back. What a later setting added has its ordinary value."""
    kept = _completed(plain)
    return DecisionRule(id=str(kept["id"]), **_settings_from_plain(DecisionRule, kept))


def settings_to_plain(of: object) -> dict[str, Plain]:
    """Write a table of settings of a charter, every setting by its name."""
    return _settings_to_plain(of)


def settings_from_plain[T](of: type[T], plain: Mapping[str, Any]) -> T:
    """Read such a table back. What a later setting added has its ordinary value."""
    kept = {**_settings_to_plain(of()), **plain}
    return of(**_settings_from_plain(of, kept))


def outcome_to_plain(outcome: Outcome) -> dict[str, Plain]:
    """Write an outcome with all its steps."""
    told: dict[str, Plain] = {
        "method": outcome.method,
        "seats": outcome.seats,
        "winners": list(outcome.winners),
        "tied": [list(group) for group in outcome.tied],
        "tie_break": fact_to_plain(outcome.tie_break),
        "steps": [_step_to_plain(step) for step in outcome.steps],
        "facts": _numbers_to_plain(outcome.facts),
    }
    if outcome.beats_all is not None:
        told["beats_all"] = list(outcome.beats_all)
    return told


def outcome_from_plain(plain: Mapping[str, object]) -> Outcome:
    """Read an outcome back."""
    table = _Table(plain)
    tie_break = table.plain["tie_break"]
    return Outcome(
        method=table.text("method"),
        seats=table.number("seats"),
        winners=tuple(table.listed("winners")),
        tied=tuple(tuple(group) for group in table.listed("tied")),
        tie_break=sentence_from_plain(tie_break) if tie_break else None,  # type: ignore[arg-type]
        steps=tuple(_step_from_plain(_Table(step)) for step in table.listed("steps")),
        facts=_numbers_from_plain(table.inner("facts")),
        beats_all=tuple(table.listed("beats_all")) if "beats_all" in plain else None,
    )


class _Table:
    """A table whose entries are known to be of a shape: we wrote them ourselves."""

    def __init__(self, plain: Mapping[str, object]) -> None:
        self.plain = plain

    def text(self, name: str) -> str:
        return str(self.plain[name])

    def number(self, name: str) -> int:
        return int(str(self.plain[name]))

    def inner(self, name: str) -> "_Table":
        inner = self.plain[name]
        assert isinstance(inner, Mapping)
        return _Table(inner)

    def listed(self, name: str) -> list[Any]:
        listed = self.plain[name]
        assert isinstance(listed, list)
        return listed

    def texts(self) -> dict[str, str]:
        return {name: str(value) for name, value in self.plain.items()}


def _completed(kept: Mapping[str, object]) -> Mapping[str, object]:
    """Fill in the settings that a rule kept long ago did not have yet."""
    ordinary = rule_to_plain(DecisionRule("", local_text(), "", ""))
    return {
        name: {**usual, **there}
        if isinstance(usual, dict) and isinstance(there := kept.get(name), Mapping)
        else kept.get(name, usual)
        for name, usual in ordinary.items()
    }


def _facts_to_plain(facts: Mapping[str, Fact]) -> Plain:
    return {name: fact_to_plain(fact) for name, fact in facts.items()}


def _facts_from_plain(facts: Mapping[str, Plain]) -> dict[str, Fact]:
    return {name: fact_from_plain(fact) for name, fact in facts.items()}


def _settings_to_plain(of: object) -> dict[str, Plain]:
    return {
        one.name: _value_to_plain(getattr(of, one.name), one.setting)
        for one in declared(of)
    }


def _value_to_plain(value: Any, declaration: Declaration) -> Plain:
    match value:
        case Fraction():
            return str(value)
        case bool():
            return int(value)
        case LocalText():
            return dict(value.versions)
        case Mapping():
            return dict(value)
        case frozenset():
            return sorted(value)
    inner = isinstance(declaration, Part) and value is not None
    return _settings_to_plain(value) if inner else value


def _settings_from_plain(of: type, table: Mapping[str, Any]) -> dict[str, Any]:
    return {
        one.name: _value_from_plain(table[one.name], one.setting)
        for one in declared(of)
    }


def _value_from_plain(kept: Any, declaration: Declaration) -> Any:
    match declaration:
        case Part(of=of):
            return None if kept is None else of(**_settings_from_plain(of, kept))
        case Setting(by_language=True):
            return local_text(**kept)
        case Setting(keyed=True):
            return dict(kept)
        case Setting(sort="share"):
            return exact(kept)
        case Setting(sort="flag"):
            return bool(kept)
        case Setting(sort="several"):
            return frozenset(kept)
    return kept


def _numbers_to_plain(numbers: Mapping[str, Number]) -> Plain:
    return {name: str(number) for name, number in numbers.items()}


def _numbers_from_plain(table: _Table) -> dict[str, Number]:
    return {name: _number(text) for name, text in table.texts().items()}


def _number(text: str) -> Number:
    number = exact(text)
    return number.numerator if number.denominator == 1 else number


def _step_to_plain(step: Step) -> Plain:
    return {
        "title": sentence_to_plain(step.title),
        "explanation": sentence_to_plain(step.explanation),
        "counts": _numbers_to_plain(step.counts),
        "elected": list(step.elected),
        "excluded": list(step.excluded),
        "transfers": [
            {"from": move.origin, "to": move.to, "amount": str(move.amount)}
            for move in step.transfers
        ],
    }


def _step_from_plain(table: _Table) -> Step:
    return Step(
        title=sentence_from_plain(table.inner("title").plain),  # type: ignore[arg-type]
        explanation=sentence_from_plain(table.inner("explanation").plain),  # type: ignore[arg-type]
        counts=_numbers_from_plain(table.inner("counts")),
        elected=tuple(table.listed("elected")),
        excluded=tuple(table.listed("excluded")),
        transfers=tuple(
            Transfer(move["from"], move["to"], _number(move["amount"]))
            for move in table.listed("transfers")
        ),
    )
