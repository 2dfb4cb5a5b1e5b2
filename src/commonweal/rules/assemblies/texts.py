"""Texts that are before an assembly, sentence by sentence, and amendments to them.

An amendment is about one sentence of one text: other words in its place, the sentence
struck, or a sentence more after it. Whether it still can be made follows from the
places alone and never from words, which can be hidden.

Source: Robert's Rules of Order Newly Revised, 10th ed., on the forms of amendments: to
insert, to strike out, to strike out and insert.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from commonweal.rules.difference import difference

type Verb = Literal["replace", "strike", "after"]
type Fate = Literal["open", "friendly", "carried", "lost", "fell", "withdrawn"]
VERBS: tuple[Verb, ...] = get_args(Verb.__value__)
# What an amendment of one of these sorts changes is not there for another.
CHANGES = frozenset({"replace", "strike"})
TAKEN_IN = frozenset({"friendly", "carried"})
END_OF_SENTENCE = re.compile(r"(?<=[.!?…。！？؟])[^\S\n]+|\n")


@dataclass(frozen=True, slots=True)
class Text:
    """What somebody wants to be decided on a matter, under its number there."""

    item: str
    number: int
    by: str
    words: str
    at: datetime
    withdrawn_at: datetime | None = None

    @property
    def withdrawn(self) -> bool:
        """Say whether it was taken back."""
        return self.withdrawn_at is not None

    def stood(self, at: datetime) -> bool:
        """Say whether it was before the assembly at an instant."""
        return self.at <= at and (self.withdrawn_at is None or at < self.withdrawn_at)


@dataclass(frozen=True, slots=True)
class Amendment:
    """A change of one sentence of a text, under its number on the matter.

    With the `place` of nought new words come before the first sentence.
    """

    item: str
    number: int
    text: int
    by: str
    verb: Verb
    place: int
    words: str
    accepted_at: datetime | None = None
    withdrawn: bool = False

    def collides(self, other: "Amendment") -> bool:
        """Say whether both change the same sentence."""
        here = (self.item, self.text, self.place) == (
            other.item,
            other.text,
            other.place,
        )
        return here and {self.verb, other.verb} <= CHANGES


@dataclass(frozen=True, slots=True)
class Texts:
    """All that was brought and proposed, on every matter, in the order of time."""

    texts: tuple[Text, ...] = ()
    amendments: tuple[Amendment, ...] = ()

    def on(self, item: str) -> tuple[Text, ...]:
        """Give the texts on a matter, those that were taken back too."""
        return tuple(one for one in self.texts if one.item == item)

    def standing(self, item: str) -> tuple[Text, ...]:
        """Give the texts on a matter that were not taken back."""
        return tuple(one for one in self.on(item) if not one.withdrawn)

    def text(self, item: str, number: int) -> Text | None:
        """Give a text by its number."""
        return next((one for one in self.on(item) if one.number == number), None)

    def amended(self, item: str) -> tuple[Amendment, ...]:
        """Give the amendments on a matter."""
        return tuple(one for one in self.amendments if one.item == item)

    def amendment(self, item: str, number: int) -> Amendment | None:
        """Give an amendment by its number."""
        found = (one for one in self.amended(item) if one.number == number)
        return next(found, None)


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence of a text: its place in what was brought, and if it begins a line.

    What an amendment put there has the place of nought, and says after which it came.
    """

    place: int
    words: str
    begins_line: bool = False
    after: int = 0


def parts(words: str) -> tuple[Part, ...]:
    """Take a text apart into its sentences, which count from one."""
    found: list[Part] = []
    begins_line, start = False, 0
    ends = [(one.start(), one.end(), one[0]) for one in END_OF_SENTENCE.finditer(words)]
    for stop, after, between in [*ends, (len(words), len(words), "")]:
        said = words[start:stop].strip()
        if said:
            found.append(Part(len(found) + 1, said, begins_line and bool(found)))
            begins_line = False
        begins_line, start = begins_line or between == "\n", after
    return tuple(found)


def joined(found: Iterable[Part]) -> str:
    """Put sentences together again."""
    words = ""
    for one in found:
        between = ("\n" if one.begins_line else " ") if words else ""
        words += between + one.words
    return words


def amended(text: Text, taken_in: Iterable[Amendment]) -> tuple[Part, ...]:
    """Give a text as amendments have made it, in the order they were taken in."""
    now: list[Part] = list(parts(text.words))
    for one in taken_in:
        now = _with(now, one)
    return tuple(now)


def departure(text: Text, amendment: Amendment) -> int:
    """Say how far an amendment departs from a text: in letters that go and come."""
    old = sentence(text, amendment.place) if amendment.verb in CHANGES else ""
    pieces = difference(old, amendment.words)
    return sum(len(one.text.strip()) for one in pieces if one.op != "same")


def in_order(texts: Texts, waiting: Sequence[Amendment]) -> tuple[Amendment, ...]:
    """Give amendments in the order they are taken: what departs furthest comes first.

    Of those that depart as far, the one that was proposed first.
    """

    def key(one: Amendment) -> tuple[int, int]:
        text = texts.text(one.item, one.text)
        assert text, "an amendment is to a text"
        return -departure(text, one), one.number

    return tuple(sorted(waiting, key=key))


def sentence(text: Text, place: int) -> str:
    """Give the sentence at a place of what was brought; nothing where there is none."""
    found = (one.words for one in parts(text.words) if one.place == place)
    return next(found, "")


def _with(now: list[Part], amendment: Amendment) -> list[Part]:
    if amendment.verb == "after":
        return _inserted(now, amendment)
    changed: list[Part] = []
    for one in now:
        if one.place != amendment.place:
            changed.append(one)
        elif amendment.verb == "replace":
            changed.append(Part(one.place, amendment.words, one.begins_line))
    return changed


def _inserted(now: list[Part], amendment: Amendment) -> list[Part]:
    """Put a sentence behind its place, after those that came there before it.

    Where the sentence before it was struck it stands where that one stood.
    """
    before = [one for one in now if (one.place or one.after) <= amendment.place]
    new = Part(0, amendment.words, after=amendment.place)
    return [*before, new, *now[len(before) :]]
