"""Categories and districts of a Pabulib file that have a budget of their own.

META lists the groups and, in the same order, the most that may be spent on each; the
projects name theirs in a column, several with commas between:

    categories;Parks,Sports
    budget_per_category;200000,100000

Likewise `neighborhoods`, `districts` and `subdistricts`, with `budget_per_` and the
name of their column.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from commonweal.rules.budgeting.pabulib.rows import decimal, wrong

LISTS = {
    "category": "categories",
    "neighborhood": "neighborhoods",
    "district": "districts",
    "subdistrict": "subdistricts",
}
COLUMNS = tuple(LISTS)


def check_caps(meta: Mapping[str, str], line_of: Mapping[str, int]) -> None:
    """Refuse budgets of groups that are no numbers, or not as many as the groups."""
    for key, names, amounts in _lists(meta):
        if len(names) != len(amounts):
            facts = {"names": LISTS[key.removeprefix("budget_per_")], "key": key}
            numbers = {"groups": len(names), "found": len(amounts)}
            raise wrong(line_of[key], "pb_caps_number", **facts, **numbers)
        for found in amounts:
            if decimal(found) is None:
                raise wrong(line_of[key], "pb_caps_amount", key=key, found=found)


def amounts_of(meta: Mapping[str, str]) -> tuple[Fraction, ...]:
    """Give the budgets of all groups, in the file's unit."""
    said = (decimal(found) for _, _, amounts in _lists(meta) for found in amounts)
    return tuple(amount for amount in said if amount is not None)


def caps_of(meta: Mapping[str, str], groups: Mapping[str, Mapping[str, str]]) -> str:
    """Write down the budgets of groups as a contest sets them; blank without any.

    `groups` are the cells of each project in the columns of the groups.
    """
    parts = []
    for key, names, amounts in _lists(meta):
        column = key.removeprefix("budget_per_")
        for name, amount in zip(names, amounts, strict=True):
            members = [
                project
                for project, cells in groups.items()
                if name in _parted(cells.get(column, ""))
            ]
            if members:
                said = name.translate({ord(":"): " ", ord(";"): " "})
                parts.append(f"{said}: {amount} of {', '.join(members)}")
    return "; ".join(parts)


def _lists(meta: Mapping[str, str]) -> Iterator[tuple[str, list[str], list[str]]]:
    """Give, for each kind of group with budgets, the key, the groups, the amounts."""
    for column, names in LISTS.items():
        key = f"budget_per_{column}"
        if meta.get(key):
            yield key, _parted(meta.get(names, "")), _parted(meta[key])


def _parted(said: str) -> list[str]:
    return [part.strip() for part in said.split(",") if part.strip()]
