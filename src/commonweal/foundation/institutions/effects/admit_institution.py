"""Answering whoever asked to found an institution on this server."""

from datetime import datetime

from commonweal.foundation.institutions.access import may_institution_be_admitted
from commonweal.foundation.institutions.actions import applying
from commonweal.foundation.institutions.effect import Ask, Choices, Effect, Terms
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.institutions.queries import applications
from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import N_, Sentence


def told(_charter: Charter, terms: Terms) -> Sentence:
    """Say what whoever asked is told."""
    answer = "yes" if terms.get("admit", True) else "no"
    return Sentence(f"effect_admit_institution_told_{answer}")


def _waiting(_institution: Institution, _charter: Charter, _at: datetime) -> Choices:
    return [
        (str(one.pk), f"{one.name}, {one.kind}: {one.why}") for one in applications()
    ]


def _answers(_institution: Institution, _charter: Charter, _at: datetime) -> Choices:
    return [(one, Sentence(f"effect_admit_institution_{one}")) for one in ("yes", "no")]


EFFECT = Effect(
    carry_out=applying.admit_institution,
    check=may_institution_be_admitted,
    words={
        "effect_admit_institution": N_("letting an institution onto this server"),
        "effect_admit_institution_title": N_(
            "Answer somebody who wants to found an institution"
        ),
        "effect_admit_institution_more": N_(
            "You choose among those who asked; your words are their answer."
        ),
        "effect_admit_institution_yes": N_("They may found it here"),
        "effect_admit_institution_no": N_("They may not"),
        "effect_admit_institution_told_yes": N_(
            "Whoever asked may found one institution on this server, and is told so."
        ),
        "effect_admit_institution_told_no": N_(
            "Whoever asked is told no, with these words."
        ),
    },
    told=told,
    asks=(
        Ask("application", N_("Who asked"), _waiting),
        Ask("admit", N_("What we answer"), _answers, read=lambda typed: typed == "yes"),
    ),
    label_of_text=N_("Why, for them to read"),
    of_the_server=True,
)
