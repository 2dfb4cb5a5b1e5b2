"""What the delegates of bodies cannot decide: it belongs to the bodies themselves."""

from commonweal.rules.charters.charter import Charter
from commonweal.rules.verdict import ALLOWED, Verdict, refused


def may_change_from_within(charter: Charter) -> Verdict:
    """Let members change their charter, and delegates not the pact that sends them."""
    return ALLOWED if charter.pact is None else refused("pact_of_the_bodies")


def may_take_people_in(charter: Charter) -> Verdict:
    """Let members take others in, and nobody where bodies are the members."""
    return ALLOWED if charter.pact is None else refused("bodies_are_members")


def may_end_from_within(charter: Charter) -> Verdict:
    """Let members decide to part, and delegates not for the bodies."""
    return ALLOWED if charter.pact is None else refused("bodies_part_themselves")
