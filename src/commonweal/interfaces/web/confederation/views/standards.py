"""What is asked of every body of a confederation, and how it is with each."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from commonweal.capabilities.confederation import queries
from commonweal.capabilities.confederation.models import ConfederalDeed
from commonweal.capabilities.confederation.queries.acts import acted
from commonweal.capabilities.confederation.queries.naming import Called
from commonweal.capabilities.confederation.queries.standards import KeptTold, kept_by
from commonweal.interfaces.web.confederation.views.together import may_look, reading
from commonweal.interfaces.web.requests import InstitutionRequest, in_institution
from commonweal.rules.charters.prose_pact import seen
from commonweal.rules.confederation.standards import ListedAct, Standard
from commonweal.rules.sentence import Fact, LocalText, Sentence

type Told = tuple[Sentence, ConfederalDeed]


@dataclass(frozen=True, slots=True)
class At:
    """How it is at one body, with what it and the others said of it."""

    body: Called
    told: KeptTold
    state: Sentence
    said: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """One standard: where it is not kept, and by how many of how many it is."""

    standard: Standard
    seen: Sentence
    kept: int
    bodies: int
    open: tuple[At, ...]


@dataclass(frozen=True, slots=True)
class ActShown:
    """What no body does alone, what it is raised under, and who did it."""

    act: ListedAct
    under: LocalText
    done: tuple[Told, ...]


@in_institution
def standards(request: InstitutionRequest) -> HttpResponse:
    """Show what is asked of every body; to members of one, how it is with each."""
    if request.charter.pact is None:
        raise Http404
    may_look(request)
    whole, at = request.institution, request.at
    by_body = kept_by(whole, at=at)
    reader = reading(request)
    there = set(queries.bodies_in(whole, at=at))
    called = reader.called(there) if reader.is_inside else {}
    shown = [
        _shown(standard, {one: told[place] for one, told in by_body.items()}, called)
        for place, standard in enumerate(request.charter.standards)
    ]
    context = {
        "shown": shown,
        "acts": _acts(request, called),
        "is_inside": reader.is_inside,
        "hidden": queries.veils_in(whole, at=at),
        "can_report": request.charter.moderation.office,
    }
    return render(request, "confederation/standards.html", context)


def _shown(
    standard: Standard, there: Mapping[UUID, KeptTold], called: Mapping[UUID, Called]
) -> Shown:
    """Show where a standard is not kept, and where something was said of it."""
    open_ones = tuple(
        At(called[body], told, _state(told), _said(told, called))
        for body, told in there.items()
        if body in called and (told.kept.state != "met" or told.deeds)
    )
    kept = sum(told.kept.state == "met" for told in there.values())
    return Shown(standard, seen(standard), kept, len(there), open_ones)


def _state(told: KeptTold) -> Sentence:
    return Sentence(f"kept_{told.kept.state}", {"until": told.kept.until})


def _said(told: KeptTold, called: Mapping[UUID, Called]) -> tuple[Told, ...]:
    """Say who said what of it, the last word of each."""
    last = {(one.deed, one.facts.get("by")): one for one in told.deeds}
    return tuple((_in_words(one, called), one) for one in last.values())


def _in_words(deed: ConfederalDeed, called: Mapping[UUID, Called]) -> Sentence:
    holds = str(deed.facts.get("holds", ""))
    facts: dict[str, Fact] = {"on": deed.done_at, "number": holds}
    match deed.deed:
        case "said_kept":
            sort = holds if holds in ("yes", "no") else "number"
            return Sentence(f"kept_said_{sort}", facts)
        case "found_kept":
            by = called.get(UUID(deed.facts["by"]))
            name = by.name if by else Sentence("body_unnumbered")
            return Sentence(f"kept_found_{holds}", {**facts, "body": name})
        case _:
            return Sentence("kept_planned", facts)


def _acts(request: InstitutionRequest, called: Mapping[UUID, Called]) -> list[ActShown]:
    """Show what no body does alone, and to members of the bodies who did it when."""
    under = {one.id: one.name for one in request.charter.competences}
    deeds = acted(request.institution, at=request.at)
    return [
        ActShown(
            act,
            under[act.under],
            tuple(
                (_done(one, called), one)
                for one in deeds
                if one.facts["act"] == act.id and called
            ),
        )
        for act in request.charter.acts
    ]


def _done(deed: ConfederalDeed, called: Mapping[UUID, Called]) -> Sentence:
    by = called.get(deed.body) if deed.body else None
    name = by.name if by else Sentence("body_unnumbered")
    return Sentence("act_done", {"body": name, "on": deed.done_at})
