"""Deeds of a confederation as plain data and back, to be kept and checked elsewhere."""

import re
from collections.abc import Callable, Mapping
from dataclasses import asdict
from fractions import Fraction
from typing import Any

from commonweal.rules.confederation.answers import Counts
from commonweal.rules.confederation.bodies import Base, Body, Union
from commonweal.rules.confederation.mandates import (
    STANCES,
    Amount,
    Changed,
    Conditional,
    Fixed,
    NegotiateThenRatify,
    Order,
    Range,
    Ranked,
    ReportOnly,
    Saying,
    Shared,
    Split,
    Stance,
    Terms,
    UrgentOnly,
    When,
    Whole,
)
from commonweal.rules.confederation.state import Case
from commonweal.rules.confederation.terms import Pact, Ratifying
from commonweal.rules.plain import Plain, settings_from_plain, settings_to_plain

type Table = Mapping[str, Any]

_EXACT = re.compile(r"-?[0-9]{1,40}(?:\.[0-9]{1,12}|/[1-9][0-9]{0,40})?")


def body_to_plain(body: Body) -> Plain:
    """Write a body, and all below it with how many members each base has."""
    if isinstance(body, Base):
        return {"id": body.id, "members": body.members}
    return {
        "id": body.id,
        "terms": settings_to_plain(body.terms),
        "bodies": [body_to_plain(one) for one in body.bodies],
    }


def body_from_plain(plain: Table) -> Body:
    """Read a body back."""
    if "bodies" not in plain:
        return Base(str(plain["id"]), int(plain["members"]))
    return union_from_plain(plain)


def union_from_plain(plain: Table) -> Union:
    """Read a body back whose members are bodies."""
    terms = settings_from_plain(Ratifying, plain["terms"])
    bodies = tuple(body_from_plain(one) for one in plain["bodies"])
    return Union(str(plain["id"]), terms, bodies)


def counts_to_plain(counts: Counts) -> dict[str, Plain]:
    """Write how many said what."""
    return dict(asdict(counts))


def counts_from_plain(plain: Table) -> Counts:
    """Read back how many said what."""
    return Counts(**plain)


def saying_to_plain(saying: Saying) -> dict[str, Plain]:
    """Write what was said from a seat."""
    match saying:
        case Whole(stance):
            return {"stance": stance}
        case Shared(yes, no, abstain):
            return {"yes": str(yes), "no": str(no), "abstain": str(abstain)}
        case Order(ranking):
            return {"ranking": list(ranking)}
        case _:
            return {"number": str(saying.number)}


def saying_from_plain(plain: Table) -> Saying:
    """Read back what was said from a seat. Raises one of `MALFORMED` for no saying."""
    match plain:
        case {"stance": stance}:
            return Whole(_stance(stance))
        case {"yes": yes, "no": no, "abstain": abstain}:
            return Shared(_exact(yes), _exact(no), _exact(abstain))
        case {"ranking": ranking}:
            return Order(_ways(ranking))
        case _:
            return Amount(_exact(plain["number"]))


def mandate_to_plain(terms: Terms) -> dict[str, Plain]:
    """Write what a body told its delegates; `sort` says which of the eight it is."""
    match terms:
        case Fixed(stance):
            return {"sort": "fixed", "stance": stance}
        case Conditional():
            return _conditional_to_plain(terms)
        case Ranked(ranking):
            return {"sort": "ranked", "ranking": list(ranking)}
        case Range(least, most):
            return {"sort": "range", "least": _number(least), "most": _number(most)}
        case Split(yes, no, abstain):
            return {"sort": "split", "yes": yes, "no": no, "abstain": abstain}
        case NegotiateThenRatify() | ReportOnly():
            is_free = isinstance(terms, NegotiateThenRatify)
            return {"sort": "negotiate" if is_free else "report"}
        case _:
            return {"sort": "urgent", "stance": terms.stance, "hours": terms.hours}


def mandate_from_plain(plain: Table) -> Terms:
    """Read a mandate back. Raises `KeyError` for a sort that there is not."""
    return _SORTS[plain["sort"]](plain)


def _conditional(plain: Table) -> Terms:
    changed = plain.get("if_changed")
    return Conditional(
        tuple(_when_from_plain(one) for one in plain.get("whens", ())),
        _stance(plain.get("otherwise", "abstain")),
        None if changed is None else _stance(changed),
        tuple(_changed_from_plain(one) for one in plain.get("changed", ())),
    )


def _conditional_to_plain(terms: Conditional) -> dict[str, Plain]:
    whens: list[Plain] = [_when_to_plain(one) for one in terms.whens]
    changed: list[Plain] = [dict(asdict(one)) for one in terms.changed]
    return {
        "sort": "conditional",
        "whens": whens,
        "otherwise": terms.otherwise,
        "if_changed": terms.if_changed,
        "changed": changed,
    }


def _urgent(plain: Table) -> Terms:
    stance, hours = plain.get("stance"), plain.get("hours")
    return UrgentOnly(
        None if stance is None else _stance(stance),
        None if hours is None else int(hours),
    )


def _stance(said: object) -> Stance:
    """Read a side. Raises `KeyError` for one that there is not."""
    found = next((one for one in STANCES if one == said), None)
    if found is None:
        raise KeyError(said)
    return found


_SORTS: dict[str, Callable[[Table], Terms]] = {
    "fixed": lambda plain: Fixed(_stance(plain["stance"])),
    "conditional": _conditional,
    "ranked": lambda plain: Ranked(_ways(plain["ranking"])),
    "range": lambda plain: Range(_limit(plain.get("least")), _limit(plain.get("most"))),
    "split": lambda plain: Split(*(int(plain[one]) for one in STANCES)),
    "negotiate": lambda _plain: NegotiateThenRatify(),
    "report": lambda _plain: ReportOnly(),
    "urgent": _urgent,
}
SORTS = tuple(_SORTS)


def _when_to_plain(when: When) -> Plain:
    adopted: list[Plain] = [*sorted(when.adopted)]
    rejected: list[Plain] = [*sorted(when.rejected)]
    return {
        "stance": when.stance,
        "adopted": adopted,
        "rejected": rejected,
        "named": when.named,
    }


def _when_from_plain(plain: Table) -> When:
    adopted, rejected = frozenset(plain["adopted"]), frozenset(plain["rejected"])
    named = str(plain.get("named", ""))
    return When(_stance(plain["stance"]), adopted, rejected, named)


def _changed_from_plain(plain: Table) -> Changed:
    words = str(plain.get("words", ""))
    return Changed(_stance(plain["stance"]), str(plain["text"]), words)


def _ways(plain: object) -> tuple[str, ...]:
    """Read an order of ways. Raises `ValueError` for what is none."""
    if not isinstance(plain, list | tuple) or not all(
        isinstance(one, str) for one in plain
    ):
        raise ValueError("no order")
    return tuple(plain)


def _number(number: Fraction | None) -> Plain:
    return None if number is None else str(number)


def _limit(text: object) -> Fraction | None:
    return None if text is None else _exact(text)


def _exact(text: object) -> Fraction:
    """Read an exact number. Raises `ValueError` for any other, and for a huge one."""
    # "1e999999999" would be read for hours.
    if not _EXACT.fullmatch(str(text)):
        raise ValueError("no number")
    return Fraction(str(text))


def case_to_plain(case: Case) -> dict[str, Plain]:
    """Write what a matter is about, and the pact that holds for it."""
    competences: list[Plain] = [*sorted(case.competences)]
    return {
        "pact": settings_to_plain(case.pact),
        "competence": case.competence,
        "competences": competences,
        "zone": case.zone,
        "changes_pact": int(case.changes_pact),
    }


def case_from_plain(plain: Table) -> Case:
    """Read back what a matter is about."""
    return Case(
        settings_from_plain(Pact, plain["pact"]),
        str(plain["competence"]),
        frozenset(plain["competences"]),
        str(plain["zone"]),
        bool(plain["changes_pact"]),
    )
