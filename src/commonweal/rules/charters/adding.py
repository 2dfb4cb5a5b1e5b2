"""What comes into a charter, or goes out of it, as a whole: a thing with its name.

Other changes turn a setting that is there. Like them it is kept as what changes and not
as a whole text, so that two amendments decided side by side both hold.
"""

import unicodedata
from collections.abc import Collection, Mapping
from itertools import chain, count

from commonweal.rules.charters.charter import Charter
from commonweal.rules.charters.parse import CharterError, from_tree
from commonweal.rules.charters.settings import things
from commonweal.rules.charters.tree import Tree, whole_tree
from commonweal.rules.sentence import LocalText, Sentence

# What bodies add to their pact and take out of it, by the table it stands in.
COMES_AND_GOES = ("competences", "standards", "acts")


def removable(charter: Charter) -> dict[str, LocalText]:
    """Name what could go out of a charter, by where it stands: `acts.sale`."""
    return {
        f"{table}.{name}": said
        for table in COMES_AND_GOES
        for name, said in things(charter, table).items()
    }


def with_things(
    charter: Charter, added: Mapping[str, object], removed: Collection[str]
) -> Charter | tuple[Sentence, ...]:
    """Give the charter with these things and without those, or what is wrong with it.

    `added` are tables as a charter's text has them, by where they are to stand.
    """
    there = removable(charter)
    wrong = (
        *(
            Sentence("setting_unknown", {"where": one})
            for one in removed
            if one not in there
        ),
        *(_objection(one, there) for one in added if not _is_free(one, there)),
    )
    if wrong:
        return wrong
    tree = whole_tree(charter)
    for place in removed:
        table, _, name = place.partition(".")
        del tree[table][name]  # type: ignore[arg-type, union-attr]
    for place, thing in added.items():
        table, _, name = place.partition(".")
        tree.setdefault(table, Tree())[name] = thing  # type: ignore[index, call-overload, assignment]
    try:
        return from_tree(tree)
    except CharterError as error:
        return error.objections


def _is_free(place: str, there: Mapping[str, object]) -> bool:
    table, _, name = place.partition(".")
    return table in COMES_AND_GOES and bool(name) and place not in there


def _objection(place: str, there: Mapping[str, object]) -> Sentence:
    known = "thing_is_there" if place in there else "setting_unknown"
    return Sentence(known, {"where": place})


def name_for(words: str, there: Collection[str]) -> str:
    """Give a short name for a new thing out of its words, unlike any that is there."""
    parts = unicodedata.normalize("NFKD", words).lower()
    plain = (one for one in parts if not unicodedata.combining(one))
    letters = "".join(one if one.isascii() and one.isalnum() else " " for one in plain)
    name = "_".join(letters.split()).lstrip("0123456789_")[:30].rstrip("_") or "one"
    numbered = (f"{name}_{number}" for number in count(2))
    return next(one for one in chain((name,), numbered) if one not in there)
