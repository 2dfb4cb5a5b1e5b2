"""How an assembly decides what is announced as a question, as plain sentences."""

from collections.abc import Iterator

from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.decision_rule import MOTION
from commonweal.rules.voting.rule_words import share_words


def deciding_clauses(charter: Charter) -> Iterator[Sentence]:
    """Say how the room decides, and what comes of a test for consensus there."""
    rule = charter.rule(charter.ordinary_rule)
    if rule is None:
        yield Sentence("prose_room_decides_nothing")
    elif rule.is_secret and rule.method == MOTION:
        yield Sentence("prose_room_uses_slips", {"floor": rule.floor})
    elif rule.is_consensus:
        yield Sentence("prose_room_finds_consensus")
        yield from _talks(charter)
    elif rule.method == MOTION:
        yield Sentence("prose_room_votes")
    else:
        yield Sentence("prose_room_decides_nothing")


def _talks(charter: Charter) -> Iterator[Sentence]:
    terms = charter.consensus
    asks = (
        (terms.needs_principle, "prose_block_names"),
        (terms.needs_meeting, "prose_block_meets"),
    )
    wanted = tuple(Sentence(id_) for is_asked, id_ in asks if is_asked)
    if wanted:
        yield Sentence("prose_block_says_why_and", {"what": wanted})
    else:
        yield Sentence("prose_block_says_why")
    if terms.others_rule:
        yield Sentence(
            "prose_block_ruled", {"share": share_words(terms.validity_share)}
        )
    else:
        yield Sentence("prose_block_never_ruled")
    if terms.absentee_days:
        yield Sentence("prose_absentees", {"days": terms.absentee_days})
    else:
        yield Sentence("prose_no_absentees")
    yield Sentence(
        "prose_talks", {"number": terms.meetings, "days": _days(terms.resolution_days)}
    )
    if terms.lapses_if_away:
        yield Sentence("prose_block_lapses")
    yield Sentence("prose_rounds", {"number": terms.rounds})
    if terms.fallback:
        yield Sentence("prose_fallback", {"share": share_words(terms.fallback)})
    else:
        yield Sentence("prose_no_fallback")


def _days(days: int) -> Sentence:
    return Sentence("for_days", {"days": days})
