"""The people whom a proposal to admit names, out of its terms as they are kept.

Terms are data that somebody sent: whoever reads them reads them here, and takes nothing
for granted. `check` says first whether they are a list of people at all.
"""

from collections.abc import Mapping, Sequence
from typing import Any

type Named = Mapping[str, Any]

PEOPLE = "people"


def listed(terms: Mapping[str, Any]) -> Sequence[Any] | None:
    """Give whatever stands in the list of people; None where there is no list."""
    found = terms.get(PEOPLE)
    return found if isinstance(found, list | tuple) else None


def people_in(terms: Mapping[str, Any]) -> list[Named]:
    """Give the people who are named, without what is nobody."""
    return [one for one in listed(terms) or () if isinstance(one, Mapping)]


def with_people(terms: Mapping[str, Any], people: Sequence[Any]) -> dict[str, Any]:
    """Give the same terms with these people in the list."""
    return {**terms, PEOPLE: list(people)}
