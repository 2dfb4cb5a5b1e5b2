"""What can be done to a node: become a demo, and let a demo's days pass."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from commonweal.foundation.nodes import access, queries
from commonweal.foundation.nodes.models import Node
from commonweal.rules.verdict import require


@transaction.atomic
def become_demo() -> Node:
    """Make an empty node a demo; it can never be anything else again."""
    require(access.may_become_demo(is_empty=queries.is_empty()))
    node, _ = Node.objects.update_or_create(pk=1, defaults={"is_demo": True})
    queries.forget_this_node()
    return node


@transaction.atomic
def let_days_pass(days: int, *, at: datetime) -> None:
    """Move a demo's clock on by some days; it never goes back."""
    assert at.tzinfo is not None
    node = Node.objects.select_for_update().filter(pk=1).first() or Node()
    require(access.may_let_days_pass(node, days))
    node.clock_offset_s += int(timedelta(days=days).total_seconds())
    node.save()
    queries.forget_this_node()


@transaction.atomic
def guard_founding(policy: str, *, assembly: UUID | None) -> None:
    """Say who may found an institution here, and whose decisions guard that."""
    require(access.may_founding_be(policy))
    wanted = {"founding": policy, "assembly_id": assembly}
    Node.objects.update_or_create(pk=1, defaults=wanted)
    queries.forget_this_node()
