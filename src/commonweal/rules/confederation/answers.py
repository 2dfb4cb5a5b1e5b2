"""What a body said to a confederation: counts, never names.

A body may answer again until the deadline; the last answer before it counts, and all
are kept for anybody to see. An answer to other words, one that came too late and one of
somebody who was not asked count for nothing, and say why.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal, get_args

from commonweal.rules.confederation.bodies import Base
from commonweal.rules.confederation.voices import NO_CHANGE, Voices
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused

type Says = Literal["yes", "no", "abstain", "return"]
SAYS: tuple[Says, ...] = get_args(Says.__value__)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of a base's members said what, were there, and could have been."""

    yes: int = 0
    no: int = 0
    abstain: int = 0
    present: int = 0
    roll: int = 0

    @property
    def cast(self) -> int:
        """How many took a side or said that they take none."""
        return self.yes + self.no + self.abstain

    def __add__(self, other: "Counts") -> "Counts":
        """Add up two bodies that share no member."""
        return Counts(
            self.yes + other.yes,
            self.no + other.no,
            self.abstain + other.abstain,
            self.present + other.present,
            self.roll + other.roll,
        )


def one_number(counts: Counts, asked: int | None) -> Counts:
    """Tell of a base how many were asked, in place of how many are on its roll.

    The two side by side would say how many of its members are counted elsewhere. More
    cannot have been there than were on it; `asked` is None for a base asked as another.
    """
    return counts if asked is None else replace(counts, roll=max(asked, counts.present))


@dataclass(frozen=True, slots=True)
class Answer:
    """What one base answered to words with this digest, and when.

    `method` is the id of how it decided, `minutes` the digest of what it wrote down;
    `amendments` are the words it sends back where it says `return`. Where too few voted
    in secret to tell how, it `is_sealed`: then it counts as a body and brings no votes.
    """

    body: str
    text: str
    says: Says
    counts: Counts
    at: datetime
    method: str = "motion"
    minutes: str = ""
    amendments: str = ""
    is_sealed: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What the bases are asked: words by their digest, from when until when.

    At the deadline it is over.
    """

    text: str
    opens_at: datetime
    closes_at: datetime
    bases: Mapping[str, Base]

    def __post_init__(self) -> None:
        assert self.opens_at < self.closes_at, "there is time to answer"


@dataclass(frozen=True, slots=True)
class Heard:
    """The answers that count, by who gave them, and those that did until the next."""

    counting: Mapping[str, Answer] = field(default_factory=dict)
    replaced: tuple[Answer, ...] = ()


def heard(answers: Iterable[Answer]) -> Heard:
    """Give what counts of answers that were taken, in the order in which they came."""
    counting: dict[str, Answer] = {}
    replaced: list[Answer] = []
    for answer in answers:
        if answer.body in counting:
            replaced.append(counting[answer.body])
        counting[answer.body] = answer
    return Heard(counting, tuple(replaced))


def may_answer(asked: Asked, answer: Answer, by: Voices = NO_CHANGE) -> Verdict:
    """Take an answer from whoever was asked, to these words, in time, that adds up.

    `by` says who speaks for whom when it is given. Refuses with `answer_not_asked`,
    `answer_by_nobody`, `answer_other_text`, `answer_too_early`, `answer_too_late`, with
    what does not add up in its counts, or with `counts_above_asked`.
    """
    return first_refusal(
        ALLOWED
        if by.speaks_for(answer.body, asked.bases)
        else refused("answer_not_asked"),
        ALLOWED if answer.body not in by.gone else refused("answer_by_nobody"),
        ALLOWED if answer.text == asked.text else refused("answer_other_text"),
        ALLOWED
        if answer.at >= asked.opens_at
        else refused("answer_too_early", opens=asked.opens_at),
        ALLOWED
        if answer.at < asked.closes_at
        else refused("answer_too_late", closed=asked.closes_at),
        adds_up(answer),
        _by_those_asked(asked, answer, by),
    )


def _by_those_asked(asked: Asked, answer: Answer, by: Voices) -> Verdict:
    """Let no more members answer than there were when the question was put."""
    whom = by.whom(answer.body, asked.bases)
    members = sum(asked.bases[base].members for base in whom)
    present = answer.counts.present
    if present <= members:
        return ALLOWED
    return refused("counts_above_asked", present=present, members=members)


def adds_up(answer: Answer) -> Verdict:
    """Let counts be counts, and words what they say.

    Refuses with `counts_below_nought`, `counts_above_present`, `counts_above_roll`;
    with `says_yes_without_them` where a body says yes and no more of its members said
    yes than no; with `sealed_with_counts` where it tells what it keeps; and with
    `returns_no_words` where it sends back nothing.
    """
    counts = answer.counts
    numbers = (counts.yes, counts.no, counts.abstain, counts.present, counts.roll)
    if min(numbers) < 0:
        return refused("counts_below_nought")
    if counts.cast > counts.present:
        return refused("counts_above_present", cast=counts.cast, present=counts.present)
    if counts.present > counts.roll:
        return refused("counts_above_roll", present=counts.present, roll=counts.roll)
    if answer.is_sealed:
        return refused("sealed_with_counts") if counts.cast else ALLOWED
    if answer.says == "yes" and counts.yes <= counts.no:
        return refused("says_yes_without_them", yes=counts.yes, no=counts.no)
    if answer.says == "return" and not answer.amendments.strip():
        return refused("returns_no_words")
    return ALLOWED
