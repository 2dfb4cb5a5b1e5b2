"""Asking to come into a confederation."""

from datetime import datetime

from commonweal.capabilities.confederation import actions
from commonweal.capabilities.confederation.queries import may_join, whole_in
from commonweal.capabilities.confederation.queries.choices import to_join
from commonweal.foundation.institutions.charters import charter_in_force
from commonweal.foundation.institutions.effect import Ask, Effect, Terms
from commonweal.foundation.institutions.models import Institution
from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import N_, Sentence


def told(_charter: Charter, terms: Terms) -> Sentence:
    """Name the confederation."""
    return Sentence("effect_join_confederation_told", {"name": str(terms.get("named"))})


def understood(_institution: Institution, terms: Terms, at: datetime) -> Terms:
    """Keep how it is called, for whoever reads the proposal."""
    whole = whole_in(terms, at)
    if whole is None:
        return terms
    charter = charter_in_force(whole.institution, at=at)
    return {**terms, "named": charter.said(charter.name, charter.language)}


EFFECT = Effect(
    carry_out=actions.join,
    check=may_join,
    words={
        "effect_join_confederation": N_("joining a confederation"),
        "effect_join_confederation_title": N_("Join a confederation"),
        "effect_join_confederation_more": N_(
            "You name it. We stay who we are, and can leave with notice."
        ),
        "effect_join_confederation_told": N_(
            "With a yes we ask to come into “{name}”. What its pact says is decided "
            "together from then on binds us too; all else stays ours."
        ),
    },
    told=told,
    asks=(Ask("confederation", N_("Confederation"), to_join),),
    takes=("named",),
    understood=understood,
)
