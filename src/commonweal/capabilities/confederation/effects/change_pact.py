"""Asking all bodies to change the pact."""

from commonweal.capabilities.confederation import actions
from commonweal.capabilities.confederation.queries.meant import named_by_row, tells
from commonweal.capabilities.confederation.queries.of_people import may_ask_all
from commonweal.foundation.institutions.effect import Effect
from commonweal.rules.sentence import N_

EFFECT = Effect(
    carry_out=actions.raise_change,
    check=may_ask_all,
    words={
        "effect_change_pact": N_("asking all bodies to change a pact"),
        "effect_change_pact_told": N_(
            "With a yes all bodies of “{name}” are asked to change the pact in these "
            "points. It changes when their bases have said yes:"
        ),
    },
    told=tells("effect_change_pact_told"),
    of_the_bodies=True,
    takes=("membership", "named", "changes", "bylaws", "adds", "removes"),
    understood=named_by_row,
)
