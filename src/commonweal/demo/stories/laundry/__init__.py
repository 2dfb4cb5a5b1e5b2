"""The laundry of the valley's hospital: house and agency staff, in one council."""

from commonweal.demo.clock import Story
from commonweal.demo.scene import Scene, Valley
from commonweal.demo.stories.laundry import floor


def history(valley: Valley) -> tuple[Story, ...]:
    """Give every story of the laundry's council, the founding first."""
    laundry = Scene(valley)
    return (
        floor.founding(laundry),
        floor.who_speaks(laundry),
        floor.what_first(laundry),
        floor.ten_minutes(laundry),
    )
