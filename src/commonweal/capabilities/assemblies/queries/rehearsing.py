"""A rehearsal of an assembly that was called: its room is invented, its rules are not.

It is made anew from what was pressed each time it is read. None of its rows is kept:
there is no table for it, and so nothing to journal, to send or to throw away.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from commonweal.capabilities.assemblies.models import Assembly, AssemblyDeed
from commonweal.capabilities.assemblies.queries.consensus import is_put_already
from commonweal.capabilities.assemblies.queries.following import (
    followed,
    may_follow,
)
from commonweal.capabilities.assemblies.queries.in_room import may_be_so
from commonweal.capabilities.assemblies.queries.minutes import minutes_of
from commonweal.capabilities.assemblies.queries.rooms import Held
from commonweal.capabilities.assemblies.queries.texts import as_ordered
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.foundation.language import say
from commonweal.foundation.text import clean_line, clean_text
from commonweal.rules.assemblies import rehearsing as rules
from commonweal.rules.assemblies.consenting import in_the_room
from commonweal.rules.assemblies.deed_names import (
    ABOUT_SOMEBODY,
    WITH_REASON,
    WITH_WORDS,
)
from commonweal.rules.assemblies.ending import as_time_went
from commonweal.rules.assemblies.fixed import Said
from commonweal.rules.assemblies.forms import Form, terms_of
from commonweal.rules.assemblies.process import called
from commonweal.rules.assemblies.rehearsing import Cast, Press
from commonweal.rules.assemblies.state import Item, Room
from commonweal.rules.charters.charter import Charter, rule_for
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused

NAMES = ("Ada", "Bela", "Carmen", "Dov", "Edda")
BY_PHONE, KEEPS_TIME = 2, 2
CODE = "TRYOUT"
# So many more than who is there at once: a quorum of more would never be reached.
ENOUGH = 4
INVENTED_ITEM, ITS_MINUTES = "invented", 10
# What those who lead see of others, whose answers nobody sees before the end.
TOLD = frozenset({"ask", "position", "answer", "count", "count_positions"})
# What is taken of a matter.
ANNOUNCED = ("id", "title", "minutes", "decides")
# One step of the invented leads to another; none goes on for longer than this.
MOST_STEPS = 12
# Longer words than these are for the assembly itself.
LONGEST = 500


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """Where a rehearsal stands, who takes part, and what the invented did last."""

    held: Held
    cast: Cast
    since: int

    def at(self, at: datetime) -> Held:
        """Give where it stands by now: time goes on while nobody presses anything."""
        held = self.held
        later = max(at, held.at)
        went = as_time_went(held.room, held.now, at=later)
        return replace(held, now=went, at=later)

    @property
    def seconds(self) -> int:
        """Say how long after its beginning something was pressed last."""
        return self.seconds_at(self.held.at)

    def seconds_at(self, at: datetime) -> int:
        """Say how long after its beginning a moment is."""
        return int((at - self.held.row.opens_at).total_seconds())

    @property
    def others_did(self) -> tuple[Sentence, ...]:
        """Say what the invented did since the last press, as those leading see it."""
        told = []
        for one in self.held.deeds[self.since :]:
            if one.deed in TOLD:
                name = self.held.name(str(one.done_by_id))
                told.append(Sentence(f"rehearsal.{one.deed}", {"name": name}))
        return tuple(told)

    @property
    def lines(self) -> tuple[Said, ...]:
        """Give the minutes so far, which write themselves as they do in earnest."""
        return minutes_of(self.held).lines


def rehearsed(
    row: Assembly, by: Member, pressed: Iterable[Press], *, began: datetime
) -> Rehearsal:
    """Read where a rehearsal stands after what was pressed."""
    cast = cast_of(row, by)
    held = _begun(row, by, cast, began=began)
    for one in rules.beginning(cast, held.room.form):
        held, _ = _with(held, one, began=began)
    since = len(held.deeds)
    for one in pressed:
        held, _ = _with(held, one, began=began)
        since = len(held.deeds)
        held = _with_others(held, cast, one.seconds, began=began)
    return Rehearsal(held, cast, since)


def may_try_out(held: Held) -> Verdict:
    """Let an assembly be tried out until it is held, or called off."""
    is_ahead = held.now.stage == "called"
    return ALLOWED if is_ahead else refused("nothing_to_try_out")


def as_pressed(press: Press) -> Press:
    """Give a press as a deed is kept: safe words, and whom it is about if nobody."""
    about = press.about or (press.by if press.deed in ABOUT_SOMEBODY else "")
    reason = clean_line(str(press.reason), LONGEST) if press.deed in WITH_REASON else ""
    clean = clean_text if press.deed == "bring_text" else clean_line
    words = clean(str(press.words), LONGEST) if press.deed in WITH_WORDS else ""
    words = "" if ":strike:" in press.what else words
    return replace(press, about=about, reason=reason, words=words)


def may_press(rehearsal: Rehearsal, press: Press) -> Verdict:
    """Ask of a press what the assembly itself would be asked."""
    may = rules.may_be_tried(press.deed, press.what)
    if not may:
        return may
    held = rehearsal.held
    return _may(held, _row(held, press, began=held.row.opens_at))


def cast_of(row: Assembly, by: Member) -> Cast:
    """Invent who takes part; the same in each rehearsal of an assembly."""
    ids = [str(uuid5(row.pk, f"invented {name}")) for name in NAMES]
    return Cast(
        str(by.pk), tuple(ids[:BY_PHONE]), ids[KEEPS_TIME], tuple(ids[KEEPS_TIME + 1 :])
    )


def _begun(row: Assembly, by: Member, cast: Cast, *, began: datetime) -> Held:
    charter = charter_in_force(row.institution, at=began)
    tried = Assembly(
        institution=row.institution,
        number=row.number,
        title=row.title,
        place=row.place,
        agenda=list(_agenda(row)),
        called_by=by,
        called_at=began - timedelta(days=charter.assemblies.notice_days + 2),
        opens_at=began,
        form=row.form,
        code=CODE,
    )
    room = _room(tried, cast, charter)
    names = {UUID(cast.me): by.name}
    for name, of in zip(NAMES, cast.invented, strict=True):
        names[UUID(of)] = say(Sentence("rehearsal.name", {"name": name}))
    return Held(tried, room, called(room), (), names, room.rule, began)


def _room(tried: Assembly, cast: Cast, charter: Charter) -> Room:
    form: Form = tried.form  # type: ignore[assignment]
    terms = terms_of(form, charter.assemblies)
    rule = rule_for(charter, None)
    return Room(
        terms=replace(terms, quorum_least=min(terms.quorum_least, ENOUGH)),
        roll=frozenset({cast.me, *cast.invented}),
        called_by=cast.me,
        noticed_at=tried.called_at,
        opens_at=tried.opens_at,
        zone=charter.time_zone,
        items=tuple(
            Item(one["id"], one["minutes"], one.get("decides", False))
            for one in tried.agenda
        ),
        consensus=in_the_room(rule, charter.consensus),
        rule=rule,
        form=form,
    )


def _agenda(row: Assembly) -> Iterator[dict[str, Any]]:
    """Give its matters as they were announced, and one to decide if there is none.

    What looks back at real minutes and tasks stays out of it, and so do proposals'
    numbers, which lead to what is real.
    """
    own = [one for one in row.agenda if not {"minutes_of", "tasks"} & one.keys()]
    for one in own:
        yield {
            key: one[key] for key in ("id", "title", "minutes", "decides") if key in one
        }
    decides = row.form != "working_meeting"
    if decides and not any(one.get("decides") for one in own):
        title = say(Sentence("rehearsal.matter"))
        yield {
            "id": INVENTED_ITEM,
            "title": title,
            "minutes": ITS_MINUTES,
            "decides": True,
        }


def _with_others(held: Held, cast: Cast, seconds: int, *, began: datetime) -> Held:
    """Let the invented do what they do, until none of them does anything more."""
    for _ in range(MOST_STEPS):
        for one in rules.others(cast, held.now):
            held, was_done = _with(held, replace(one, seconds=seconds), began=began)
            if was_done:
                break
        else:
            return held
    return held


def _with(held: Held, press: Press, *, began: datetime) -> tuple[Held, bool]:
    """Do it if the rules allow it, and say whether they did."""
    row = _row(held, press, began=began)
    if not _may(held, row):
        return held, False
    return followed(held, row), True


def _may(held: Held, row: AssemblyDeed) -> Verdict:
    return first_refusal(may_be_so(held, row), may_follow(held, row))


def _row(held: Held, press: Press, *, began: datetime) -> AssemblyDeed:
    row = AssemblyDeed(
        institution=held.row.institution,
        assembly=held.row,
        number=held.last + 1,
        deed=press.deed,
        done_by_id=_id(press.by),
        about_id=_id(press.about),
        item=press.item,
        what=press.what,
        reason=say(press.reason),
        words=say(press.words),
        done_at=began + timedelta(seconds=press.seconds),
    )
    row.words = "" if is_put_already(held, row) else row.words
    row.what = as_ordered(held, row)
    return row


def _id(of: str) -> UUID | None:
    return UUID(of) if of else None
