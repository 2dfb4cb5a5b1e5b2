"""The map of the bodies, and the path of a mandate, as pages draw them."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from commonweal.capabilities.confederation.queries import BodyTold, Read, Reader
from commonweal.capabilities.confederation.queries.paths import path_of
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.language import say
from commonweal.interfaces.web import charts
from commonweal.interfaces.web.charts import Chart, Place, Step
from commonweal.rules.confederation.standing import Standing
from commonweal.rules.sentence import LocalText, Sentence


def map_of(
    told: Sequence[BodyTold], reader: Reader, *, first: int, of: int
) -> Chart | None:
    """Draw the bodies of a page, or where they are among very many; None of none."""
    if not told:
        return None
    places = [_place(one, reader) for one in told]
    is_all = first == 1 and len(places) <= charts.TWO_RINGS
    if is_all and sum(one.standing.is_in for one in told) == of:
        return charts.map_of_bodies(places)
    inside = [place for place, one in zip(places, told, strict=True) if not place.asks]
    return charts.map_of_many(inside, first=first, of=of)


def _place(one: BodyTold, reader: Reader) -> Place:
    return Place(
        say(one.called.name),
        say(stands_now(one.standing)),
        is_in=one.standing.place == "in",
        asks=one.standing.place == "applying",
        is_mine=one.called.id in reader.theirs,
        is_whole=one.called.is_whole,
    )


def stands_now(standing: Standing) -> Sentence:
    """Say where a body stands."""
    return Sentence(f"body_now_{standing.place}", {"until": standing.until})


def paths_of(
    read: Read,
    bodies: Iterable[tuple[Institution, LocalText | Sentence | str]],
    *,
    at: datetime,
) -> list[Chart]:
    """Draw the path of what each of these bodies told its delegates."""
    found = []
    for number, (body, name) in enumerate(bodies):
        steps = [
            Step(say(one.words), one.is_above, one.state)
            for one in path_of(read, body.pk, at=at)
        ]
        if steps:
            found.append(
                charts.mandate_path(steps, base=say(name), name=f"path-{number}")
            )
    return found
