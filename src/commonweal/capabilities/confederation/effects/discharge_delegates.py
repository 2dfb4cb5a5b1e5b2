"""Discharging delegates after their report, or finding that they broke the mandate."""

from commonweal.capabilities.confederation import actions
from commonweal.capabilities.confederation.queries import may_discharge
from commonweal.capabilities.confederation.queries.may_report import (
    findings,
    to_discharge,
)
from commonweal.capabilities.confederation.queries.meant import named_by_matter
from commonweal.foundation.institutions.effect import Ask, Effect, Terms
from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import N_, Sentence


def told(_charter: Charter, terms: Terms) -> Sentence:
    """Say what a yes sets in motion."""
    is_breach = terms.get("finding") == "found_breach"
    name = "effect_discharge_delegates_breach" if is_breach else _TOLD
    return Sentence(name, {"name": str(terms.get("named"))})


_TOLD = "effect_discharge_delegates_told"

EFFECT = Effect(
    carry_out=actions.discharge,
    check=may_discharge,
    words={
        "effect_discharge_delegates": N_("discharging delegates"),
        "effect_discharge_delegates_title": N_("Discharge our delegates"),
        "effect_discharge_delegates_more": N_(
            "You read their report, and we say whether they kept to what we told them."
        ),
        "effect_discharge_delegates_told": N_(
            "With a yes we discharge our delegates on “{name}”: they did what we told "
            "them."
        ),
        "effect_discharge_delegates_breach": N_(
            "With a yes we say that our delegates did not keep to what we told them on "
            "“{name}”. To call somebody home is another decision."
        ),
    },
    told=told,
    asks=(
        Ask("matter", N_("Matter"), to_discharge),
        Ask("finding", N_("What we find"), findings),
    ),
    takes=("named", "words"),
    understood=named_by_matter,
)
