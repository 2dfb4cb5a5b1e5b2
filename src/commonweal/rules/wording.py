"""Sentences said in plain English, with nothing installed: for the terminal.

A count, a refusal or a verified record must be readable by a stranger who has no
server. Pages say the same sentences in the reader's language, from the same tables.
"""

from collections.abc import Mapping
from datetime import date, datetime
from fractions import Fraction

from commonweal.rules.sentence import (
    OTHERWISE,
    Fact,
    LocalText,
    Plural,
    Sentence,
    Words,
)

DECIMAL_PLACES = 5


def render(sentence: Sentence, table: Mapping[str, Words]) -> str:
    """Say a sentence with the words `table` has for its id.

    Each fact is said as its type asks: numbers exactly, lists as "A, B and C", a
    moment with its weekday and zone, a sentence within the sentence by its own words.
    Raises `KeyError` if the table has no words for the id, or the words name a fact
    the sentence does not carry: both are mistakes of ours.
    """
    if OTHERWISE in sentence.facts and sentence.id not in table:
        return say(sentence.facts[OTHERWISE], table)
    words = table[sentence.id]
    if isinstance(words, Plural):
        words = words.one if sentence.facts[words.by] == 1 else words.many
    said = {name: say(fact, table) for name, fact in sentence.facts.items()}
    return words.format_map(said)


def say(fact: Fact, table: Mapping[str, Words]) -> str:
    """Say one fact as its type asks."""
    match fact:
        case None | str():
            return fact or ""
        case bool():
            return "yes" if fact else "no"
        case int() | Fraction():
            return number_text(fact)
        case date():
            clock = ", %H:%M %Z" if isinstance(fact, datetime) else ""
            return f"{fact:%A} {fact.day} {fact:{'%B %Y' + clock}}".strip()
        case LocalText():
            return fact.said("en", "en")
        case Sentence():
            return render(fact, table)
        case tuple():
            return listed([say(one, table) for one in fact])


def listed(names: list[str]) -> str:
    """Join names as people do: "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def number_text(number: int | Fraction) -> str:
    """Write a number exactly, for people: "1,204", "6.84848" or "1/3"."""
    whole, *rest = exact_text(number).partition(".")
    grouped = whole if "/" in whole else f"{int(whole):,}"
    # A number between minus one and nought keeps its sign.
    if number < 0 and grouped == "0":
        grouped = "-0"
    return grouped + "".join(rest)


def exact_text(number: int | Fraction) -> str:
    """Write a number exactly, for machines: "1204", "6.84848" or "1/3".

    A decimal where five places suffice, a fraction in lowest terms otherwise.
    """
    scaled = number * 10**DECIMAL_PLACES
    if isinstance(scaled, Fraction):
        if scaled.denominator != 1:
            return str(number)
        scaled = scaled.numerator
    whole, part = divmod(abs(scaled), 10**DECIMAL_PLACES)
    decimals = f"{part:0{DECIMAL_PLACES}d}".rstrip("0")
    sign = "-" if number < 0 else ""
    return f"{sign}{whole}" + (f".{decimals}" if decimals else "")
