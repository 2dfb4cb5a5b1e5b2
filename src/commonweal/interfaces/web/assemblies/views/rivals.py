"""What the page of an assembly shows of rival texts: the pair asked for, a ranking."""

from dataclasses import dataclass

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.queries import Held
from commonweal.rules.assemblies.counting import AS_IT_IS, Decision, Pair, pairs_of
from commonweal.rules.assemblies.events_deciding import ANSWERS
from commonweal.rules.assemblies.rivals import ABSTAIN, NOTHING, key_of, ranks
from commonweal.rules.sentence import Fact, Sentence


@dataclass(frozen=True, slots=True)
class Ranked:
    """A text to be ranked: its number, its words, the place the reader gave it."""

    number: int
    words: str
    place: int


@dataclass(frozen=True, slots=True)
class Rivals:
    """Texts that are put against each other: all of them, and the pair asked for now.

    `said` is what the reader said, in words, if they did.
    """

    texts: tuple[Ranked, ...]
    asks: Sentence | str
    key: str
    first: Sentence | str
    second: Sentence | str
    at: int
    of: int
    said: Sentence | str


@dataclass(frozen=True, slots=True)
class InPairs:
    """How many would rather have one, or another, or said neither."""

    first: Sentence
    second: Sentence
    rather_first: int
    rather_second: int
    neither: int


def rivals(held: Held, decision: Decision, me: str) -> Rivals | None:
    """Give the rival texts of a decision that goes on; None where it has none."""
    if not decision.options:
        return None
    pair, answer = decision.pair, decision.answers.get(me, "")
    places = ranks(answer)
    return Rivals(
        texts=tuple(
            Ranked(number, words, places.get(str(number), -1) + 1)
            for number, words in queries.rivals_in(held, decision)
        ),
        asks=_asks(pair),
        key=key_of(pair),
        first=_named(pair[0]) if pair else "",
        second=_named(pair[1]) if pair else "",
        at=len(decision.by_pair) + 1,
        of=len(pairs_of(decision.options)),
        said=ranking_words(answer) if answer else "",
    )


def in_pairs(held: Held, decision: Decision) -> tuple[InPairs, ...]:
    """Give the numbers of each pair, where they are told."""
    is_told = decision.options and queries.told_in_numbers(held, decision)
    if not is_told or not decision.has_result:
        return ()
    found = queries.chosen_in(held, decision).numbers
    return tuple(
        InPairs(_named(one), _named(other), hands.yes, hands.no, hands.abstain)
        for (one, other), hands in found.items()
    )


def ranking_words(answer: str) -> Sentence | str:
    """Say a ranking in words; a plain answer is said elsewhere."""
    if answer == NOTHING:
        return Sentence("rivals.as_it_is")
    if answer == ABSTAIN:
        return Sentence("rivals.neither")
    if answer in ANSWERS:
        return ""
    told: Sentence | None = None
    for level in reversed(answer.split(">")):
        texts: tuple[Fact, ...] = tuple(map(_named, level.split("=")))
        same = Sentence("rivals.level", {"texts": texts})
        facts: dict[str, Fact] = {"first": same, "then": told}
        told = Sentence("rivals.before", facts) if told else same
    assert told, "an answer says something"
    return told


def _asks(pair: Pair | None) -> Sentence | str:
    if pair is None:
        return ""
    one, other = pair
    if other == AS_IT_IS:
        return Sentence("rivals.rather_now", {"one": int(one)})
    return Sentence("rivals.rather", {"one": int(one), "other": int(other)})


def _named(one: str) -> Sentence:
    if one == AS_IT_IS:
        return Sentence("rivals.as_it_is")
    return Sentence("rivals.text_number", {"number": int(one)})
