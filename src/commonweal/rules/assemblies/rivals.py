"""Rival texts: put against each other, and against leaving things as they are.

Each pair is asked by itself: text against text, and each text against what there is
now. Hands are raised and counted pair by pair; phones rank, which says of each pair
what they would raise their hand for; the two are summed. A text can win that carries
against what there is now by the charter's ordinary rule, and that no stronger chain of
pairs speaks against; of several Schulze's method takes the best. So no text gets by
with less than a single text would need, and the order of asking decides nothing.

Sources: those of `rules/voting/methods/schulze_status_quo`; that a room is asked for
each pair is what a Condorcet count by hand is (Duncan Black, The Theory of Committees
and Elections, 1958, chapter 9).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from commonweal.rules.assemblies.consenting import rule_in
from commonweal.rules.assemblies.counting import (
    AS_IT_IS,
    NONE,
    Decision,
    Hands,
    Pair,
    pairs_of,
)
from commonweal.rules.assemblies.state import Presence, Room
from commonweal.rules.assemblies.texts import Texts
from commonweal.rules.verdict import ALLOWED, Verdict, refused
from commonweal.rules.voting.methods.schulze import above, defeats, strongest_paths
from commonweal.rules.voting.pairs import Pairs
from commonweal.rules.voting.thresholds import Answers, judge

RANKING = re.compile(r"0|[0-9]{1,2}(?:[>=][0-9]{1,2})*")
ABSTAIN = "abstain"
# Whoever ranks nobody would rather leave things as they are.
NOTHING = "0"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What came of rival texts: the text that was chosen, if one was, and why.

    `numbers` say of each pair how many would rather have the first, the second, or
    said neither. It is `by_chain` where the text did not win each of its pairs.
    """

    text: str
    verdict: Verdict
    numbers: Mapping[Pair, Hands]
    by_chain: bool = False


def key_of(pair: Pair | None) -> str:
    """Name a pair where it is counted, as in "1-2", or "1-" for what there is now."""
    return "-".join(pair) if pair else ""


def with_options(now: Presence, texts: Texts) -> Presence:
    """Fix between which texts the decision is that has just begun."""
    *before, decision = now.decisions
    there = tuple(str(one.number) for one in texts.standing(decision.item))
    return replace(now, decisions=(*before, replace(decision, options=there)))


def may_rank(answer: str, options: Sequence[str]) -> Verdict:
    """Ask of a ranking by phone whether it names texts that are put, each once."""
    if answer in (ABSTAIN, NOTHING):
        return ALLOWED
    named = re.split("[>=]", answer)
    is_one = RANKING.fullmatch(answer) is not None
    is_right = is_one and set(named) <= set(options) and len(set(named)) == len(named)
    return ALLOWED if is_right else refused("ranking_unreadable")


def ranks(answer: str) -> dict[str, int]:
    """Read a ranking, as in "2>1=3": the best has rank nought."""
    if answer in (ABSTAIN, NOTHING):
        return {}
    places = enumerate(answer.split(">"))
    return {one: rank for rank, level in places for one in level.split("=")}


def would_raise(answer: str, pair: Pair) -> Hands:
    """Say for which of a pair a phone would raise a hand.

    Whom it leaves out stands behind what there is now; of two that it leaves out, or
    ranks the same, it says neither.
    """
    if answer == ABSTAIN:
        return Hands(0, 0, 1)
    found = ranks(answer)
    last = len(found)
    first, second = (found.get(one, last + (one != AS_IT_IS)) for one in pair)
    if first == second:
        return Hands(0, 0, 1)
    return Hands(1, 0, 0) if first < second else Hands(0, 1, 0)


def numbers(decision: Decision) -> dict[Pair, Hands]:
    """Sum hands and phones for each pair."""
    return {pair: _number(decision, pair) for pair in pairs_of(decision.options)}


def chosen(room: Room, decision: Decision) -> Chosen:
    """Say which text the room chose, and by which numbers.

    Refuses `no_text_carried` where none carries against what there is now, and
    `texts_are_level` where several are as good as each other.
    """
    found = numbers(decision)
    pairs = _both_ways(found)
    paths = strongest_paths((*decision.options, AS_IT_IS), defeats(pairs))
    able = [
        one
        for one in decision.options
        if _carries(room, decision, found[one, AS_IT_IS])
        and not above(paths, AS_IT_IS, one)
    ]
    best = [one for one in able if not any(above(paths, o, one) for o in able)]
    if not best:
        return Chosen("", refused("no_text_carried"), found)
    if len(best) > 1:
        level = tuple(best)
        return Chosen("", refused("texts_are_level", texts=level), found)
    [winner] = best
    others = (one for one in able if one != winner)
    won = all(pairs[winner, one] > pairs[one, winner] for one in others)
    return Chosen(winner, ALLOWED, found, by_chain=not won)


def _carries(room: Room, decision: Decision, found: Hands) -> Verdict:
    there = len(decision.counted)
    answers = Answers(there, there, found.yes, found.no, found.abstain)
    return judge(rule_in(room, decision.item), answers)


def _number(decision: Decision, pair: Pair) -> Hands:
    total = decision.by_pair.get(pair, NONE)
    if decision.from_phones:
        total += decision.from_phones[pairs_of(decision.options).index(pair)]
    for to in decision.counted.values():
        if to in decision.answers:
            total += would_raise(decision.answers[to], pair)
    return total


def _both_ways(found: Mapping[Pair, Hands]) -> Pairs:
    pairs: Pairs = {}
    for (one, other), hands in found.items():
        pairs[one, other], pairs[other, one] = hands.yes, hands.no
    return pairs
