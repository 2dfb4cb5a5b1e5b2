"""Who answered what by phone: to be read after the end, where ballots are open."""

from commonweal.capabilities.assemblies.queries.rooms import Held
from commonweal.rules.assemblies.consenting import may_test_by
from commonweal.rules.assemblies.counting import Decision
from commonweal.rules.assemblies.events_deciding import ANSWERS
from commonweal.rules.assemblies.ways import may_show_hands, may_use_slips

type Named = tuple[tuple[str, tuple[str, ...]], ...]


def are_named(held: Held) -> bool:
    """Say whether members read by name what phones said, as they see hands."""
    return held.rule.ballot == "open"


def who_said(held: Held, decision: Decision) -> Named:
    """Give who answered what; nothing before the end, or where ballots are secret.

    Whoever has left has no name any more, and comes as an empty one.
    """
    if not decision.has_result or not are_named(held):
        return ()
    said = decision.answers.items()
    given = sorted({one for _of, one in said})
    found = [
        (answer, tuple(sorted(held.name(of) for of, one in said if one == answer)))
        for answer in (given if decision.options else ANSWERS)
    ]
    return tuple((answer, names) for answer, names in found if names)


def may_choose_here(held: Held, of: str) -> bool:
    """Say whether somebody is in the room and something is decided there."""
    if of not in held.room.roll or of not in held.now.presence.inside:
        return False
    if held.now.stage not in {"called", "open"}:
        return False
    rule = held.rule
    is_here = bool(may_show_hands(rule) or may_test_by(rule) or may_use_slips(rule))
    return any(
        one.decides and (is_here or one.standing) for one in held.now.agenda.items
    )
