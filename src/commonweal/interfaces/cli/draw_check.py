"""Hold a published draw against its pool: everything it tells is worked out again.

No panel is looked for again, so a stranger needs no solver. What therefore is not held,
that no lottery is fairer, is said. `uniform` needs no solver: its panels are held too.
"""

import argparse
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from commonweal.rules.sentence import Sentence
from commonweal.rules.sortition.draw import METHODS, uniform
from commonweal.rules.sortition.lottery import Lottery, checked
from commonweal.rules.sortition.pool import Pool
from commonweal.rules.sortition.replacements import replacements
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused
from commonweal.rules.voting.method import Uncountable

NEXT = 5
# What was said of the files that were read; older draws have no such part.
BESIDES = "notes"
NUMBERS = ("picked", "total_weight", "min_probability")
PARTS = {
    *("method", "size", "seed", "panel", "lottery"),
    *("probabilities", "shut_out", "replacements", *NUMBERS),
}
NAMED = ("method", "size", "seed")


@dataclass(frozen=True, slots=True)
class Told:
    """What a file tells of a draw, in the forms that `draw --json` prints."""

    method: str
    size: int
    seed: str
    panel: list[str]
    lottery: list[tuple[list[str], Any]]
    parts: Mapping[str, Any]


def check(pool: Pool, told: Told, asked: argparse.Namespace) -> Verdict:
    """Allow the draw if all that it tells follows from the pool and from itself.

    `asked` has the `method`, `size` and `seed` that the draw must name, or None. Raises
    `Uncountable` for a draw by quotas if none are named.
    """
    as_asked = first_refusal(*(_as_asked(told, asked, name) for name in NAMED))
    if not as_asked:
        return as_asked
    return first_refusal(*(verdict for _, verdict in findings(pool, told)))


def findings(
    pool: Pool, told: Told, *, whole: bool = True
) -> Iterator[tuple[str, Verdict]]:
    """Hold one thing after the other; each comes with its name.

    What cannot be held because of what is wrong already is left out. Without the
    `whole` pool (all that is known are names) neither quotas nor who comes next are
    held. Raises `Uncountable` for a draw by quotas if none are named.
    """
    if told.method not in METHODS:
        yield (
            "method",
            refused("draw_method_unknown", method=told.method, known=METHODS),
        )
        return
    by_quotas = whole and told.method != "uniform"
    if by_quotas and not pool.quotas:
        raise Uncountable(Sentence("draw_quotas_missing"))
    yield "weights", (weights := _weights(told))
    if not weights:
        return
    lottery = Lottery(
        tuple(tuple(panel) for panel, _ in told.lottery),
        tuple(weight for _, weight in told.lottery),
    )
    kept = checked(
        lottery,
        pool,
        size=told.size,
        seed=told.seed,
        panel=told.panel,
        quotas=by_quotas,
    )
    seated = kept or kept.reason.id == "draw_wrong_pick"
    yield "panels", ALLOWED if seated else kept
    if seated:
        yield "pick", kept
        yield from _follows(pool, told, lottery)
        if whole and kept:
            yield "replacements", _in_turn(pool, told)


def _weights(told: Told) -> Verdict:
    for number, (_, weight) in enumerate(told.lottery, start=1):
        if type(weight) is not int or weight < 1:
            return refused("draw_wrong_weight", number=number)
    return ALLOWED


def not_held(method: str, pool: Pool) -> Sentence | None:
    """Say what of a draw that is right was not held, if anything."""
    if method == "uniform":
        return Sentence("draw_quotas_not_held") if pool.quotas else None
    return Sentence("draw_fairness_not_held", {"method": method})


def _as_asked(told: Told, asked: argparse.Namespace, name: str) -> Verdict:
    named, found = getattr(asked, name), getattr(told, name)
    if named is None or named == found:
        return ALLOWED
    return refused("draw_not_as_named", option=f"--{name}", named=named, found=found)


def _follows(pool: Pool, told: Told, lottery: Lottery) -> Iterator[tuple[str, Verdict]]:
    """Hold what the draw tells beside its lottery against what follows from that."""
    if told.method == "uniform":
        ordered = lottery == uniform(pool, told.size, told.seed)
        yield "order", ALLOWED if ordered else refused("draw_wrong_order")
    parts, chances = told.parts, lottery.chances(pool)
    fair = parts["probabilities"] == {one: float(c) for one, c in chances.items()}
    yield "chances", ALLOWED if fair else refused("draw_wrong_chances")
    yield "numbers", _numbers(told, lottery, float(min(chances.values())))
    out = [one for one, chance in chances.items() if not chance]
    right = parts["shut_out"] == out
    yield "shut_out", ALLOWED if right else refused("draw_wrong_shut_out")


def _numbers(told: Told, lottery: Lottery, smallest: float) -> Verdict:
    picked = lottery.picked(told.seed)
    for name, right in zip(NUMBERS, (picked, lottery.total, smallest), strict=True):
        found = told.parts[name]
        if isinstance(found, bool) or found != right:
            facts = {"part": name, "found": json.dumps(found), "right": str(right)}
            return refused("draw_wrong_number", **facts)
    return ALLOWED


def _in_turn(pool: Pool, told: Told) -> Verdict:
    """Hold who comes next; for `uniform`, quotas may have been named or not."""
    bare = Pool(dict.fromkeys(pool.values, ()), (), ())
    pools = (pool, bare) if told.method == "uniform" else (pool,)
    for one in pools:
        lists = replacements(one, told.panel, seed=told.seed, most=NEXT)
        if told.parts["replacements"] == {p: list(ids) for p, ids in lists.items()}:
            return ALLOWED
    named = pool.quotas or told.method != "uniform"
    return refused("draw_wrong_replacements" if named else "draw_replacements_unknown")


def read(text: str) -> Told:
    """Read what a file tells; raises `Uncountable` for what is no draw."""
    try:
        parts = json.loads(text, object_pairs_hook=_once)
        # What cannot be written cannot be hashed or shown either.
        json.dumps(parts, ensure_ascii=False).encode()
        _must(parts.keys() - {BESIDES} == PARTS)
        told = Told(
            method=parts["method"],
            size=parts["size"],
            seed=parts["seed"],
            panel=parts["panel"],
            lottery=[(one["panel"], one["weight"]) for one in parts["lottery"]],
            parts=parts,
        )
        _must(all(isinstance(one, str) for one in (told.method, told.seed)))
        _must(type(told.size) is int)
        _must(told.size > 0)
        _must(len(told.lottery) > 0)
        _must(all(one.keys() == {"panel", "weight"} for one in parts["lottery"]))
        for panel in (told.panel, *(panel for panel, _ in told.lottery)):
            _must(isinstance(panel, list))
            _must(all(isinstance(person, str) for person in panel))
    except (
        ValueError, KeyError, TypeError, AttributeError, RecursionError
    ) as error:  # fmt: skip
        raise Uncountable(Sentence("draw_unreadable")) from error
    return told


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Give what an object holds; what names one thing twice tells two things."""
    _must(len({name for name, _ in pairs}) == len(pairs))
    return dict(pairs)


def _must(holds: bool) -> None:
    if not holds:
        raise ValueError
