"""Wanting another body out."""

from commonweal.capabilities.confederation import actions
from commonweal.capabilities.confederation.queries import may_accuse
from commonweal.capabilities.confederation.queries.meant import (
    named_by_other,
    tells_of_body,
)
from commonweal.capabilities.confederation.queries.of_people import of_people
from commonweal.capabilities.confederation.queries.putting_out import to_accuse
from commonweal.foundation.institutions.effect import Ask, Effect
from commonweal.rules.sentence import N_

EFFECT = Effect(
    carry_out=actions.accuse,
    check=of_people(may_accuse),
    words={
        "effect_accuse_body": N_("saying why a body should go"),
        "effect_accuse_body_title": N_("Say why another body should go"),
        "effect_accuse_body_more": N_(
            "Your text is why. It is heard before anything is decided, and one body "
            "alone puts nobody out."
        ),
        "effect_accuse_body_told": N_(
            "With a yes we say to all why “{name}” should go. It is heard first; then "
            "the others decide."
        ),
    },
    told=tells_of_body("effect_accuse_body_told"),
    of_the_bodies=True,
    asks=(Ask("other", N_("Body"), to_accuse),),
    takes=("named", "number"),
    understood=named_by_other,
)
