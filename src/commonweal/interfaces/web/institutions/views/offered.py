"""The charters that a founder can start from: a kind's, or another institution's."""

from dataclasses import replace
from datetime import datetime

from django.http import Http404
from django.utils.translation import get_language

from commonweal import kinds
from commonweal.foundation.institutions.charters import charter_in_force, charter_of
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.language import say
from commonweal.rules.charters.charter import Charter, MemberClass
from commonweal.rules.charters.prose_rules import rule_clauses
from commonweal.rules.fostering.terms import Fostering
from commonweal.rules.sentence import LocalText, Sentence

# What a founder is told of the ordinary rule without unfolding the charter.
IN_SHORT = (
    "prose_rule_voting_days",
    "prose_rule_consensus",
    "prose_quorum_",
    "prose_carried",
    "consensus_limits",
)
MENTOR, MENTOR_DAYS = "mentor", 180


def charter_of_kind(kind: str) -> Charter:
    """Read the charter of a kind in the reader's language, if it has that one."""
    if kind not in kinds.names():
        raise Http404("There is no such kind of institution.")
    return _in_readers_language(charter_of(kinds.text_of(kind)))


def charter_offered_by(older: Institution, *, at: datetime) -> Charter:
    """Give a charter as others start from it: its law, without its place.

    It is offered on by those who start from it only if they say so themselves. There is
    a way of belonging for a mentor, who comes to listen and to speak, and has no vote.
    """
    charter = charter_in_force(older, at=at)
    bare = replace(charter, place="", fostering=Fostering())
    return _in_readers_language(_with_mentors(bare))


def _with_mentors(charter: Charter) -> Charter:
    """Let somebody of the older institution belong without a vote, if people belong."""
    if charter.pact is not None or charter.member_class(MENTOR) is not None:
        return charter
    name = Sentence("class_mentor")
    called = LocalText(tuple((one, say(name, one)) for one in charter.languages))
    mentor = MemberClass(
        MENTOR, called, frozenset({"attend", "speak"}), lasts_days=MENTOR_DAYS
    )
    return replace(charter, classes=(*charter.classes, mentor))


def _in_readers_language(charter: Charter) -> Charter:
    language = get_language() or charter.language
    return replace(charter, language=language) if _has(charter, language) else charter


def _has(charter: Charter, language: str) -> bool:
    return language in charter.languages


def in_short(charter: Charter) -> tuple[Sentence, ...]:
    """Say of the ordinary rule how long a vote lasts, and what makes it carry."""
    rule = charter.rule(charter.ordinary_rule)
    assert rule is not None, "a charter has an ordinary rule"
    told = rule_clauses(charter, rule)
    return tuple(one for one in told if one.id.startswith(IN_SHORT))
