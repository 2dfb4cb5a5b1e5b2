"""The one row that says what this node is."""

from django.db import models
from django.db.models import Q


class Node(models.Model):
    """This node. In a demo database people can be borrowed and days let pass."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    is_demo = models.BooleanField(default=False)
    # How far a demo's days have been let pass, in seconds. Nought anywhere else.
    clock_offset_s = models.BigIntegerField(default=0)
    # Who may found an institution here: `open`, by `application`, or `closed`.
    founding = models.CharField(max_length=20, default="open")
    # The institution whose decisions guard that door; empty where the operator does.
    assembly_id = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(id=1), name="there_is_one_node"),
            models.CheckConstraint(
                condition=Q(is_demo=True) | Q(clock_offset_s=0),
                name="only_a_demo_moves_its_clock",
            ),
        ]
