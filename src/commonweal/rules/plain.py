"""Values as plain data and back, so that what was decided can be kept and re-read.

Plain means what JSON knows without floats: text, whole numbers, lists, tables. An
exact fraction, a moment or a sentence is a table with one tag that says what it is.
Reading back what was written gives an equal value.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

from commonweal.rules.sentence import Fact, LocalText, Sentence, local_text
from commonweal.rules.verdict import ALLOWED, Verdict, refused
from commonweal.rules.voting.decision_rule import (
    DecisionRule,
    Quorum,
    SecondCall,
    Support,
    Threshold,
)
from commonweal.rules.voting.outcome import Number, Outcome, Step, Transfer

type Plain = str | int | list[Plain] | dict[str, Plain] | None


def fact_to_plain(fact: Fact) -> Plain:
    """Write one fact of a sentence; moments go in UTC."""
    match fact:
        case Fraction():
            return {"fraction": str(fact)}
        case datetime():
            return {"moment": fact.astimezone(UTC).isoformat()}
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
            return Fraction(text)
        case {"moment": str(text)}:
            return datetime.fromisoformat(text)
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
    """Write a decision rule, every parameter by its name."""
    call = rule.second_call
    return {
        "id": rule.id,
        "title": dict(rule.title.versions),
        "method": rule.method,
        "franchise": rule.franchise,
        "ballot": rule.ballot,
        "quorum": _quorum_to_plain(rule.quorum),
        "threshold": {
            "base": rule.threshold.base,
            "share": str(rule.threshold.share),
            "strict": int(rule.threshold.strict),
            "at_least": rule.threshold.at_least,
        },
        "support": {
            "share": str(rule.support.share),
            "at_least": rule.support.at_least,
        },
        **{name: getattr(rule, name) for name in _DAYS},
        "tie_break": rule.tie_break,
        "second_call": call
        and {
            "after_days": call.after_days,
            "voting_days": call.voting_days,
            "quorum": _quorum_to_plain(call.quorum),
        },
        "settings": dict(rule.settings),
    }


def rule_from_plain(plain: Mapping[str, object]) -> DecisionRule:
    """Read a decision rule back. What a later setting added has its ordinary value."""
    table = _Table(_completed(plain))
    called = table.plain["second_call"] is not None
    threshold, support = table.inner("threshold"), table.inner("support")
    return DecisionRule(
        id=table.text("id"),
        title=local_text(**table.inner("title").texts()),
        method=table.text("method"),
        franchise=table.text("franchise"),
        ballot=table.text("ballot"),  # type: ignore[arg-type]
        quorum=_quorum_from_plain(table.inner("quorum")),
        threshold=Threshold(
            threshold.text("base"),  # type: ignore[arg-type]
            Fraction(threshold.text("share")),
            bool(threshold.number("strict")),
            threshold.number("at_least"),
        ),
        support=Support(Fraction(support.text("share")), support.number("at_least")),
        **{name: table.number(name) for name in _DAYS},
        tie_break=table.text("tie_break"),  # type: ignore[arg-type]
        second_call=_call_from_plain(table.inner("second_call")) if called else None,
        settings=table.inner("settings").texts(),
    )


def outcome_to_plain(outcome: Outcome) -> dict[str, Plain]:
    """Write an outcome with all its steps."""
    return {
        "method": outcome.method,
        "seats": outcome.seats,
        "winners": list(outcome.winners),
        "tied": [list(group) for group in outcome.tied],
        "tie_break": fact_to_plain(outcome.tie_break),
        "steps": [_step_to_plain(step) for step in outcome.steps],
        "facts": _numbers_to_plain(outcome.facts),
    }


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
    )


_DAYS = (
    "support_days",
    "deliberation_days",
    "notice_days",
    "voting_days",
    "in_force_after_days",
    "review_after_days",
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


def _quorum_to_plain(quorum: Quorum) -> Plain:
    return {
        "kind": quorum.kind,
        "share": str(quorum.share),
        "at_least": quorum.at_least,
    }


def _quorum_from_plain(table: _Table) -> Quorum:
    share, at_least = Fraction(table.text("share")), table.number("at_least")
    return Quorum(table.text("kind"), share, at_least)  # type: ignore[arg-type]


def _call_from_plain(table: _Table) -> SecondCall:
    return SecondCall(
        table.number("after_days"),
        table.number("voting_days"),
        _quorum_from_plain(table.inner("quorum")),
    )


def _numbers_to_plain(numbers: Mapping[str, Number]) -> Plain:
    return {name: str(number) for name, number in numbers.items()}


def _numbers_from_plain(table: _Table) -> dict[str, Number]:
    return {name: _number(text) for name, text in table.texts().items()}


def _number(text: str) -> Number:
    exact = Fraction(text)
    return exact.numerator if exact.denominator == 1 else exact


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
