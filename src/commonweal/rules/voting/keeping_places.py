"""An election with places kept for a class, from its opening to its outcome.

As the vote opens it is fixed who of those who stand is of that class. Where fewer of
them stand than places are kept, the places left over stay open and nobody fills them,
or go to whoever wins them, as the charter says.
The count is that of `reserved`, whose setting is filled in here.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.decision_rule import DecisionRule
from commonweal.rules.voting.reserved import SETTING


def fixed_at_opening(
    rule: DecisionRule, *, seats: int, standing: Mapping[str, str]
) -> tuple[DecisionRule, int]:
    """Give the rule with who the kept places are for, and how many places to fill.

    `standing` is who stands, by id, and the class of each; nobody where no members are
    asked about. One place at least stays open to all.
    """
    kept = rule.kept_places
    if not kept.at_least or not standing:
        return rule, seats
    at_least = min(kept.at_least, seats - 1)
    theirs = [one for one, of in standing.items() if of == kept.member_class]
    filled = min(at_least, len(theirs))
    settings = dict(rule.settings)
    if filled:
        settings[SETTING] = f"{filled} of {', '.join(theirs)}"
    fixed = replace(
        rule, kept_places=replace(kept, at_least=at_least), settings=settings
    )
    if kept.unfilled == "filled":
        return fixed, seats
    return fixed, seats - (at_least - filled)


def kept_for(rule: DecisionRule) -> tuple[int, tuple[str, ...]]:
    """Give how many kept places can be filled in this vote, and by whom."""
    places, _, names = rule.settings.get(SETTING, "").partition(" of ")
    return (int(places), tuple(names.split(", "))) if names else (0, ())


def without_kept_places(rule: DecisionRule) -> DecisionRule:
    """Give the same rule as if no places were kept, to compare by."""
    settings = {name: said for name, said in rule.settings.items() if name != SETTING}
    return replace(rule, settings=settings)


def rule_keeps(rule: DecisionRule, of_class: Fact) -> tuple[Sentence, ...]:
    """Say how many places are kept for whom, if any are."""
    kept = rule.kept_places.at_least
    if not kept:
        return ()
    return (Sentence("places_kept", {"number": kept, "class": of_class}),)


def who_is_kept_for(names: Collection[str], of_class: Fact) -> Sentence:
    """Say who of those who stand can fill a kept place."""
    facts: dict[str, Fact] = {"names": tuple(names), "class": of_class}
    return Sentence("places_kept_who" if names else "places_kept_nobody", facts)


def left_open(rule: DecisionRule, of_class: Fact) -> tuple[Sentence, ...]:
    """Say what became of kept places for which too few of the class stood."""
    filled, theirs = kept_for(rule)
    left = rule.kept_places.at_least - filled
    if left <= 0:
        return ()
    facts: dict[str, Fact] = {
        "number": left,
        "kept": rule.kept_places.at_least,
        "stood": len(theirs),
        "class": of_class,
    }
    is_filled = rule.kept_places.unfilled == "filled"
    return (Sentence("places_left_to_all" if is_filled else "places_left_open", facts),)


def why_elected(
    rule: DecisionRule,
    names: Mapping[str, str],
    *,
    winners: Collection[str],
    otherwise: Collection[str],
    of_class: Fact,
) -> tuple[Sentence, ...]:
    """Say who holds a kept place, and whom the ballots alone would have elected.

    `otherwise` is who wins the same count with no place kept.
    """
    _, theirs = kept_for(rule)
    if not theirs:
        return ()
    held = [one for one in winners if one in theirs and one not in otherwise]
    instead = [one for one in otherwise if one not in winners]
    if bool(held) != bool(instead):
        return ()  # A tie left a place empty, and so nobody took it from another.
    facts: dict[str, Fact] = {
        "class": of_class,
        "names": tuple(names[one] for one in held),
        "others": tuple(names[one] for one in instead),
        "number": len(held),
    }
    return (Sentence("place_held" if held else "place_not_needed", facts),)
