"""What may be done to a node."""

from commonweal.foundation.nodes.models import Node
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused

MOST_DAYS = 366
FOUNDING = ("open", "application", "closed")


def may_become_demo(*, is_empty: bool) -> Verdict:
    """Only a node on which nothing has happened becomes a demo."""
    return ALLOWED if is_empty else refused("node_not_empty")


def may_let_days_pass(node: Node, days: int) -> Verdict:
    """Only a demo moves its clock, and only onwards."""
    return first_refusal(
        ALLOWED if node.is_demo else refused("node_not_demo"),
        ALLOWED
        if 1 <= days <= MOST_DAYS
        else refused("days_out_of_range", most=MOST_DAYS),
    )


def may_founding_be(policy: object) -> Verdict:
    """Know three ways in which a node's door for founding can stand."""
    return ALLOWED if policy in FOUNDING else refused("founding_unknown")
