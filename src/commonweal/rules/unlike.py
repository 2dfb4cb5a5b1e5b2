"""Where two tables of plain data differ: the places, with what stands there."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple


class Unlike(NamedTuple):
    """A place such as `outcome.steps[2].counts.Ada`, and what each of the two has."""

    place: str
    found: Any
    right: Any


class Missing:
    """What stands where one of the two has nothing."""

    def __repr__(self) -> str:
        return "nothing"


NOTHING = Missing()


def unlike(found: Any, right: Any, place: str = "") -> Iterator[Unlike]:
    """List every place at which `found` differs from `right`.

    True and 1 are not alike, as they are not when written down.
    """
    if isinstance(found, Mapping) and isinstance(right, Mapping):
        for name in dict.fromkeys((*right, *found)):
            at = f"{place}.{name}" if place else str(name)
            yield from unlike(found.get(name, NOTHING), right.get(name, NOTHING), at)
    elif isinstance(found, list) and isinstance(right, list):
        for number in range(max(len(found), len(right))):
            one, other = (
                each[number] if number < len(each) else NOTHING
                for each in (found, right)
            )
            yield from unlike(one, other, f"{place}[{number}]")
    elif type(found) is not type(right) or found != right:
        yield Unlike(place, found, right)
