"""What came of places kept for a class of members, in words, once a vote is over."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from commonweal.capabilities.decisions.models import Question
from commonweal.capabilities.decisions.queries.tally import asked, grouped
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.rules import plain, recount
from commonweal.rules.canonical import canonical
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting import keeping_places
from commonweal.rules.voting.outcome import Outcome

# Ways of filling in a ballot that are counted again for a page: a moment's work.
_ENOUGH_FOR_A_PAGE = 40_000
_COUNTS_REMEMBERED = 64


def places_kept(
    question: Question, names: Mapping[str, str], *, to: Member | None
) -> Sequence[Sentence]:
    """Say how many places a vote keeps for a class, and to members who can fill them.

    Strangers are not told of which class somebody is who stood and was not elected.
    """
    rule = plain.rule_from_plain(question.rule)
    if not rule.kept_places.at_least:
        return ()
    of_class = class_in_words(question)
    if to is None:
        return keeping_places.rule_keeps(rule, of_class)
    _, theirs = keeping_places.kept_for(rule)
    who = keeping_places.who_is_kept_for([names[one] for one in theirs], of_class)
    return (*keeping_places.rule_keeps(rule, of_class), who)


def kept_places_told(
    question: Question, outcome: Outcome, names: Mapping[str, str]
) -> Sequence[Sentence]:
    """Say who holds a kept place and why, and which of them stay open."""
    rule = plain.rule_from_plain(question.rule)
    if not rule.kept_places.at_least:
        return ()
    of_class = class_in_words(question)
    otherwise = _otherwise(question)
    held = (
        ()
        if otherwise is None
        else keeping_places.why_elected(
            rule,
            names,
            winners=outcome.winners,
            otherwise=otherwise,
            of_class=of_class,
        )
    )
    return (*held, *keeping_places.left_open(rule, of_class))


def places_left_open(question: Question) -> Sequence[Sentence]:
    """Say which kept places stay open; no ballot bears on that."""
    rule = plain.rule_from_plain(question.rule)
    if not rule.kept_places.at_least:
        return ()
    return keeping_places.left_open(rule, class_in_words(question))


def class_in_words(question: Question) -> Fact:
    """Name the class that places are kept for, as the charter of then does."""
    wanted = plain.rule_from_plain(question.rule).kept_places.member_class
    charter = charter_in_force(question.institution, at=question.opens_at)
    found = charter.member_class(wanted)
    return found.name if found else wanted


def _otherwise(question: Question) -> tuple[str, ...] | None:
    """Count again as if no place were kept; None where that would take too long."""
    kept = grouped(question)
    if len(kept) * len(question.options) > _ENOUGH_FOR_A_PAGE:
        return None
    frozen = asked(question, kept)
    bare = replace(frozen, rule=keeping_places.without_kept_places(frozen.rule))
    return _winners(canonical(recount.unjudged(bare, kept)))


@lru_cache(maxsize=_COUNTS_REMEMBERED)
def _winners(told: bytes) -> tuple[str, ...]:
    bundle = json.loads(told)
    return recount.tally(
        recount.asked_in(bundle), recount.cast_in(bundle)
    ).outcome.winners
