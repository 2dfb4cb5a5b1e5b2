"""What can be read of talk, and of what was reported and hidden in it."""

from commonweal.foundation.threads.queries.held import (
    LAST_RESORT,
    hidden_compared,
    posts_compared,
    sealed_hiding,
    sealed_last_resort,
)
from commonweal.foundation.threads.queries.holds import (
    Waiting,
    held_back,
    hold_of,
    holds_compared,
    sponsor_needs,
    waiting_for_sponsor,
    without_hidden,
)
from commonweal.foundation.threads.queries.last_resort import (
    last_resort_of,
    last_resort_told,
    last_resorts,
    unsettled,
)
from commonweal.foundation.threads.queries.matters import (
    Appealed,
    Matter,
    StewardNeed,
    appeals_for,
    appeals_to_answer,
    hidden_places,
    hidden_words,
    hiding_of,
    own_words_hidden,
    past_hidings,
    reports_for,
    reports_to_answer,
    said_at,
    steward_needs,
)
from commonweal.foundation.threads.queries.posts import posts, said_in_post
from commonweal.foundation.threads.queries.reported import (
    readings_of_reports,
    readings_of_reports_by,
    reports_from_bodies,
)
from commonweal.foundation.threads.queries.sight import out_of_sight
from commonweal.foundation.threads.queries.telling import told

__all__ = [
    "LAST_RESORT",
    "Appealed",
    "Matter",
    "StewardNeed",
    "Waiting",
    "appeals_for",
    "appeals_to_answer",
    "held_back",
    "hidden_compared",
    "hidden_places",
    "hidden_words",
    "hiding_of",
    "hold_of",
    "holds_compared",
    "last_resort_of",
    "last_resort_told",
    "last_resorts",
    "out_of_sight",
    "own_words_hidden",
    "past_hidings",
    "posts",
    "posts_compared",
    "readings_of_reports",
    "readings_of_reports_by",
    "reports_for",
    "reports_from_bodies",
    "reports_to_answer",
    "said_at",
    "said_in_post",
    "sealed_hiding",
    "sealed_last_resort",
    "sponsor_needs",
    "steward_needs",
    "told",
    "unsettled",
    "waiting_for_sponsor",
    "without_hidden",
]
