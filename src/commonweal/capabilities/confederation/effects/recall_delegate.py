"""Calling a delegate home."""

from commonweal.capabilities.confederation import actions
from commonweal.capabilities.confederation.queries import may_call_home
from commonweal.capabilities.confederation.queries.choices import delegates
from commonweal.foundation.institutions.effect import Ask, Effect, Terms
from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import N_, Sentence


def told(_charter: Charter, _terms: Terms) -> Sentence:
    """Say what a yes sets in motion."""
    return Sentence("effect_recall_delegate_told")


EFFECT = Effect(
    carry_out=actions.call_home,
    check=may_call_home,
    words={
        "effect_recall_delegate": N_("calling a delegate home"),
        "effect_recall_delegate_title": N_("Call a delegate home"),
        "effect_recall_delegate_more": N_(
            "At any time, with no reason needed. Whoever stands in speaks at once."
        ),
        "effect_recall_delegate_told": N_(
            "With a yes whoever is named speaks for us no longer, and whoever stands "
            "in does at once."
        ),
    },
    told=told,
    asks=(Ask("delegate", N_("Delegate"), delegates),),
    names_people=True,
)
