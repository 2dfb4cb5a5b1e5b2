"""The valley confederates: an assembly, a bakery and a house decide some things."""

from commonweal.demo.clock import Story
from commonweal.demo.scene import Valley
from commonweal.demo.stories.together import beginnings, buses, market, river
from commonweal.demo.stories.together.bodies import Together, decided

VOTES = (*beginnings.VOTES, *buses.VOTES, *market.VOTES, *river.VOTES)


def history(valley: Valley) -> tuple[Story, ...]:
    """Give every story of the confederation, the founding first."""
    together = Together(valley)
    return (
        beginnings.founding(together),
        *(decided(together, vote) for vote in VOTES),
        buses.a_congress(together),
        market.a_congress(together),
        river.a_flood(together),
        river.a_congress(together),
    )
