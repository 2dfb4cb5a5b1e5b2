"""Electing members to an office."""

from commonweal.foundation.institutions.access import may_office_be_filled
from commonweal.foundation.institutions.actions import by_decision
from commonweal.foundation.institutions.effect import Effect, Terms
from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import N_, Sentence


def told(charter: Charter, terms: Terms) -> Sentence:
    """Name the office, if the charter still has it."""
    office = charter.office(str(terms.get("office", "")))
    if office is None:
        return Sentence("effect_fill_office_gone")
    term = Sentence("for_days", {"days": office.term_days})
    return Sentence("effect_fill_office_told", {"office": office.name, "term": term})


EFFECT = Effect(
    carry_out=by_decision.fill_office,
    check=may_office_be_filled,
    words={
        "effect_fill_office": N_("filling an office"),
        "effect_fill_office_title": N_("Elect somebody to an office"),
        "effect_fill_office_more": N_("You name the office and who stands for it."),
        "effect_fill_office_told": N_(
            "Whoever is elected holds the office “{office}” for {term}, from the "
            "day on which it is in force."
        ),
        "effect_fill_office_gone": N_("An office is filled."),
    },
    told=told,
    takes=("office",),
    names_people=True,
)
