"""What an amendment changes, point by point, so that members vote on what they read."""

from collections.abc import Iterator
from fractions import Fraction

from commonweal.rules.charters.charter import Charter
from commonweal.rules.charters.prose import public_clauses
from commonweal.rules.charters.settings import (
    NAMED,
    Place,
    choices_of,
    label_of,
    place_of,
    thing_name,
    things,
)
from commonweal.rules.charters.tree import Value, leaves, whole_tree
from commonweal.rules.sentence import Fact, LocalText, Sentence
from commonweal.rules.voting.rule_words import share_words

NOTHING = Sentence("value_nothing")


def changes(old: Charter, new: Charter) -> tuple[Sentence, ...]:
    """List what differs, in the order of the charter.

    A class, roll, rule or office that came or went is one point; every other value
    that changed is a point of its own, with what it was and what it becomes. Nothing
    comes back for two charters that say the same.
    """
    before, after = leaves(whole_tree(old)), leaves(whole_tree(new))
    paths = dict.fromkeys((*before, *after))
    return (
        *_went_and_came(old, new),
        *(
            _point(old, new, path, (before.get(path), after.get(path)))
            for path in paths
            if before.get(path) != after.get(path) and not _apart(old, new, path)
        ),
    )


def consequences(old: Charter, new: Charter) -> tuple[Sentence, ...]:
    """Say what the changes mean that the names of the settings do not say.

    Whoever opens one thing to strangers shows them the name and the purpose too, and
    may stand on the first page of a server. Nothing comes back where that stays.
    """
    return tuple(public_clauses(new)) if old.public != new.public else ()


def _went_and_came(old: Charter, new: Charter) -> Iterator[Sentence]:
    for table in NAMED:
        before, after = things(old, table), things(new, table)
        sort = Sentence(f"sort_{table}")
        for name in sorted(before.keys() - after.keys()):
            yield Sentence("change_removed", {"sort": sort, "name": before[name]})
        for name in sorted(after.keys() - before.keys()):
            yield Sentence("change_added", {"sort": sort, "name": after[name]})
    for rule in new.rules:
        was = old.rule(rule.id)
        if was is not None and bool(was.second_call) != bool(rule.second_call):
            came = "added" if rule.second_call else "removed"
            yield Sentence(f"change_second_call_{came}", {"rule": rule.title})
    if (old.pact is None) != (new.pact is None):
        yield Sentence(f"change_pact_{'added' if new.pact else 'removed'}")


def _apart(old: Charter, new: Charter, path: str) -> bool:
    """Say whether a path belongs to something that came or went as a whole."""
    table, _, rest = path.partition(".")
    if table == "pact":
        return old.pact is None or new.pact is None
    if table not in NAMED:
        return False
    name, _, inner = rest.partition(".")
    if name not in things(old, table) or name not in things(new, table):
        return True
    if not inner.startswith("second_call."):
        return False
    calls = (old.rule(name), new.rule(name))
    return any(rule is not None and rule.second_call is None for rule in calls)


def _point(
    old: Charter, new: Charter, path: str, values: tuple[Value | None, Value | None]
) -> Sentence:
    place = place_of(path)
    assert place is not None, "every value of a charter has its place"
    if place.key == "charter.bylaws":
        return Sentence("change_bylaws")
    was, becomes = values
    facts: dict[str, Fact] = {
        "setting": label_of(place),
        "was": _said(old, place, was),
        "becomes": _said(new, place, becomes),
    }
    thing = thing_name(new, place)
    if thing is None:
        return Sentence("change_setting", facts)
    return Sentence("change_setting_of", {"thing": thing, **facts})


def _said(charter: Charter, place: Place, value: Value | None) -> Fact:
    """Say a value of a charter as people read it."""
    if value in (None, "", []):
        return NOTHING
    if isinstance(value, list):
        return tuple(_said(charter, place, one) for one in value)
    if isinstance(value, dict):
        return LocalText(tuple((tag, str(words)) for tag, words in value.items()))
    if place.setting.sort == "share":
        return share_words(Fraction(str(value)))
    named = choices_of(charter, place.setting).get(str(value))
    return named if named is not None else value
