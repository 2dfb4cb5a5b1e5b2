"""Where an assembly stands at a moment, read from its deeds by the rules."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django.db.models import QuerySet, UUIDField

from commonweal.capabilities.assemblies import access
from commonweal.capabilities.assemblies.models import Assembly, AssemblyDeed
from commonweal.capabilities.assemblies.queries.events import (
    SAID_LATER,
    event_of,
    said_later,
)
from commonweal.capabilities.assemblies.queries.talked import talked_before
from commonweal.capabilities.assemblies.queries.veils import (
    Veil,
    Veils,
    veiled,
    veiled_deeds,
    veils_in,
    veils_of_matter,
)
from commonweal.foundation.institutions import queries as institutions
from commonweal.foundation.institutions.models import RollEntry
from commonweal.foundation.prepared import Given, Prepared
from commonweal.rules.assemblies import state as rules
from commonweal.rules.assemblies.consenting import in_the_room
from commonweal.rules.assemblies.counting import Decision
from commonweal.rules.assemblies.floor import waiting
from commonweal.rules.assemblies.forms import Form, terms_of
from commonweal.rules.assemblies.judging import verdict_on
from commonweal.rules.assemblies.process import assembly as process
from commonweal.rules.assemblies.queue import Place
from commonweal.rules.assemblies.quorum import Quorum, quorum
from commonweal.rules.assemblies.set_aside import Did, FromLaptop, from_laptops
from commonweal.rules.assemblies.talk import Talk, talk
from commonweal.rules.charters.charter import Charter, franchise_for, rule_for
from commonweal.rules.consensus.events import Said
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.verdict import Verdict
from commonweal.rules.voting.decision_rule import DecisionRule

type Row = AssemblyDeed


@dataclass(frozen=True, slots=True)
class Held:
    """An assembly with its room, where it stands, and who is who in it.

    `veils` says what of its institution is hidden, where it is read as members read it;
    whoever does something reads it as it is.
    """

    row: Assembly
    room: rules.Room
    now: rules.Assembly
    deeds: tuple[AssemblyDeed, ...]
    names: Mapping[UUID, str]
    rule: DecisionRule
    at: datetime
    veils: Veils = field(default_factory=dict)

    @property
    def veil(self) -> Veil | None:
        """Say why its own title is hidden, if it is."""
        return self.veils.get(self.row.pk)

    def veils_of(self, item: str) -> tuple[Veil, ...]:
        """Say why the title of a matter is hidden, if it is."""
        there = (one for one in self.row.agenda if one["id"] == item)
        return tuple(
            veil for one in there for veil in veils_of_matter(self.row, one, self.veils)
        )

    def name(self, of: str) -> str:
        """Give the name somebody goes by; empty for whoever has left."""
        return self.names.get(UUID(of), "") if of else ""

    def title(self, item: str) -> Sentence | str:
        """Give the title of a matter."""
        found = (title_of(one) for one in self.row.agenda if one["id"] == item)
        return next(found, "")

    def group(self, number: int) -> Sentence | str:
        """Give the name that a group was given first, or its number."""
        named = (
            one.reason
            for one in self.deeds
            if (one.deed, one.what) == ("speak_for", str(number)) and one.reason
        )
        return next(named, Sentence("group_numbered", {"number": number}))

    def later(self, item: str) -> tuple[Said, ...]:
        """Give the positions on a matter that were taken after the room had spoken."""
        rows = (one for one in self.deeds if (one.deed, one.item) == (SAID_LATER, item))
        return tuple(map(said_later, rows))

    def asked(self, decision: Decision) -> Sentence | str:
        """Say what a decision is about: a matter, or an amendment on it."""
        title = self.title(decision.item)
        if decision.settles:
            return title
        facts: dict[str, Fact] = {"number": int(decision.about[1:]), "title": title}
        return Sentence("matter.amendment", facts)

    @property
    def last(self) -> int:
        """Give the number of the last deed that is known."""
        return self.deeds[-1].number if self.deeds else 0

    @property
    def quorum(self) -> Quorum:
        """How many are there, and how many are needed."""
        return quorum(self.room, self.now.presence)

    def verdict_on(self, decision: Decision) -> Verdict | None:
        """Say whether what was counted carried; None where nothing was."""
        return verdict_on(self.room, decision)

    @property
    def waiting(self) -> tuple[Place, ...]:
        """Who waits to speak, in order."""
        return waiting(self.room, self.now, at=self.at)


def title_of(matter: Mapping[str, Any]) -> Sentence | str:
    """Give the title of a matter on an agenda; of what comes by itself, in words."""
    title = str(matter["title"])
    if "minutes_of" in matter:
        return Sentence("matter.minutes", {"title": title})
    return Sentence("matter.tasks") if "tasks" in matter else title


def _standing(matter: Mapping[str, Any]) -> rules.Standing:
    if "minutes_of" in matter:
        return "minutes"
    return "tasks" if "tasks" in matter else ""


def seen(row: Assembly, *, at: datetime) -> Held:
    """Read where an assembly stands as members may read it: hidden words are gone."""
    return held(row, at=at, veils=veils_in(row.institution, at=at))


def held(row: Assembly, *, at: datetime, veils: Veils | None = None) -> Held:
    """Read where an assembly stands at a moment."""
    veils = veils or {}
    row, deeds = veiled(row, veils), veiled_deeds(counting(row), veils)
    charter = institutions.charter_in_force(row.institution, at=row.called_at)
    room = as_of(row, deeds, charter, at=at)
    in_room = (one for one in deeds if one.deed != SAID_LATER)
    now = process(room, map(event_of, in_room), at=at)
    members = {UUID(one) for one in room.roll | room.guests}
    # Whoever did something before it opened need be on no roll.
    by = {one.done_by_id for one in deeds} | {row.called_by_id}
    members |= {one for one in by if one}
    names = institutions.names_of(row.institution, members)
    rule = rule_for(charter, None)
    return Held(row, room, now, deeds, names, rule, at, veils)


def counting(row: Assembly) -> list[Row]:
    """Give the deeds that count, in order: what was set aside does not."""
    deeds = _deeds.rows({"assembly": row.pk})
    for one in deeds:
        one.assembly = row
    aside = [one for one in brought(deeds) if one.is_aside]
    return [one for one in deeds if not any(gone.covers(one.number) for gone in aside)]


@Prepared
def _deeds() -> QuerySet[AssemblyDeed]:
    done = AssemblyDeed.objects.filter(assembly=Given("assembly", UUIDField()))
    return done.order_by("number")


def brought(deeds: Iterable[Row]) -> tuple[FromLaptop, ...]:
    """Read what came back from laptops in one assembly."""
    return from_laptops(
        Did(one.number, one.deed, str(one.done_by_id or ""), str(one.about_id or ""))
        for one in deeds
    )


def as_of(
    row: Assembly, deeds: Iterable[Row], charter: Charter, *, at: datetime
) -> rules.Room:
    """Give the room: the charter as it was when it was called, the roll as frozen.

    Before it is opened the roll is whoever could vote if it were opened now. Others
    whom a deed is about are guests; who may come in was asked when they did, and so was
    whoever a role was handed to: no deed is undone by somebody's leaving later.
    """
    deeds, roll = tuple(deeds), _roll(row, at=at)
    about = {str(one.about_id) for one in deeds if one.about_id}
    form = cast(Form, row.form)
    return rules.Room(
        terms=terms_of(form, charter.assemblies),
        roll=roll,
        called_by=str(row.called_by_id or ""),
        noticed_at=row.called_at,
        opens_at=row.opens_at,
        zone=charter.time_zone,
        items=tuple(
            rules.Item(
                one["id"],
                one["minutes"],
                one.get("decides", False),
                standing=_standing(one),
            )
            for one in row.agenda
        ),
        guests=frozenset(about) - roll,
        may_stop=_may_stop(row, deeds, at=at),
        consensus=in_the_room(rule_for(charter, None), charter.consensus),
        talked=talked_before(row),
        rule=rule_for(charter, None),
        form=form,
        asked=frozenset(str(one.about_id) for one in deeds if one.deed == "hand_on"),
    )


def talk_in(held: Held, item: str) -> Talk | None:
    """Say where the talk about a matter stands, with what was said after the room."""
    now, later = held.now.presence, held.later(item)
    return talk(held.room, now, item, at=held.at, later=later)


def _may_stop(row: Assembly, deeds: Iterable[Row], *, at: datetime) -> frozenset[str]:
    """Give who held an office to call it off when it was, or holds one now.

    An assembly that was opened is called off by nobody.
    """
    ended = {one.deed: one.done_at for one in deeds if one.deed in {"open", "call_off"}}
    if "open" in ended:
        return frozenset()
    when = ended.get("call_off", at)
    charter = institutions.charter_in_force(row.institution, at=when)
    found = access.who_may_stop(row.institution_id, charter, at=when)
    return frozenset(map(str, found))


def _roll(row: Assembly, *, at: datetime) -> frozenset[str]:
    if row.roll_id:
        on = {"institution": row.institution_id, "roll": row.roll_id}
        return frozenset(map(str, _on_roll.rows(on)))
    charter = institutions.charter_in_force(row.institution, at=at)
    voters = institutions.eligible(
        row.institution,
        franchise_for(charter, rule_for(charter, None)),
        noticed_at=row.called_at,
        at=at,
        announced=announced(row),
    )
    return frozenset(str(one.pk) for one in voters)


@Prepared
def _on_roll() -> QuerySet[RollEntry, UUID]:
    here = RollEntry.objects.filter(institution=Given("institution", UUIDField()))
    on = here.filter(roll=Given("roll", UUIDField()))
    return on.values_list("member_id", flat=True)


def announced(row: Assembly) -> institutions.Announced:
    """Give by which charter, and for whom, an assembly was called."""
    then = institutions.charter_in_force(row.institution, at=row.called_at)
    return institutions.Announced(then, franchise_for(then, rule_for(then, None)))
