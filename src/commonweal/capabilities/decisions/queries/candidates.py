"""Who stands in an election: kept by id alone, named as they are called today.

An option without a label stands for a member. So a name that its owner takes away is
gone from every version, vote and count, and what the journal sealed still holds.
"""

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from typing import Any
from uuid import UUID

from commonweal.capabilities.decisions.models import Proposal, Question
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.language import say
from commonweal.rules.sentence import Sentence

type Options = Sequence[Mapping[str, Any]]


def who_stand(institution: UUID, *asked: Options) -> dict[str, str]:
    """Give the names of the members among the options, by their ids.

    Whoever left goes by their place in the list, so that several stay apart.
    """
    places = {
        str(option["id"]): place
        for options in asked
        for place, option in enumerate(options, start=1)
        if "label" not in option
    }
    if not places:
        return {}
    rows = Member.objects.filter(institution=institution, pk__in=list(places))
    names = {str(id_): name for id_, name in rows.values_list("pk", "name")}
    return {id_: names.get(id_) or _gone(place) for id_, place in places.items()}


def classes_of(institution: UUID, options: Options) -> dict[str, str]:
    """Give the class of each member among the options, in the order they stand."""
    ids = [str(one["id"]) for one in options if "label" not in one]
    rows = Member.objects.filter(institution=institution, pk__in=ids) if ids else []
    classes = {str(one.pk): one.member_class for one in rows}
    return {one: classes.get(one, "") for one in ids}


def _gone(place: int) -> str:
    return say(Sentence("candidate_left", {"place": place}))


def named(options: Options, names: Mapping[str, str]) -> list[dict[str, Any]]:
    """Give options as they are shown: each with what it is called."""
    return [
        {**one, "label": one["label"] if "label" in one else names[str(one["id"])]}
        for one in options
    ]


def with_candidates(institution: UUID, proposals: Iterable[Proposal]) -> list[Proposal]:
    """Give proposals whose versions name who stands; expects versions at hand.

    Done where every page reads them from. The rows themselves stay without names.
    """
    rows = list(proposals)
    known = [version for one in rows for version in one.known_versions]  # type: ignore[attr-defined]
    names = who_stand(institution, *(version.options for version in known))
    for one in rows if names else ():
        versions = [copy(version) for version in one.known_versions]  # type: ignore[attr-defined]
        for version in versions:
            version.options = named(version.options, names)
        one.known_versions = versions  # type: ignore[attr-defined]
    return rows


def candidates_of(question: Question) -> dict[str, str]:
    """Give the names of those who stand in one vote."""
    return who_stand(question.institution_id, question.options)
