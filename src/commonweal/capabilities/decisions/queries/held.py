"""What the journal holds of proposals, votes and decisions, column by column.

The words of a version are sealed as a whole, as they were before columns were. Of the
terms of a proposal, names and addresses are sealed apart, so that they can be erased
and the rest still holds.
"""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from django.db.models import Model

from commonweal.capabilities.decisions.models import (
    Decision,
    Proposal,
    Question,
    Version,
)
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.journal.seals import Holding, plain, sealed
from commonweal.foundation.rows import new_salt
from commonweal.rules.belonging.named import people_in, with_people
from commonweal.rules.canonical import Json, canonical
from commonweal.rules.journal_seals import column_seal


def salts_for(terms: Mapping[str, Any]) -> list[str]:
    """Make a salt for each person in the terms of a proposal that is put."""
    return [new_salt().hex() for _ in people_in(terms)]


def put(
    proposal: Proposal, version: Version, *more: tuple[Holding, Model]
) -> dict[str, Json]:
    """Give the facts of the line by which a proposal is put, and what goes with it."""
    rows = sealed((PROPOSAL, proposal), (VERSION, version), *more)
    return {**worded(version), **rows}


def worded(version: Version) -> dict[str, Json]:
    """Give the facts by which a line seals the words of a version."""
    return {"version": version.number, "seal": seal_of_words(version)}


def seal_of_words(version: Version) -> str:
    """Give the digest of a version's words that stands in the journal."""
    told = [version.title, version.text, version.options]
    return sha256(canonical(told)).hexdigest()


def _terms(proposal: Proposal) -> dict[str, str]:
    """Seal the terms: without names and addresses, and each of these by itself."""
    people = people_in(proposal.terms)
    bare = [{**one, "name": "", "email": ""} for one in people]
    whole = with_people(proposal.terms, bare) if people else proposal.terms
    salts = [*proposal.salts, *[""] * len(people)]
    seals = {"terms": column_seal("terms", plain(whole))}
    for place, (one, salt) in enumerate(zip(people, salts, strict=False)):
        # Without a salt a name could be guessed: one is gone, or there never was one.
        if salt:
            seals[f"terms.{place}.name"] = _seal(one, "name", bytes.fromhex(salt))
        # Lies there locked, and differently each time: that is salt enough.
        seals[f"terms.{place}.email"] = _seal(one, "email", b"")
    return seals


def _seal(person: Mapping[str, Any], column: str, salt: bytes) -> str:
    return column_seal(column, plain(person.get(column, "")), salt=salt)


def _is_erased(proposal: Proposal, part: str) -> bool:
    """Say whether a name or an address is gone from the terms when it may be.

    That is once all is done, and for the name of a member also once they have left.
    """
    _, place, column = part.split(".")
    people = people_in(proposal.terms)
    if int(place) >= len(people) or people[int(place)].get(column):
        return False
    return proposal.next_due_at is None or _has_left(people[int(place)])


def _has_left(person: Mapping[str, Any]) -> bool:
    gone = Member.objects.filter(left_at__isnull=False)
    return "member" in person and gone.filter(pk=person["member"]).exists()


def _salt(question: Question) -> bytes:
    """Give the salt of a secret vote: of few ballots there are few counts."""
    return bytes(question.salt or b"")


PROPOSAL = Holding(
    Proposal,
    apart=("terms", "salts", "drafted_at", "next_due_at"),
    parts=_terms,
    is_erased=_is_erased,
)
VERSION = Holding(Version, apart=("title", "text", "options"))
QUESTION = Holding(Question, salt=_salt)
DECISION = Holding(Decision)
