"""Whether bodies may say how it is with what is asked of them, and of each other."""

from datetime import datetime

from commonweal.capabilities.confederation.queries.bodies import standing_of
from commonweal.capabilities.confederation.queries.choices import (
    Choices,
    belongings,
    body_row,
)
from commonweal.capabilities.confederation.queries.putting_out import others_in
from commonweal.capabilities.confederation.queries.terms import (
    NO_CONFEDERATION,
    whole_in,
)
from commonweal.foundation.institutions.charters import Terms, charter_in_force
from commonweal.foundation.institutions.models import Institution
from commonweal.rules.charters.charter import Charter
from commonweal.rules.confederation.standards import SINCE_THEN, YES, Standard
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import ALLOWED, Verdict, refused

# What is chosen from a list; a program may say any whole number up to the largest.
SHARES, RATIOS = range(0, 101, 10), (*range(1, 9), 10, 15, 20)
LARGEST = 1_000
# What a record shows is not for the body to say.
SHOWN_BY_RECORD = frozenset(
    {
        "one_member_one_vote",
        "delegates_recallable",
        "meeting_days",
        "minutes_days",
        "term_days",
    }
)


def may_say_kept(institution: Institution, terms: Terms, at: datetime) -> Verdict:
    """Let a body that is in say how it is with something that is asked of it."""
    _row, standard_id, holds = holding_in(terms)
    standard = _asked(institution, terms, standard_id, at)
    if isinstance(standard, Verdict):
        return standard
    if standard.asked in SHOWN_BY_RECORD:
        return refused("record_shows_it")
    return ALLOWED if _fits(standard, holds) else refused("standard_unreadable")


def may_plan(institution: Institution, terms: Terms, at: datetime) -> Verdict:
    """Let a body that is in say how it puts something right."""
    standard = _asked(institution, terms, holding_in(terms)[1], at)
    return standard if isinstance(standard, Verdict) else ALLOWED


def may_find(institution: Institution, terms: Terms, at: datetime) -> Verdict:
    """Let a body that is in say how it is with another one."""
    row = body_row(terms.get("other"))
    standard_id, holds = finding_in_terms(terms)
    standard = _asked(institution, terms, standard_id, at)
    if isinstance(standard, Verdict):
        return standard
    if row is None or row.body == institution.pk:
        return refused("body_finds_itself")
    if not standing_of(row.institution, row.body, at=at).is_in:
        return refused("body_is_not_in")
    return ALLOWED if holds in ("yes", "no") else refused("standard_unreadable")


def holding_in(terms: Terms) -> tuple[str, str, str]:
    """Give the row, the standard and what is said of it, out of one term."""
    row, _, rest = str(terms.get("under", "")).partition(" ")
    standard, _, holds = rest.partition(" ")
    return row, standard, holds


def finding_in_terms(terms: Terms) -> tuple[str, str]:
    """Give the standard that is found about, and what is found."""
    standard, _, holds = str(terms.get("finding", "")).partition(" ")
    return standard, holds


def standard_named(whole: Institution, name: str, *, at: datetime) -> Standard | None:
    """Find a standard of a confederation by its id."""
    there = charter_in_force(whole, at=at).standards
    return next((one for one in there if one.id == name), None)


def _asked(
    institution: Institution, terms: Terms, name: str, at: datetime
) -> Standard | Verdict:
    found = whole_in(terms, at)
    if found is None:
        return NO_CONFEDERATION
    if not standing_of(found.institution, institution.pk, at=at).is_in:
        return refused("body_is_not_in")
    standard = standard_named(found.institution, name, at=at)
    return refused("standard_not_asked") if standard is None else standard


def _fits(standard: Standard, holds: str) -> bool:
    if standard.asked in SINCE_THEN:
        return holds == "yes"
    if standard.asked in YES:
        return holds in ("yes", "no")
    return holds.isascii() and holds.isdecimal() and int(holds[:9]) <= LARGEST


# ---- what can be chosen


def to_say_kept(body: Institution, _charter: Charter, at: datetime) -> Choices:
    """Give what we can say of ourselves, in each confederation we are in."""
    return [
        (
            f"{one.row.pk} {standard.id} {holds}",
            Sentence(
                f"saying_{_sort(standard)}", {"name": standard.name, "holds": told}
            ),
        )
        for one in belongings(body, at=at)
        for standard in one.charter.standards
        if standard.asked not in SHOWN_BY_RECORD
        for holds, told in _answers(standard)
    ]


def to_plan(body: Institution, _charter: Charter, at: datetime) -> Choices:
    """Give what is asked of us, in each confederation we are in."""
    return [
        (f"{one.row.pk} {standard.id}", standard.name)
        for one in belongings(body, at=at)
        for standard in one.charter.standards
    ]


def to_find_about(body: Institution, _charter: Charter, at: datetime) -> Choices:
    """Give the other bodies of confederations that ask something of all."""
    return [
        choice
        for one in belongings(body, at=at)
        if one.charter.standards
        for choice in others_in(one, body, at=at)
    ]


def to_find(body: Institution, _charter: Charter, at: datetime) -> Choices:
    """Give what can be found: that each standard is kept, or is not."""
    found: dict[str, Sentence] = {}
    for one in belongings(body, at=at):
        for standard in one.charter.standards:
            for holds in ("no", "yes"):
                told = Sentence(f"finding_kept_{holds}", {"name": standard.name})
                found.setdefault(f"{standard.id} {holds}", told)
    return list(found.items())


def _sort(standard: Standard) -> str:
    return "accounts" if standard.asked in SINCE_THEN else "standard"


def _answers(standard: Standard) -> list[tuple[str, Sentence | str]]:
    if standard.asked in SINCE_THEN:
        return [("yes", Sentence("saying_yes"))]
    if standard.asked in YES:
        return [(one, Sentence(f"saying_{one}")) for one in ("yes", "no")]
    numbers = SHARES if standard.asked == "surplus_share" else RATIOS
    said = f"saying_{standard.asked}"
    return [(str(one), Sentence(said, {"number": one})) for one in numbers]
