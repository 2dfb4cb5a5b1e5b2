"""Poplar Court: four staircases, a company that runs them, and who lives there."""

from commonweal.demo.clock import Story
from commonweal.demo.scene import Scene, Valley
from commonweal.demo.stories.poplars import house


def history(valley: Valley) -> tuple[Story, ...]:
    """Give every story of the residents' council, the founding first."""
    poplars = Scene(valley)
    return (
        house.founding(poplars),
        house.who_speaks(poplars),
        house.what_we_ask(poplars),
        house.the_meters(poplars),
    )
