"""Naming the trustees, several of whom together open what members seal for them."""

from collections.abc import Sequence
from datetime import datetime

from commonweal.foundation.institutions.access import has_right
from commonweal.foundation.institutions.effect import Ask, Choices, Effect, Terms
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.institutions.queries import members
from commonweal.foundation.sealing import actions
from commonweal.foundation.sealing.access import MOST_TRUSTEES, ids_of, may_be_named
from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import N_, Sentence


def told(_charter: Charter, terms: Terms) -> Sentence:
    """Name them, as they are called today, and how many must agree."""
    listed = terms.get("trustees")
    ids = ids_of(listed) if isinstance(listed, Sequence) else []
    named = Member.objects.filter(pk__in=ids).order_by("name", "id")
    return Sentence(
        "effect_name_trustees_told",
        {
            "names": tuple(one.name for one in named),
            "threshold": str(terms.get("threshold")),
        },
    )


def _who_may(institution: Institution, charter: Charter, at: datetime) -> Choices:
    return [
        (str(one.pk), one.name)
        for one in members(institution, at=at)
        if has_right(one, charter, "stand", at=at)
    ]


def _how_many(institution: Institution, charter: Charter, at: datetime) -> Choices:
    most = min(len(_who_may(institution, charter, at)), MOST_TRUSTEES)
    return [(str(one), str(one)) for one in range(2, max(most, 2) + 1)]


EFFECT = Effect(
    carry_out=actions.name_trustees,
    check=may_be_named,
    words={
        "effect_name_trustees": N_("naming trustees"),
        "effect_name_trustees_title": N_("Name trustees"),
        "effect_name_trustees_more": N_(
            "Members seal for them what could hurt somebody; several of them together "
            "open it."
        ),
        "effect_name_trustees_told": N_(
            "Trustees: {names}. {threshold} of them together open what is sealed. "
            "Whoever was a trustee before is none for what is sealed from then on."
        ),
    },
    told=told,
    asks=(
        Ask("trustees", N_("Who they are; ask them first"), _who_may, many=True),
        Ask("threshold", N_("How many of them open something together"), _how_many),
    ),
    names_people=True,
)
