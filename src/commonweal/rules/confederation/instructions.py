"""What a mandate lets a delegate say, and whether what was said is within it."""

from dataclasses import dataclass
from fractions import Fraction

from commonweal.rules.confederation.mandates import (
    Amount,
    Conditional,
    Fixed,
    Mandate,
    NegotiateThenRatify,
    OnWords,
    Order,
    Put,
    Range,
    Ranked,
    ReportOnly,
    Saying,
    Shared,
    Split,
    Stance,
    UrgentOnly,
    Whole,
)
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import ALLOWED, Verdict, refused


@dataclass(frozen=True, slots=True)
class Must:
    """Say this and nothing else."""

    saying: Whole | Shared | Order


@dataclass(frozen=True, slots=True)
class Limits:
    """Propose any number within these limits."""

    of: Range


@dataclass(frozen=True, slots=True)
class Free:
    """Say what seems right: it is void until the base says yes, or was asked widely."""


type Instruction = Must | Limits | Free


def instructed(mandate: Mandate, put: Put) -> Instruction | Verdict:
    """Say what the delegate may say here, or why nothing.

    Refuses with `mandate_other_text` where words have changed and the base is to be
    asked, `mandate_conditions_contradict`, `mandate_report_only`, `mandate_not_urgent`,
    `mandate_for_what_can_wait` where it would hold without the base and is no mandate
    for that,
    and `mandate_of_other_sort` where the base answered another sort of question.
    """
    terms = mandate.terms
    if isinstance(terms, ReportOnly):
        return refused("mandate_report_only")
    if put.is_urgent and not isinstance(terms, UrgentOnly):
        return refused("mandate_for_what_can_wait")
    if isinstance(terms, NegotiateThenRatify):
        return Free()
    if put.text != mandate.text:
        return _changed(terms, put)
    if bool(put.options) != isinstance(terms, Ranked):
        return refused("mandate_of_other_sort")
    return _on_these_words(terms, put)


def _on_these_words(terms: OnWords, put: Put) -> Instruction | Verdict:
    match terms:
        case Fixed(stance):
            return Must(Whole(stance))
        case Conditional():
            return _what_follows(terms, put)
        case Ranked(ranking):
            return Must(Order(tuple(one for one in ranking if one in put.options)))
        case Range():
            return _of_number(put, terms)
        case Split():
            return _one_side_each(terms)
        case _:
            return _urgent(put, terms.stance)


def is_outdated(mandate: Mandate, text: str) -> bool:
    """Say whether a base has to be asked again, since the words are these by now."""
    found = instructed(mandate, Put(mandate.matter, text))
    return isinstance(found, Verdict) and found.id == "mandate_other_text"


def within(mandate: Mandate, put: Put, saying: Saying) -> Verdict:
    """Let a delegate say what the base decided, and nothing else.

    Refuses as `instructed` does, or with `outside_mandate`, which names what was to be
    said, with `outside_limits` where a number is not within them, or with
    `says_other_sort` where something else was asked.
    """
    found = instructed(mandate, put)
    match found:
        case Verdict():
            return found
        case Free():
            return ALLOWED if answers(put, saying) else refused("says_other_sort")
        case Must(saying=must):
            if saying == must:
                return ALLOWED
            return refused("outside_mandate", must=worded(must))
        case _:
            limits = found.of
            if isinstance(saying, Amount) and limits.holds(saying.number):
                return ALLOWED
            return refused("outside_limits", limits=limits_worded(limits))


def answers(put: Put, saying: Saying) -> bool:
    """Say whether something is of the sort asked for: of ways, an order.

    An order names no way that is not there.
    """
    if put.options:
        return isinstance(saying, Order) and set(saying.ranking) <= set(put.options)
    return isinstance(saying, Whole | Shared)


def worded(saying: Whole | Shared | Order) -> Sentence:
    """Say what is to be said, for people."""
    match saying:
        case Whole(stance):
            return Sentence(f"say_{stance}")
        case Shared(yes, no, abstain):
            return Sentence("say_shared", {"yes": yes, "no": no, "abstain": abstain})
        case _:
            return Sentence("say_order", {"ranking": saying.ranking})


def limits_worded(limits: Range) -> Sentence:
    """Say between which numbers, for people."""
    if limits.least is None and limits.most is None:
        return Sentence("limits_none")
    if limits.least is None:
        return Sentence("limits_most", {"most": limits.most})
    if limits.most is None:
        return Sentence("limits_least", {"least": limits.least})
    return Sentence("limits_both", {"least": limits.least, "most": limits.most})


def _changed(terms: OnWords, put: Put) -> Instruction | Verdict:
    """Go by what the mandate says of other words, else ask the base."""
    if not isinstance(terms, Conditional):
        return refused("mandate_other_text")
    found = {one.stance for one in terms.changed if one.text == put.text}
    if len(found) > 1:
        return refused("mandate_conditions_contradict")
    stance = next(iter(found), terms.if_changed)
    if stance is None:
        return refused("mandate_other_text")
    return refused("mandate_of_other_sort") if put.options else Must(Whole(stance))


def _what_follows(terms: Conditional, put: Put) -> Instruction | Verdict:
    """Say what follows, if it is one thing: two that differ are no mandate."""
    follow = {when.stance for when in terms.whens if when.holds(put)}
    if len(follow) > 1:
        return refused("mandate_conditions_contradict")
    return Must(Whole(next(iter(follow), terms.otherwise)))


def _of_number(put: Put, limits: Range) -> Instruction:
    if put.amount is None:
        return Limits(limits)
    return Must(Whole("yes" if limits.holds(put.amount) else "no"))


def _one_side_each(split: Split) -> Instruction:
    cast = split.yes + split.no + split.abstain
    parts = (Fraction(one, cast) for one in (split.yes, split.no, split.abstain))
    return Must(Shared(*parts))


def _urgent(put: Put, stance: Stance | None) -> Instruction | Verdict:
    if not put.is_urgent:
        return refused("mandate_not_urgent")
    return Free() if stance is None else Must(Whole(stance))
