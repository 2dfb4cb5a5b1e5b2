"""How members meet and decide together in one room, as plain sentences."""

from collections.abc import Iterator

from commonweal.rules.charters.charter import Charter
from commonweal.rules.charters.prose_consensus import deciding_clauses
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.rule_words import share_words


def assembly_clauses(charter: Charter) -> Iterator[Sentence]:
    """Say who calls them, how long before, how many must come, and who speaks."""
    terms = charter.assemblies
    office = charter.office(terms.callers)
    if office is None:
        yield Sentence("prose_assemblies_by_members")
    else:
        yield Sentence("prose_assemblies_by_office", {"office": office.name})
    named = dict.fromkeys((terms.callers, charter.moderation.office))
    stops = tuple(one.name for id_ in named if (one := charter.office(id_)))
    if stops:
        yield Sentence("prose_assembly_called_off", {"offices": stops})
    if terms.notice_days:
        notice = Sentence("for_days", {"days": terms.notice_days})
        yield Sentence("prose_assembly_notice", {"days": notice})
    else:
        yield Sentence("prose_assembly_without_notice")
    yield from _quorum(charter)
    yield from deciding_clauses(charter)
    if terms.passed_most:
        yield Sentence("prose_queue_passed", {"number": terms.passed_most})
    else:
        yield Sentence("prose_queue_unbounded")
    if terms.responses_most:
        yield Sentence("prose_responses", {"number": terms.responses_most})
    else:
        yield Sentence("prose_no_responses")
    yield Sentence(f"prose_roles_{terms.roles}")
    yield Sentence("prose_minutes" if terms.needs_minutes else "prose_minutes_free")


def _quorum(charter: Charter) -> Iterator[Sentence]:
    terms = charter.assemblies
    facts: dict[str, Fact] = {"number": terms.quorum_least}
    if terms.quorum_share:
        facts |= {"share": share_words(terms.quorum_share)}
        yield Sentence("prose_assembly_quorum_share", facts)
    else:
        yield Sentence("prose_assembly_quorum", facts)
