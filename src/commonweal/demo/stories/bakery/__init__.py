"""The Three Ovens bakery: nine who own it, and the bread for the whole valley."""

from commonweal.demo.clock import Story
from commonweal.demo.scene import Scene, Valley
from commonweal.demo.stories.bakery import beginnings, now, work


def history(valley: Valley) -> tuple[Story, ...]:
    """Give every story of the bakery, the founding first."""
    bakery = Scene(valley)
    return (
        beginnings.founding(bakery),
        beginnings.the_board(bakery),
        beginnings.hugo_is_admitted(bakery),
        beginnings.two_on_trial(bakery),
        work.whose_flour(bakery),
        work.ovens_at_four(bakery),
        work.who_goes_to_the_fair(bakery),
        work.more_time_to_vote(bakery),
        work.fridays(bakery),
        work.bread_at_the_door(bakery),
        now.the_mixer(bakery),
        now.a_second_van(bakery),
        now.a_holiday(bakery),
    )
