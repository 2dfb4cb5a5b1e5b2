"""Say a sentence in the reader's language, its facts filled in by what they are.

Rules and actions name a sentence and give its facts; here it becomes words. The
English of every sentence stands in the tables that `settings.SENTENCES` names, and is
what translators are given. Numbers, dates and lists follow the language; a moment is
told in the time zone that is active, which is named beside it.
"""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, tzinfo
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from importlib import import_module
from math import floor

from babel import Locale
from babel.dates import format_date, format_datetime, get_timezone_location
from babel.numbers import format_decimal
from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language, gettext, ngettext, override

from commonweal.rules.sentence import (
    OTHERWISE,
    Fact,
    LocalText,
    Plural,
    Sentence,
    Words,
)

FACT = re.compile(r"\{(\w+)\}")


def say(sentence: Sentence | LocalText | str, language: str | None = None) -> str:
    """Say it in `language`, or in the language that is active."""
    if language is not None and language != get_language():
        with override(language):
            return say(sentence)
    match sentence:
        case Sentence():
            if OTHERWISE in sentence.facts and sentence.id not in table():
                return say_fact(sentence.facts[OTHERWISE])
            return _filled(_words(sentence), sentence.facts)
        case LocalText():
            return sentence.said(get_language() or "en", "en")
        case _:
            return str(sentence)


def say_fact(fact: Fact) -> str:
    """Say one fact as people write it in the active language."""
    match fact:
        case None:
            return ""
        case bool():
            return gettext("yes") if fact else gettext("no")
        case int():
            return number(fact)
        case Fraction():
            return fraction(fact)
        case date():
            return _when(fact)
        case tuple():
            return listed([say_fact(one) for one in fact])
        case _:
            return say(fact)


def _when(value: date) -> str:
    # A moment is a day as well, and more.
    return moment(value) if isinstance(value, datetime) else calendar_day(value)


def number(value: int | Decimal) -> str:
    """Write a number with the separators of the active language."""
    return _number(value, _locale())


@lru_cache(maxsize=4096)
def _number(value: int | Decimal, locale: Locale) -> str:
    return format_decimal(value, locale=locale, decimal_quantization=False)


def fraction(value: Fraction) -> str:
    """Write a fraction exactly: as a short decimal where it has one, else as n/d."""
    digits = value * 10**5
    if digits.denominator == 1:
        return number((Decimal(digits.numerator) / 10**5).normalize())
    return f"{value.numerator}/{value.denominator}"


def listed(names: list[str]) -> str:
    """Join names as people do: "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    facts = {"first": gettext(", ").join(names[:-1]), "last": names[-1]}
    return gettext("{first} and {last}").format(**facts)


def moment(value: datetime, *, near: datetime | None = None) -> str:
    """Tell a moment with its weekday, and the place whose clock it is told by.

    The year is left out where it is the year of `near`.
    """
    words = gettext("{moment} ({place} time)")
    zone = timezone.get_current_timezone()
    return words.format(moment=clock_words(value, near=near), place=place_of(zone))


def clock_words(value: datetime, *, near: datetime | None = None) -> str:
    """Tell a moment by the active clock, without naming whose clock it is."""
    zone = timezone.get_current_timezone()
    # Remembered without its zone: the same moment has other words by another clock.
    local = value.astimezone(zone).replace(tzinfo=None)
    same_year = near is not None and near.astimezone(zone).year == local.year
    # Translators: patterns of Unicode's date format; text stands in single quotes.
    if same_year:
        return _by_clock(local, gettext("EEEE d MMMM 'at' HH:mm"), _locale())
    return _by_clock(local, gettext("EEEE d MMMM y 'at' HH:mm"), _locale())


@lru_cache(maxsize=4096)
def _by_clock(local: datetime, pattern: str, locale: Locale) -> str:
    return format_datetime(local, pattern, locale=locale)


def day(value: datetime) -> str:
    """Tell a day with its weekday and year, by the active clock."""
    pattern = gettext("EEEE d MMMM y")
    return format_datetime(timezone.localtime(value), pattern, locale=_locale())


def calendar_day(value: date) -> str:
    """Tell a day of the calendar as a moment's day is told; it goes by no clock."""
    return format_date(value, gettext("EEEE d MMMM y"), locale=_locale())


def place_of(zone: tzinfo) -> str:
    """Name the place of a time zone as the active language does: "Madrid"."""
    return _place_of(str(zone), _locale())


def how_far(value: datetime, *, at: datetime) -> str:
    """Say how far off a moment is from `at`: "in 2 days", "in 3 hours", "yesterday"."""
    hours = (value - at).total_seconds() / 3600
    if abs(hours) < 1:
        return _minutes(value, at)
    zone = timezone.get_current_timezone()
    days = (value.astimezone(zone).date() - at.astimezone(zone).date()).days
    if abs(hours) < 12 or days == 0:
        whole = floor(abs(hours))
        later = ngettext("in {n} hour", "in {n} hours", whole)
        earlier = ngettext("{n} hour ago", "{n} hours ago", whole)
        return (later if hours > 0 else earlier).format(n=number(whole))
    return _days(days)


def _minutes(value: datetime, at: datetime) -> str:
    whole = max(1, int(abs((value - at).total_seconds()) // 60))
    later = ngettext("in {n} minute", "in {n} minutes", whole)
    earlier = ngettext("{n} minute ago", "{n} minutes ago", whole)
    return (later if value > at else earlier).format(n=number(whole))


def _days(days: int) -> str:
    if days in {1, -1}:
        return gettext("tomorrow") if days == 1 else gettext("yesterday")
    whole = abs(days)
    words = (
        ngettext("in {n} day", "in {n} days", whole)
        if days > 0
        else ngettext("{n} day ago", "{n} days ago", whole)
    )
    return words.format(n=number(whole))


@lru_cache
def table() -> Mapping[str, Words]:
    """Gather the English of every sentence this node can say. An id stands once."""
    merged: dict[str, Words] = {}
    for path in settings.SENTENCES:
        sentences: Mapping[str, Words] = import_module(path).SENTENCES
        twice = merged.keys() & sentences.keys()
        assert not twice, f"two subjects name a sentence {sorted(twice)}: {path}"
        merged.update(sentences)
    return merged


def _words(sentence: Sentence) -> str:
    words = table()[sentence.id]
    if isinstance(words, Plural):
        count = sentence.facts[words.by]
        whole = count if isinstance(count, int) else 2
        return ngettext(words.one, words.many, whole)
    return gettext(words)


def _filled(words: str, facts: Mapping[str, Fact]) -> str:
    return FACT.sub(lambda found: say_fact(facts[found[1]]), words)


def _locale() -> Locale:
    return _babel_locale(get_language() or "en")


@lru_cache
def _babel_locale(language: str) -> Locale:
    # The pretend language that runs from right to left is English underneath.
    return Locale.parse("en" if language == "en-xr" else language, sep="-")


@lru_cache
def _place_of(zone: str, locale: Locale) -> str:
    if zone == str(UTC):
        return zone
    return get_timezone_location(zone, locale=locale, return_city=True)
