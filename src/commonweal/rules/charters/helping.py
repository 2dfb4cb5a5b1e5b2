"""What somebody asks who is new somewhere, answered from the charter in its own words.

Each answer says what to do first, and then what this institution laid down about it. So
the help of a tenants' union and of a time bank differ where their charters do, and what
is changed by a decision is changed in the help by the same decision.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from commonweal.rules.charters.charter import Charter, MemberClass, Right, rule_for
from commonweal.rules.charters.prose import (
    Clause,
    joining_clauses,
    office_clauses,
    public_clauses,
    word_clauses,
)
from commonweal.rules.charters.prose_assemblies import assembly_clauses
from commonweal.rules.charters.prose_moderation import moderation_clauses
from commonweal.rules.charters.prose_recovery import recovery_clauses
from commonweal.rules.charters.prose_rules import rule_clauses
from commonweal.rules.sentence import Sentence

# The page on which what an answer tells of is done.
type Place = Literal[
    "", "propose", "decisions", "assemblies", "people", "charter", "journal", "me"
]


@dataclass(frozen=True, slots=True)
class Answer:
    """A question as people ask it, what to do, and all that is laid down about it."""

    id: str
    says: tuple[Clause, ...]
    laid_down: tuple[Clause, ...] = ()
    place: Place = ""

    @property
    def asks(self) -> Sentence:
        """Give the question in words."""
        return Sentence(f"help_ask_{self.id}")


def answers(charter: Charter) -> tuple[Answer, ...]:
    """Answer what a member asks in their first weeks, from the charter in force.

    Expects a charter without objections. Nothing in it is about one member: what
    somebody may do now is said where they do it.
    """
    return (*_to_begin(charter), *_to_decide(charter), *_to_be_safe(charter))


def _to_begin(charter: Charter) -> Iterator[Answer]:
    yield Answer("here", (charter.purpose, charter.basis, *word_clauses(charter)))
    yield Answer("join", tuple(joining_clauses(charter)), place="people")


def _to_decide(charter: Charter) -> Iterator[Answer]:
    rule = tuple(rule_clauses(charter, rule_for(charter, None)))
    come = (Sentence("help_come"), Sentence("help_speak"), Sentence("help_lead"))
    meets = tuple(assembly_clauses(charter))
    holds = tuple(office_clauses(charter))
    yield Answer("propose", tuple(_propose(charter)), place="propose")
    yield Answer("decide", tuple(_decide(charter)), rule, "decisions")
    yield Answer("vote", tuple(_vote(charter)), place="decisions")
    yield Answer("meet", come, meets, "assemblies")
    yield Answer("offices", (Sentence("help_offices"),), holds, "people")


def _to_be_safe(charter: Charter) -> Iterator[Answer]:
    looked_after = tuple(moderation_clauses(charter))
    back = tuple(recovery_clauses(charter.recovery))
    shown = tuple(public_clauses(charter))
    yield Answer("words", (Sentence("help_report"),), looked_after)
    yield Answer("lost", (Sentence("help_print_codes"),), back, "me")
    yield Answer("check", (Sentence("help_check"),), shown, "journal")
    yield Answer("leave", (Sentence("help_leave"),), place="me")


def _propose(charter: Charter) -> Iterator[Clause]:
    yield from _who_may(charter, "propose")
    yield Sentence("help_propose")
    support = rule_for(charter, None).support
    needs_others = support.share > 0 or support.at_least > 1
    yield Sentence("help_support" if needs_others else "help_no_support")


def _decide(charter: Charter) -> Iterator[Clause]:
    rule = rule_for(charter, None)
    yield Sentence("help_ordinary", {"rule": rule.title})
    others = tuple(one.title for one in charter.rules if one.id != rule.id)
    if others:
        yield Sentence("help_other_rules", {"rules": others})


def _vote(charter: Charter) -> Iterator[Clause]:
    yield from _who_may(charter, "vote")
    yield Sentence("help_vote")
    secret = tuple(one.title for one in charter.rules if one.is_secret)
    open_ = tuple(one.title for one in charter.rules if not one.is_secret)
    if secret:
        yield Sentence("help_secret", {"rules": secret})
    if open_:
        yield Sentence("help_open", {"rules": open_})
    if charter.office(charter.tellers) is not None:
        yield Sentence("help_paper")


def _who_may(charter: Charter, right: Right) -> Iterator[Clause]:
    """Name the classes that have a right; say nothing where all members have it."""
    have: list[MemberClass] = [one for one in charter.classes if right in one.rights]
    if len(have) < len(charter.classes):
        names = tuple(one.name for one in have)
        yield Sentence("help_who_may", {"who": names})
