"""Changing the charter, which is proposed by turning controls on its own page."""

from commonweal.foundation.institutions.access import may_charter_become
from commonweal.foundation.institutions.actions import by_decision
from commonweal.foundation.institutions.effect import Effect, Terms
from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import N_, Sentence


def told(_charter: Charter, _terms: Terms) -> Sentence:
    """Say that the charter changes; in which points is listed beside it."""
    return Sentence("effect_amend_charter_told")


EFFECT = Effect(
    carry_out=by_decision.amend_charter,
    check=may_charter_become,
    words={
        "effect_amend_charter": N_("changing the charter"),
        "effect_amend_charter_told": N_("The charter changes in these points:"),
    },
    told=told,
    takes=("changes", "bylaws"),
    of_the_bodies=True,
)
