"""A rehearsal: what invented people do while somebody tries out leading an assembly.

Two of the invented have a phone, one keeps the time, and others come without a phone
and wait at the door. What they do follows from where the assembly stands, so that the
same presses give the same rehearsal, and nothing of it has to be kept.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from commonweal.rules.assemblies.counting import Decision
from commonweal.rules.assemblies.deed_names import (
    AFTERWARDS,
    CAST,
    IN_SECRET,
    WILL_MEET,
    decides,
    is_named,
)
from commonweal.rules.assemblies.events import ROLES
from commonweal.rules.assemblies.forms import Form
from commonweal.rules.assemblies.positions import ConsensusTest
from commonweal.rules.assemblies.rivals import key_of
from commonweal.rules.assemblies.state import Assembly
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import ALLOWED, Verdict, refused


@dataclass(frozen=True, slots=True)
class Press:
    """Something that is done in a rehearsal, `seconds` after it began.

    It names what a deed of an assembly names; people stand in it by their ids. What the
    invented say is a sentence, in the language of whoever reads it.
    """

    deed: str
    by: str
    about: str = ""
    item: str = ""
    what: str = ""
    reason: Sentence | str = ""
    words: Sentence | str = ""
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class Cast:
    """Who takes part: whoever tries it out, and the invented by what they bring."""

    me: str
    by_phone: tuple[str, ...]
    keeps_time: str
    at_door: tuple[str, ...]

    @property
    def invented(self) -> tuple[str, ...]:
        """All who are invented."""
        return (*self.by_phone, self.keeps_time, *self.at_door)


def may_be_tried(deed: str, what: str) -> Verdict:
    """Refuse what needs real people: a ballot that nobody else may know.

    What nobody does in a room is not known in a rehearsal either.
    """
    if deed == CAST or (deed == "decide" and decides(what)[0] == IN_SECRET):
        return refused("not_in_a_rehearsal")
    is_known = is_named(deed, what) and deed not in AFTERWARDS
    return ALLOWED if is_known else refused("deed_unknown")


def beginning(cast: Cast, form: Form) -> tuple[Press, ...]:
    """Give what was done when the rehearsal begins: some are there, and ready."""
    handed = Press("hand_on", cast.me, cast.keeps_time, what="timekeeper")
    came = [_on_phone(of) for of in cast.by_phone]
    spokes = [
        Press(
            "speak_for",
            of,
            of,
            what=str(number),
            reason=Sentence("rehearsal.group", {"number": number}),
        )
        for number, of in enumerate(cast.by_phone, 1)
        if form == "spokes_council"
    ]
    return (handed, *(one for pair in came for one in pair), *spokes)


def _on_phone(of: str) -> tuple[Press, Press]:
    return Press("come_in", of, of), Press("choose_channel", of, of, what="phone")


def others(cast: Cast, now: Assembly) -> Iterator[Press]:
    """Give what the invented do next, if they do anything; whatever is there is asked.

    Who has done what they do does nothing more, so it comes to an end.
    """
    if now.stage != "open":
        return
    presence = now.presence
    if presence.testing:
        yield from _positions(cast, now, presence.testing)
    elif presence.deciding:
        yield from _answers(cast, now, presence.deciding)
    else:
        yield from _wishes(cast, now)


def _wishes(cast: Cast, now: Assembly) -> Iterator[Press]:
    """Let the first of them ask to speak on each matter, once."""
    here, first = now.agenda.current, cast.by_phone[0]
    if not here or now.floor.is_closed or not now.presence.is_inside(first):
        return
    has_spoken = any((one.of, one.item) == (first, here) for one in now.floor.turns)
    is_put = any(one.item == here for one in now.presence.tests)
    is_settled = is_put or now.presence.is_decided(here)
    if not has_spoken and not is_settled and not now.floor.waits(first):
        yield Press("ask", first, first, what="turn")


def _positions(cast: Cast, now: Assembly, test: ConsensusTest) -> Iterator[Press]:
    """Let one of them block the first words on a matter, and carry what comes next."""
    first, *more = cast.by_phone
    is_new = [one.item for one in now.presence.tests].count(test.item) == 1
    if first in test.by_phone - test.spoken:
        yield _blocks(test, first) if is_new else _reserves(test, first)
    for of in more:
        if of in test.by_phone - test.spoken:
            yield Press("position", of, of, test.item, "agree")
    mine = test.counts.get(cast.me)
    if mine and test.hands is None:
        same = f"{mine.agree}:{mine.reservations}:{mine.stand_aside}"
        yield from _counts(cast, now, "count_positions", same)


def _blocks(test: ConsensusTest, of: str) -> Press:
    return Press(
        "position",
        of,
        of,
        test.item,
        f"block{WILL_MEET}",
        reason=Sentence("rehearsal.why_block"),
        words=Sentence("rehearsal.principle"),
    )


def _reserves(test: ConsensusTest, of: str) -> Press:
    why = Sentence("rehearsal.why_reserve")
    return Press("position", of, of, test.item, "reservations", reason=why)


def _answers(cast: Cast, now: Assembly, decision: Decision) -> Iterator[Press]:
    """Let phones answer, the first against and all others for it, and one count too."""
    for place, of in enumerate(cast.by_phone):
        if of in decision.by_phone and of not in decision.answers:
            ranked = ">".join(decision.options)
            yield Press("answer", of, what=ranked or ("yes" if place else "no"))
    mine = decision.counts.get(cast.me)
    if mine and not decision.is_counted:
        same = f"{mine.yes}:{mine.no}:{mine.abstain}"
        yield from _counts(cast, now, "count", same, key_of(decision.pair))


def _counts(
    cast: Cast, now: Assembly, deed: str, numbers: str, item: str = ""
) -> Iterator[Press]:
    """Let one of the invented who has a role come to the same count."""
    holders = [now.roles.get(role) for role in ROLES]
    found = [one for one in holders if one in cast.invented and one]
    found = [one for one in found if now.presence.is_inside(one)]
    if found:
        yield Press(deed, found[0], item=item, what=numbers)
