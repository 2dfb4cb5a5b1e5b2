"""Letting go of a name that its owner takes away."""

from datetime import datetime
from re import sub
from typing import Any

from commonweal.capabilities.decisions.models import Decision, Proposal
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.journal.models import LineWords
from commonweal.foundation.text import clean_name
from commonweal.rules.belonging.named import Named, people_in, with_people


def forget_name_in_terms(member: Member) -> None:
    """Strike a member who leaves from what admitted them, or would make them another.

    What was written in its words about them is its author's to say.
    """
    said = LineWords.objects.filter(
        institution=member.institution_id, of_member=member.pk
    )
    names = {
        # A namesake on the list was given a number.
        sub(r" \(\d+\)$", "", words.get("name", ""))
        for words in said.values_list("words", flat=True)
    }
    naming = Proposal.objects.filter(
        institution=member.institution_id, effect="admit_member"
    ).select_related("decision")
    for proposal in naming:
        admitted = _carried_out_at(proposal) == member.joined_at
        people = people_in(proposal.terms)
        goes = [
            one.get("member") == str(member.pk) or (admitted and _called(one) in names)
            for one in people
        ]
        if any(goes):
            _strike(proposal, people, goes)


def _strike(proposal: Proposal, people: list[Any], goes: list[bool]) -> None:
    """Take names out, and the salts without which nobody guesses what was sealed."""
    struck = [
        {**one, "name": ""} if gone else one
        for one, gone in zip(people, goes, strict=True)
    ]
    proposal.terms = with_people(proposal.terms, struck)
    proposal.salts = [
        "" if gone else salt for salt, gone in zip(proposal.salts, goes, strict=False)
    ]
    proposal.save(update_fields=["terms", "salts"])


def _carried_out_at(proposal: Proposal) -> datetime | None:
    decision: Decision | None = getattr(proposal, "decision", None)
    return decision.carried_out_at if decision else None


def _called(one: Named) -> str:
    name = str(one["name"])
    return clean_name(name, len(name)) if name else ""
