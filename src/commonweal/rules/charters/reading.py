"""Reading a section of a charter: each value of its sort, or an objection with place.

Nothing stops at the first mistake. A reader notes what is wrong, gives a harmless
stand-in and goes on, so that whoever writes a charter sees everything at once.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from fractions import Fraction

from commonweal.rules.sentence import Fact, LocalText, Sentence
from commonweal.rules.setting import LONGEST_NAME, LONGEST_TEXT, MOST

NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
FRACTION = re.compile(r"([0-9]{1,7})/([0-9]{1,7})")
PERCENT = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,4})?) ?%")
DECIMAL = re.compile(r"[0-9](?:\.[0-9]{1,6})?")
# Control characters but for the line's end and the tab, and the marks that turn the
# direction of what follows: a name must not rearrange the page it stands on.
HIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Section:
    """One table of a charter, read key by key."""

    def __init__(
        self,
        tree: Mapping[str, object],
        where: str,
        language: str,
        objections: list[Sentence],
    ) -> None:
        self.tree = tree
        self.where = where
        self.language = language
        self.objections = objections
        self.known: set[str] = set()

    def place(self, key: str) -> str:
        """Say where a key stands: `rules.ordinary.voting_days`."""
        return f"{self.where}.{key}" if self.where else key

    def note(self, sentence_id: str, key: str, /, facts: Mapping[str, Fact]) -> None:
        """Note what is wrong with a key."""
        place: dict[str, Fact] = {"where": self.place(key)}
        self.objections.append(Sentence(sentence_id, place | dict(facts)))

    def there(self, key: str) -> bool:
        """Say whether a key is written down."""
        self.known.add(key)
        return key in self.tree

    def text(self, key: str, default: str | None = "", longest: int = 0) -> str:
        """Read a text; None as default makes it required."""
        if self._missing(key, required=default is None):
            return default or ""
        before = len(self.objections)
        words = self._words(key, self.tree[key], longest or LONGEST_NAME)
        if default is None and not words:
            self._is_empty(key, before)
        return words

    def name(self, key: str, default: str | None = None) -> str:
        """Read a name that other parts of the charter go by, such as a rule's."""
        found = self.text(key, default)
        if found and not NAME.fullmatch(found):
            self.note("charter_bad_name", key, {"found": found})
        return found

    def local(self, key: str, *, required: bool = False, longest: int = 0) -> LocalText:
        """Read a text in one or several languages."""
        if self._missing(key, required=required):
            return LocalText()
        before = len(self.objections)
        words = self.local_value(key, self.tree[key], longest or LONGEST_TEXT)
        if required and not words:
            self._is_empty(key, before)
        return words

    def local_value(self, key: str, value: object, longest: int) -> LocalText:
        """Read one text in one or several languages, wherever it stands."""
        several = value if isinstance(value, Mapping) else {}
        versions = several or {self.language: value}
        for tag in several:
            if not LANGUAGE.fullmatch(str(tag)):
                self.note("charter_bad_language", key, {"found": str(tag)[:40]})
        said = ((str(tag), self._words(key, v, longest)) for tag, v in versions.items())
        return LocalText(tuple(sorted((tag, words) for tag, words in said if words)))

    def local_list(self, key: str) -> tuple[LocalText, ...]:
        """Read a list of texts, each in one or several languages."""
        return tuple(
            self.local_value(key, value, LONGEST_TEXT) for value in self._list(key)
        )

    def whole(
        self, key: str, default: int = 0, least: int = 0, most: int = MOST
    ) -> int:
        """Read a whole number from `least` to `most`."""
        if self._missing(key):
            return default
        value = self.tree[key]
        if isinstance(value, bool) or not isinstance(value, int):
            self._wrong_sort(key, value, "sort_whole_number")
            return default
        if not least <= value <= most:
            facts: dict[str, Fact] = {"found": value, "least": least, "most": most}
            self.note("charter_out_of_range", key, facts)
            return default
        return value

    def share(self, key: str, default: Fraction) -> Fraction:
        """Read an exact share from none to all: `"2/3"`, `"10 %"`, `0` or `1`."""
        if self._missing(key):
            return default
        value = self.tree[key]
        share = None if isinstance(value, bool) else read_share(value)
        if share is None or not 0 <= share <= 1:
            self.note("charter_bad_share", key, {"found": shown(value)})
            return default
        return share

    def flag(self, key: str, *, default: bool) -> bool:
        """Read a yes or no."""
        if self._missing(key):
            return default
        value = self.tree[key]
        if not isinstance(value, bool):
            self._wrong_sort(key, value, "sort_true_or_false")
            return default
        return value

    def choice[T: str](self, key: str, allowed: Collection[T], default: T) -> T:
        """Read one of the allowed names."""
        if self._missing(key):
            return default
        return self._chosen(key, self.tree[key], allowed) or default

    def choices(self, key: str, allowed: Collection[str]) -> frozenset[str]:
        """Read any number of the allowed names."""
        found = (self._chosen(key, value, allowed) for value in self._list(key))
        return frozenset(one for one in found if one is not None)

    def texts(self, key: str) -> tuple[str, ...]:
        """Read a list of plain texts."""
        return tuple(self._words(key, value, LONGEST_NAME) for value in self._list(key))

    def section(self, key: str) -> "Section":
        """Read a table inside this one; an empty one if it is not there."""
        if self._missing(key):
            return Section({}, self.place(key), self.language, self.objections)
        value = self.tree[key]
        if not isinstance(value, Mapping):
            self._wrong_sort(key, value, "sort_section")
            value = {}
        return Section(value, self.place(key), self.language, self.objections)

    def sections(self, key: str) -> Iterator[tuple[str, "Section"]]:
        """Read every table inside a table of named ones, such as `[rules.ordinary]`."""
        outer = self.section(key)
        for name in outer.named_keys():
            yield name, outer.section(name)

    def named_keys(self) -> Iterator[str]:
        """Give the keys of a table whose keys are names, such as those of rules."""
        for key in self.tree:
            if not NAME.fullmatch(key):
                self.note("charter_bad_name", shown(key), {"found": shown(key)})
            yield key

    def done(self) -> None:
        """Refuse what nobody asked for, naming the nearest key there is."""
        for key in self.tree:
            if key not in self.known:
                near = get_close_matches(key, sorted(self.known), n=1)
                if near:
                    self.note("charter_unknown_key_near", key, {"nearest": near[0]})
                else:
                    self.note("charter_unknown_key", key, {})

    def _missing(self, key: str, *, required: bool = False) -> bool:
        there = self.there(key)
        if required and not there:
            self.note("charter_missing", key, {})
        return not there

    def _is_empty(self, key: str, before: int) -> None:
        """Note that nothing stands there, unless something else is wrong with it."""
        if len(self.objections) == before:
            self.note("charter_missing", key, {})

    def _list(self, key: str) -> list[object]:
        if self._missing(key):
            return []
        value = self.tree[key]
        if not isinstance(value, list):
            self._wrong_sort(key, value, "sort_list")
            return []
        return value

    def _words(self, key: str, value: object, longest: int) -> str:
        if not isinstance(value, str):
            self._wrong_sort(key, value, "sort_text")
            return ""
        if len(value) > longest:
            facts: dict[str, Fact] = {"found": len(value), "longest": longest}
            self.note("charter_text_too_long", key, facts)
            return ""
        if HIDDEN.search(value):
            self.note("charter_hidden_characters", key, {})
            return ""
        return value.strip()

    def _chosen[T: str](
        self, key: str, value: object, allowed: Collection[T]
    ) -> T | None:
        found = next((one for one in allowed if one == value), None)
        if found is None:
            facts: dict[str, Fact] = {"found": shown(value), "allowed": tuple(allowed)}
            self.note("charter_not_a_choice", key, facts)
        return found

    def _wrong_sort(self, key: str, value: object, sort: str) -> None:
        facts: dict[str, Fact] = {"found": shown(value), "expected": Sentence(sort)}
        self.note("charter_wrong_sort", key, facts)


def read_share(value: object) -> Fraction | None:
    """Read a share exactly as it is written, or give None if it is not one."""
    written = str(value).strip()
    if DECIMAL.fullmatch(written):
        return Fraction(written)
    if percent := PERCENT.fullmatch(written):
        return Fraction(percent[1]) / 100
    parts = FRACTION.fullmatch(written)
    if parts is None or not int(parts[2]):
        return None
    return Fraction(int(parts[1]), int(parts[2]))


def shown(value: object) -> str:
    """Quote what was found, shortly."""
    text = str(value)
    return text if len(text) <= 60 else f"{text[:60]}…"
