"""Whether a decision may make a member one of another class.

One person has one membership: who belongs already is not admitted a second time, and
becomes what the members decided. Nobody loses anything by it: otherwise the rule for
admitting people would do for putting them out of the vote.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused


@dataclass(frozen=True, slots=True)
class Belonging:
    """A class of members: its id, its name, what they may do, and their franchises."""

    id: str
    name: Fact
    rights: frozenset[str] = frozenset()
    rolls: frozenset[str] = frozenset()


def may_change_class(who: str, *, now: Belonging, then: Belonging) -> Verdict:
    """Allow a class that is another one, with every right and roll of the present one.

    `who` is the name of the member, which the refusals say.
    """
    facts: dict[str, Fact] = {"name": who, "now": now.name, "then": then.name}
    lost = sorted(now.rights - then.rights)
    rights: Fact = tuple(Sentence(f"choice_{right}") for right in lost)
    return first_refusal(
        refused("of_this_class_already", **facts) if now.id == then.id else ALLOWED,
        refused("class_takes_rights", **facts, rights=rights) if lost else ALLOWED,
        ALLOWED if now.rolls <= then.rolls else refused("class_takes_vote", **facts),
    )


def counts_since(
    came_at: datetime,
    *,
    first_class: str,
    class_since: datetime | None,
    classes: Collection[str],
) -> datetime:
    """Say since when a member belongs, for a roll of these classes.

    Whoever came as something that is not on it, and was made one of these by decision,
    belongs since then: so that a decision sends nobody in on the day before a vote.
    `first_class` is what they came as, `class_since` when that last changed.
    """
    if class_since is None or first_class in classes:
        return came_at
    return max(came_at, class_since)
