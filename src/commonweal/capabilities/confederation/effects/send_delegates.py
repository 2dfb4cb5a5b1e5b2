"""Sending delegates to a confederation."""

from commonweal.capabilities.confederation import actions
from commonweal.capabilities.confederation.queries import may_send
from commonweal.capabilities.confederation.queries.choices import ours, to_send
from commonweal.capabilities.confederation.queries.meant import named_by_row, tells
from commonweal.foundation.institutions.effect import Ask, Effect
from commonweal.rules.sentence import N_

EFFECT = Effect(
    carry_out=actions.send,
    check=may_send,
    words={
        "effect_send_delegates": N_("sending delegates"),
        "effect_send_delegates_title": N_("Send delegates to a confederation"),
        "effect_send_delegates_more": N_(
            "You name who goes, and who steps in. They say what we decide, and "
            "can be called home."
        ),
        "effect_send_delegates_told": N_(
            "With a yes those named speak for us in “{name}”, and say there what "
            "we decide. We can call them home at any time."
        ),
    },
    told=tells("effect_send_delegates_told"),
    asks=(
        Ask("membership", N_("Confederation"), ours),
        Ask("delegates", N_("Delegates"), to_send, list, many=True),
        Ask("alternates", N_("Who steps in for them"), to_send, list, many=True),
    ),
    takes=("named",),
    understood=named_by_row,
    names_people=True,
)
