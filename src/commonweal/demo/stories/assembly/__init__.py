"""The assembly of the mill quarter: a street, a square, and money to share out."""

from commonweal.demo.clock import Story
from commonweal.demo.scene import Scene, Valley
from commonweal.demo.stories.assembly import (
    beginnings,
    meeting,
    money,
    now,
    offices,
    square,
)


def history(valley: Valley) -> tuple[Story, ...]:
    """Give every story of the assembly, the founding first."""
    assembly = Scene(valley)
    return (
        beginnings.founding(assembly),
        beginnings.the_quarter_joins(assembly),
        beginnings.one_leaves(assembly),
        offices.coordinators_by_lot(assembly),
        offices.younger_neighbours(assembly),
        square.mill_street_on_saturdays(assembly),
        square.a_fence(assembly),
        square.a_tree_and_a_tie(assembly),
        square.a_tree_at_last(assembly),
        square.a_fountain(assembly),
        money.nine_thousand_euros(assembly),
        meeting.an_evening_in_the_hall(assembly),
        meeting.the_minutes_are_approved(assembly),
        meeting.the_next_one(assembly),
        now.which_saturday(assembly),
        now.the_next_budget(assembly),
        now.coordinators_again(assembly),
        now.benches_in_the_shade(assembly),
    )
