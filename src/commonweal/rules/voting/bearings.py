"""What a proposal has to say besides its words, before it is put.

A charter can ask of each rule that whoever proposes says whom it affects, what it
costs, what it does to land and living things, who could be left out, and all of it in
plain words. They write it themselves; whether it is true, those judge who read it and
vote.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from commonweal.rules.sentence import N_, Fact, Sentence
from commonweal.rules.setting import several
from commonweal.rules.verdict import ALLOWED, Verdict, refused

type Bearing = Literal["affected", "money", "ecology", "access", "plain"]
BEARINGS: tuple[str, ...] = get_args(Bearing.__value__)
LONGEST_BEARING = 2_000


@dataclass(frozen=True, slots=True)
class Bearings:
    """What proposals under a rule have to say besides."""

    asked: frozenset[str] = field(
        default=frozenset(),
        metadata=several(N_("What a proposal has to say besides"), BEARINGS),
    )

    def in_order(self) -> tuple[str, ...]:
        """Give what is asked, always in the same order."""
        return tuple(one for one in BEARINGS if one in self.asked)


def may_be_put_with(asked: Bearings, said: Mapping[str, str]) -> Verdict:
    """Refuse a proposal that does not say all that is asked, naming what is missing."""
    missing = [one for one in asked.in_order() if not said.get(one, "").strip()]
    if not missing:
        return ALLOWED
    names: Fact = tuple(Sentence(f"choice_{one}") for one in missing)
    return refused("bearings_missing", missing=names)
