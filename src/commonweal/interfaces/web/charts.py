"""Pictures in the language of whoever reads the page."""

from functools import partial

from django.utils.translation import gettext

from commonweal.foundation.language import number, say
from commonweal.interfaces.charts import bars, flows, maps, options, paths
from commonweal.interfaces.charts.bars import WIDTH, Chart, Label, Part, Row, Table
from commonweal.interfaces.charts.flows import Move, Round
from commonweal.interfaces.charts.maps import TWO_RINGS, Place
from commonweal.interfaces.charts.options import Counted
from commonweal.interfaces.charts.paths import Step
from commonweal.interfaces.charts.voice import Count, Voice

READERS = Voice(gettext, say, number)
count = READERS.count
short = READERS.short
quorum_bar = partial(bars.quorum_bar, READERS)
outcome_bar = partial(bars.outcome_bar, READERS)
spent_bar = partial(bars.spent_bar, READERS)
pairwise = partial(bars.pairwise, READERS)
transfer_flow = partial(flows.transfer_flow, READERS)
map_of_bodies = partial(maps.map_of_bodies, READERS)
map_of_many = partial(maps.map_of_many, READERS)
mandate_path = partial(paths.mandate_path, READERS)
option_bars = partial(options.option_bars, READERS)

__all__ = [
    "TWO_RINGS",
    "WIDTH",
    "Chart",
    "Count",
    "Counted",
    "Label",
    "Move",
    "Part",
    "Place",
    "Round",
    "Row",
    "Step",
    "Table",
    "count",
    "mandate_path",
    "map_of_bodies",
    "map_of_many",
    "option_bars",
    "outcome_bar",
    "pairwise",
    "quorum_bar",
    "short",
    "spent_bar",
    "transfer_flow",
]
