"""Asking to come into a confederation."""

from datetime import datetime

from commonweal.capabilities.confederation import actions
from commonweal.capabilities.confederation.queries import (
    shows_strangers_nothing,
    whole_in,
)
from commonweal.capabilities.confederation.queries.choices import to_join
from commonweal.capabilities.confederation.queries.of_people import may_join_itself
from commonweal.foundation.institutions.charters import charter_in_force
from commonweal.foundation.institutions.effect import Ask, Effect, Terms
from commonweal.foundation.institutions.models import Institution
from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import N_, Fact, Sentence


def told(charter: Charter, terms: Terms) -> Sentence:
    """Name the confederation, and say what others will read of us."""
    read = "hidden_there" if shows_strangers_nothing(charter) else "shown_there"
    facts: dict[str, Fact] = {
        "name": str(terms.get("named")),
        "read": Sentence(f"effect_join_confederation_{read}"),
    }
    return Sentence("effect_join_confederation_told", facts)


def understood(_institution: Institution, terms: Terms, at: datetime) -> Terms:
    """Keep how it is called, for whoever reads the proposal."""
    whole = whole_in(terms, at)
    if whole is None:
        return terms
    charter = charter_in_force(whole.institution, at=at)
    return {**terms, "named": charter.said(charter.name, charter.language)}


EFFECT = Effect(
    carry_out=actions.join,
    check=may_join_itself,
    words={
        "effect_join_confederation": N_("joining a confederation"),
        "effect_join_confederation_title": N_("Join a confederation"),
        "effect_join_confederation_more": N_(
            "You name it. We stay who we are, and can leave with notice. Members of "
            "its bodies will read our name there, and strangers too, unless we show "
            "strangers nothing."
        ),
        "effect_join_confederation_told": N_(
            "With a yes we ask to come into “{name}”. What its pact says is decided "
            "together from then on binds us too; all else stays ours. {read}"
        ),
        "effect_join_confederation_shown_there": N_(
            "Once we are in, strangers will read that we are, who speaks for us where "
            "they may know it, and in numbers what we answer."
        ),
        "effect_join_confederation_hidden_there": N_(
            "Members of its bodies will read our name. Strangers will read of a body "
            "with a number, without its name, and in numbers what it answers."
        ),
    },
    told=told,
    of_the_bodies=True,
    asks=(Ask("confederation", N_("Confederation"), to_join),),
    takes=("named",),
    understood=understood,
)
