"""The file with which anybody recounts one question, without asking this node."""

from dataclasses import replace
from typing import Any

from commonweal.capabilities.decisions.models import Proposal, Question, Version
from commonweal.capabilities.decisions.queries.candidates import candidates_of
from commonweal.capabilities.decisions.queries.closing import closing_line
from commonweal.capabilities.decisions.queries.tally import (
    asked,
    can_be_shown,
    grouped,
)
from commonweal.capabilities.decisions.queries.veils import (
    WORDS_HIDDEN,
    without_labels,
)
from commonweal.foundation.institutions.queries import charter_in_force, leaves_of
from commonweal.foundation.language import say
from commonweal.rules import recount
from commonweal.rules.recount import Asked
from commonweal.rules.voting.secret_ballots import Grouped


def recount_bundle(question: Question) -> dict[str, Any]:
    """Gather what one question was counted from, saying nothing of who voted how.

    Where that would tell of single people, say to whom the count is open, by the
    charter that the vote opened under.
    """
    return _veiled(question, _bundle(question))


def _veiled(question: Question, bundle: dict[str, Any]) -> dict[str, Any]:
    """Leave out words that are hidden: they bear on nothing that is counted."""
    if getattr(question, "hiding", None) is None:
        return bundle
    about = {name: told for name, told in bundle["about"].items() if name != "adopts"}
    return bundle | {"about": about | {"title": say(WORDS_HIDDEN), "text": ""}}


def _asked(question: Question, kept: Grouped) -> Asked:
    """Give what was asked, its options without words where these are hidden."""
    said = asked(question, kept)
    if getattr(question, "hiding", None) is None:
        return said
    return replace(said, options=tuple(without_labels(said.options)))


def _bundle(question: Question) -> dict[str, Any]:
    if can_be_shown(question):
        return full_bundle(question)
    charter = charter_in_force(question.institution, at=question.opens_at)
    tellers = charter.office(charter.tellers)
    kept = grouped(question)
    return recount.closed_bundle(
        _asked(question, kept),
        kept,
        about=_about(question),
        open_to=dict(tellers.name.versions) if tellers else {},
    )


def full_bundle(question: Question) -> dict[str, Any]:
    """Gather all that one question was counted from, for those who may see it."""
    about = _about(question) | {"roll_leaves": list(leaves_of(question.roll))}
    kept = grouped(question)
    secret = question.lot_salt and bytes(question.lot_salt)
    return recount.bundle(
        _asked(question, kept), kept, about=about, lot_secret=secret or None
    )


def _about(question: Question) -> dict[str, Any]:
    version = question.proposal.versions.get(number=question.version_number)
    # Bears on nothing that is counted, so a name can go and the count stays the same.
    names = candidates_of(question)
    called = {"names": names} if names else {}
    line = closing_line(question)
    return (
        called
        | ({"journal_line": line._asdict()} if line else {})
        | _adopted(question.proposal, version)
        | {
            "institution": str(question.institution_id),
            "question": str(question.pk),
            "proposal": question.proposal.number,
            "version": version.number,
            "title": version.title,
            "text": version.text,
            "opens_at": question.opens_at.isoformat(),
            "closes_at": question.closes_at.isoformat(),
            "roll_hash": question.roll.hash,
        }
    )


def _adopted(proposal: Proposal, version: Version) -> dict[str, Any]:
    """Give the text that a yes adopts, where it is not the proposal's own words."""
    own = {"title": version.title, "text": version.text}
    text = own | {name: proposal.terms.get(name, own[name]) for name in own}
    adopts = proposal.effect == "adopt_statement" and text != own
    return {"adopts": text} if adopts else {}
