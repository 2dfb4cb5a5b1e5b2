"""Approved minutes as one text that never changes, and what it says read back.

People stand in it by their ids and sentences by theirs: whoever leaves takes their name
out of what is read, and the text with its digest stays as it was. A salt inside keeps
the digest of a short evening from being guessed.

Source: the canonical form is that of `rules.canonical` (RFC 8785).
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from fractions import Fraction
from hashlib import sha256
from typing import Any, cast

from commonweal.rules.assemblies.minutes import Fate, Remark
from commonweal.rules.canonical import Json, canonical
from commonweal.rules.exact import exact
from commonweal.rules.sentence import Fact, LocalText, Sentence

# Stands for a member until their name is filled in; said as it is, it says they left.
GONE = "minuted.gone"
MEMBER = "member"
FORM = "commonweal minutes 1"


@dataclass(frozen=True, slots=True)
class There:
    """Somebody who was there, and who let them in by hand, all by their ids."""

    of: str
    let_in_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """A line of the minutes, by the number of the deed it tells of."""

    number: int
    at: datetime
    words: Sentence


@dataclass(frozen=True, slots=True)
class Text:
    """What minutes say: who was there, what happened, and what stands beside it."""

    present: tuple[There, ...]
    guests: int
    lines: tuple[Said, ...]
    remarks: tuple[Remark, ...] = ()


def member(of: str) -> Sentence:
    """Stand for a member whose name is filled in when it is read."""
    return Sentence(GONE, {MEMBER: of})


def named(words: Sentence, name: Callable[[str], str]) -> Sentence:
    """Fill in the names of members; whoever has none any more has left."""
    facts = {key: _named(fact, name) for key, fact in words.facts.items()}
    return replace(words, facts=facts)


def fixed(text: Text, head: Mapping[str, Json]) -> str:
    """Write minutes the one way there is; `head` says of what assembly, with a salt."""
    whole: dict[str, Json] = {
        "form": FORM,
        "head": head,
        "present": [{"of": one.of, "by": one.let_in_by} for one in text.present],
        "guests": text.guests,
        "lines": [
            {"number": one.number, "at": one.at.isoformat(), "words": _out(one.words)}
            for one in text.lines
        ],
        "beside": [_remark_out(one) for one in text.remarks],
    }
    return canonical(whole).decode("utf-8")


def read(written: str) -> Text:
    """Read minutes back from their fixed text."""
    whole: dict[str, Any] = json.loads(written)
    return Text(
        present=tuple(There(one["of"], tuple(one["by"])) for one in whole["present"]),
        guests=whole["guests"],
        lines=tuple(
            Said(
                one["number"],
                datetime.fromisoformat(one["at"]),
                cast(Sentence, _in(one["words"])),
            )
            for one in whole["lines"]
        ),
        remarks=tuple(map(_remark_in, whole["beside"])),
    )


def digest(written: str) -> str:
    """Give the SHA-256 of a fixed text, as `sha256sum` prints it of the file."""
    return sha256(written.encode("utf-8")).hexdigest()


def _named(fact: Fact, name: Callable[[str], str]) -> Fact:
    match fact:
        case Sentence(id="minuted.gone", facts=facts) if MEMBER in facts:
            return name(str(facts[MEMBER])) or Sentence(GONE)
        case Sentence():
            return named(fact, name)
        case tuple():
            return tuple(_named(one, name) for one in fact)
        case _:
            return fact


def _remark_out(one: Remark) -> dict[str, Json]:
    answered = one.answered_at.isoformat() if one.answered_at else None
    return {
        "number": one.number,
        "line": one.line,
        "words": one.words,
        "by": one.by,
        "at": one.at.isoformat(),
        "fate": one.fate,
        "added": one.is_added,
        "answered_by": one.answered_by,
        "answered_at": answered,
    }


def _remark_in(one: Mapping[str, Any]) -> Remark:
    answered = one["answered_at"]
    return Remark(
        number=one["number"],
        line=one["line"],
        words=one["words"],
        by=one["by"],
        at=datetime.fromisoformat(one["at"]),
        fate=cast(Fate, one["fate"]),
        is_added=one["added"],
        answered_by=one["answered_by"],
        answered_at=datetime.fromisoformat(answered) if answered else None,
    )


def _out(fact: Fact) -> Json:
    """Write a fact so that it is read back as what it was."""
    match fact:
        case Sentence():
            facts = {key: _out(one) for key, one in fact.facts.items()}
            return {"says": fact.id, "facts": facts}
        case LocalText():
            return {"local": [list(one) for one in fact.versions]}
        case Fraction():
            return {"share": f"{fact.numerator}/{fact.denominator}"}
        case datetime():
            return {"at": fact.isoformat()}
        case date():
            return {"on": fact.isoformat()}
        case tuple():
            return [_out(one) for one in fact]
        case _:
            return fact


def _in(written: Any) -> Fact:
    match written:
        case {"says": str(id_), "facts": facts}:
            return Sentence(id_, {key: _in(one) for key, one in facts.items()})
        case {"local": versions}:
            return LocalText(tuple((tag, words) for tag, words in versions))
        case {"share": str(share)}:
            return exact(share)
        case {"at": str(moment)}:
            return datetime.fromisoformat(moment)
        case {"on": str(day)}:
            return date.fromisoformat(day)
        case list():
            return tuple(map(_in, written))
        case _:
            return cast(Fact, written)
