"""Members who left: what they did stays, who they were goes."""

from commonweal.demo.clock import Story
from commonweal.demo.scene import Scene


def two_move_away(union: Scene) -> Story:
    """Bruno finds a flat by the sea, Paco moves in with his daughter."""
    yield union.days_ago(49, "10:00")
    union.leaves("Bruno")
    yield union.days_ago(26, "16:30")
    union.leaves("Paco")
