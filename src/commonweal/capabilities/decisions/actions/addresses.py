"""Mail addresses that a proposal to admit somebody carries until it is done with.

They are sealed by a key of the proposal's own, and gone with it.
"""

from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from typing import Any

from commonweal.capabilities.decisions import access
from commonweal.capabilities.decisions.models import Proposal
from commonweal.foundation.keys import actions as keys
from commonweal.foundation.keys.queries import opened
from commonweal.rules.belonging.named import listed, with_people

type Terms = Mapping[str, Any]


def sealed_terms(proposal: Proposal, terms: Terms) -> dict[str, Any]:
    """Give the terms as they are kept, no address in plain."""

    def sealed(address: str) -> str:
        key = access.addresses_key(proposal.id)
        value = keys.seal(address, key=key, about=_about(proposal))
        return access.SEALED + b64encode(value).decode()

    return _with_addresses(terms, sealed)


def opened_terms(proposal: Proposal) -> dict[str, Any]:
    """Give the terms as they were typed."""

    def plain(kept: str) -> str:
        value = b64decode(kept.removeprefix(access.SEALED))
        return opened(value, about=_about(proposal))

    return _with_addresses(proposal.terms, plain)


def forget_addresses(proposal: Proposal) -> None:
    """Drop the mail addresses a proposal carried, once nothing more needs them."""
    kept = _with_addresses(proposal.terms, lambda _: "")
    if kept != proposal.terms:
        keys.destroy([access.addresses_key(proposal.id)])
        proposal.terms = kept
        proposal.save(update_fields=["terms"])


def _with_addresses(terms: Terms, change: Callable[[str], str]) -> dict[str, Any]:
    # What is not a list of people is refused by the check of the effect, not here.
    people = listed(terms)
    if not people:
        return dict(terms)
    changed = [
        {**one, "email": change(one["email"])}
        if isinstance(one, dict) and isinstance(one.get("email"), str) and one["email"]
        else one
        for one in people
    ]
    return with_people(terms, changed)


def _about(proposal: Proposal) -> str:
    return f"proposal {proposal.id}"
