"""BLT, the file in which most elections by transferable vote are published.

A first line with the number of candidates and of seats; then a line a ballot: how
many cast it, the candidates' numbers in order, a nought; a nought alone; a line a
name; the title. Source: Hill, Wichmann & Woodall, Algorithm 123 (1987), as extended
by Wichmann's and Lundell's counting programs.

Read as people really write it: with commas, with names unquoted or quoted twice, with
`#` and `/* */` comments, with a byte order mark; with `-4` for a candidate who has
withdrawn, `3=4` for a shared rank, `-` for one left empty, `(id)` before a ballot, and
with `[withdrawn …]`, `[tie …]` and `[nick …]`. Other options in brackets are kept as
settings. Marks are kept as made: a name repeated is for the method to judge.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from commonweal.rules.sentence import Fact
from commonweal.rules.voting.ballots import Ballot, Ballots, Contest, Ranking
from commonweal.rules.voting.formats.blt_fast import END, read_tidy
from commonweal.rules.voting.formats.blt_names import read_names
from commonweal.rules.voting.formats.errors import FormatError, fault

SEPARATORS = re.compile(r"[\s,;]+")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# What was read is not read again: a line made for that would take hours.
OPTION = re.compile(r"\[\s*+(\w++)\s*+([^\]]*+)\]$")
WHOLE = re.compile(r"\d{1,15}", re.ASCII)
MOST_CANDIDATES = 65_000


def read_blt(text: str) -> tuple[Contest, Ballots]:
    """Read a contest and its rankings from the text of a BLT file.

    Candidates' ids are their numbers in the file. Raises `FormatError` at the first
    line that makes no sense, and where there are no ballots at all.
    """
    lines = Lines(clean(text))
    head = read_head(lines)
    ballots = ballots_after(lines, head)
    if not ballots:
        raise fault(lines.number, "blt_no_ballots", "blt_ballot_expected")
    named = read_names(tuple(lines), len(head.options))
    return (
        Contest(
            options=head.options,
            seats=head.seats,
            names=dict(zip(head.options, named.names, strict=True)),
            withdrawn=frozenset(head.withdrawn),
            title=named.title,
            settings=head.settings,
            notes=named.notes,
        ),
        ballots,
    )


def ballots_after(lines: "Lines", head: "Head") -> Ballots:
    """Read the ballots: all at once if they are tidy, one by one if not."""
    tidy = read_tidy(lines.text, lines.at, head.options) if head.is_plain else None
    if tidy is None:
        return tuple(read_ballots(lines, head))
    lines.skip(len(tidy) + 1, lines.text.rindex(END, lines.at) + len(END))
    return tidy


def clean(text: str) -> str:
    """Take away what may be in any file: marks, comments, foreign line ends."""
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "/*" in text:
        # A comment leaves its line ends, so that lines keep their numbers.
        text = COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    return text


class Lines(Iterator[tuple[int, str]]):
    """The lines of a file that say something, each with its number.

    `at` is where in the text the next line begins, so that a faster reader can take
    over from here.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.number = 0

    def __next__(self) -> tuple[int, str]:
        while self.at < len(self.text):
            end = self.text.find("\n", self.at)
            end = len(self.text) if end < 0 else end
            line = without_comment(self.text[self.at : end])
            self.at = end + 1
            self.number += 1
            if line:
                return self.number, line
        raise StopIteration

    def back(self, at: int) -> None:
        """Go back to the line that began at `at`."""
        self.number = self.text.count("\n", 0, at)
        self.at = at

    def skip(self, lines: int, end: int) -> None:
        """Go on at `end`, so many lines further down."""
        self.number += lines
        self.at = end


def without_comment(line: str) -> str:
    """Drop a comment; a number sign inside quotation marks begins none."""
    if "#" not in line:
        return line.strip()
    quoted = False
    for place, letter in enumerate(line):
        quoted ^= letter == '"'
        if letter == "#" and not quoted:
            return line[:place].strip()
    return line.strip()


@dataclass(slots=True)
class Head:
    """What stands before the ballots."""

    options: tuple[str, ...]
    seats: int
    withdrawn: set[str] = field(default_factory=set)
    nicks: dict[str, str] = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=dict)

    @property
    def is_plain(self) -> bool:
        """Ballots name candidates by number only."""
        return not self.nicks

    def option(self, word: str, line: int) -> str:
        """Find the candidate a word stands for; no such candidate is a fault."""
        known = self.nicks.get(word)
        if (
            known is None
            and WHOLE.fullmatch(word)
            and 1 <= int(word) <= len(self.options)
        ):
            known = self.options[int(word) - 1]
        if known is None:
            facts: dict[str, Fact] = {"word": word, "candidates": len(self.options)}
            raise fault(line, "blt_no_such_candidate", "blt_candidate_expected", facts)
        return known


def read_head(lines: Lines) -> Head:
    """Read up to the first ballot: numbers, options, who has withdrawn."""
    head = read_numbers(lines)
    begin = lines.at
    for number, line in lines:
        option = OPTION.match(line)
        words = SEPARATORS.split(line.strip(" ,;"))
        if option:
            take_option(head, number, option[1].lower(), option[2].split())
        elif all(word.startswith("-") and word != "-" for word in words):
            head.withdrawn.update(head.option(word[1:], number) for word in words)
        else:
            lines.back(begin)
            break
        begin = lines.at
    return head


def read_numbers(lines: Lines) -> Head:
    """Read the line that says how many candidates and seats there are."""
    number, line = next(lines, (1, ""))
    words = SEPARATORS.split(line.strip(" ,;"))
    if len(words) != 2 or not all(WHOLE.fullmatch(word) for word in words):
        facts = {"found": shortened(line)}
        raise fault(number, "blt_not_two_numbers", "blt_two_numbers_expected", facts)
    candidates, seats = int(words[0]), int(words[1])
    told: dict[str, Fact] = {
        "candidates": candidates,
        "seats": seats,
        "most": MOST_CANDIDATES,
    }
    if candidates > MOST_CANDIDATES:
        raise fault(number, "too_many_options", "blt_two_numbers_expected", told)
    if not 1 <= seats <= candidates:
        wrong = "no_seats" if seats < 1 else "more_seats_than_options"
        raise fault(number, wrong, "seats_expected", told)
    return Head(tuple(str(i) for i in range(1, candidates + 1)), seats)


def take_option(head: Head, number: int, name: str, words: list[str]) -> None:
    """Take an option in brackets into account, or keep it as a setting."""
    if name == "nick":
        if len(words) != len(head.options) or len(set(words)) != len(words):
            facts = {"found": len(words), "candidates": len(head.options)}
            raise fault(number, "blt_bad_nicks", "blt_nicks_expected", facts)
        head.nicks = dict(zip(words, head.options, strict=True))
    elif name == "withdrawn":
        head.withdrawn.update(head.option(word, number) for word in words)
    elif name == "tie":
        head.settings["tie"] = " ".join(head.option(word, number) for word in words)
    else:
        head.settings[name] = " ".join(words)


def read_ballots(lines: Lines, head: Head) -> Iterator[Ballot]:
    """Read one ballot after the other, up to the nought that stands alone."""
    for number, line in lines:
        words = SEPARATORS.split(line.strip(" ,;"))
        if words == ["0"]:
            return
        yield read_ballot(head, number, words)
    raise fault(lines.number, "blt_ends_early", "blt_end_expected")


def read_ballot(head: Head, number: int, words: list[str]) -> Ballot:
    """Read how many cast it, its ranks, and the nought that ends it."""
    times = read_times(number, words)
    if words[-1] != "0":
        facts = {"found": shortened(" ".join(words))}
        raise fault(number, "blt_ballot_without_end", "blt_ballot_expected", facts)
    ranks = tuple(read_rank(head, number, word) for word in words[1:-1])
    return Ballot(Ranking(ranks), times)


def read_times(number: int, words: list[str]) -> int:
    """Read how many cast a ballot; a ballot with an id of its own was cast once."""
    first = words[0]
    if first.startswith("(") and first.endswith(")"):
        return 1
    if not WHOLE.fullmatch(first) or int(first) == 0:
        raise bad_times(number, first)
    return int(first)


def bad_times(number: int, found: str) -> FormatError:
    """Say what is wrong where the number of voters should stand."""
    if re.fullmatch(r"[-+]?[\d.]+", found):
        return fault(
            number, "blt_bad_times", "blt_times_expected", {"found": shortened(found)}
        )
    facts = {"found": shortened(found)}
    return fault(number, "blt_not_a_ballot", "blt_end_expected", facts)


def read_rank(head: Head, number: int, word: str) -> tuple[str, ...]:
    """Read one rank: a candidate, several joined by `=`, or nobody (`-`)."""
    if word == "-":
        return ()
    return tuple(head.option(one, number) for one in word.split("="))


def shortened(found: str) -> str:
    """Quote what was found, but not a whole page of it."""
    return found if len(found) <= 40 else found[:40] + "…"
