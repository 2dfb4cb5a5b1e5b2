"""Six people drawn by lot who look into what becomes of the path by the river."""

from commonweal.demo.clock import Story
from commonweal.demo.scene import Scene, Valley
from commonweal.demo.stories.river import panel


def history(valley: Valley) -> tuple[Story, ...]:
    """Give every story of the panel, the founding first."""
    river = Scene(valley)
    return (
        panel.founding(river),
        panel.which_way(river),
        panel.what_we_would_do(river),
        panel.who_reports(river),
    )
