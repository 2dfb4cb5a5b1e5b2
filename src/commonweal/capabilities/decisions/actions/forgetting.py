"""Letting go of a name that its owner takes away."""

from re import sub

from commonweal.capabilities.decisions.models import Proposal
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.journal.models import LineWords
from commonweal.foundation.text import clean_name


def forget_name_in_terms(member: Member) -> None:
    """Strike a member who leaves from the proposal that admitted them.

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
    admitted = Proposal.objects.filter(
        institution=member.institution_id,
        effect="admit_member",
        decision__carried_out_at=member.joined_at,
    )
    for proposal in admitted:
        people = [
            {**one, "name": ""} if _called(one) in names else one
            for one in proposal.terms.get("people", [])
        ]
        proposal.terms = {**proposal.terms, "people": people}
        proposal.save(update_fields=["terms"])


def _called(one: dict[str, str]) -> str:
    return clean_name(one["name"], len(one["name"])) if one["name"] else ""
