"""What stands in the minutes, written from what was done."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from commonweal.capabilities.assemblies.models import (
    AssemblyDeed,
    Task,
)
from commonweal.capabilities.assemblies.queries.minuted_decisions import (
    decision_began,
    ended,
)
from commonweal.capabilities.assemblies.queries.minuted_tasks import of_task
from commonweal.capabilities.assemblies.queries.minuted_tests import (
    STEPS,
    TOLD,
    tests_minuted,
)
from commonweal.capabilities.assemblies.queries.minuted_texts import (
    ON_TEXTS,
    texts_minuted,
)
from commonweal.capabilities.assemblies.queries.rooms import Held
from commonweal.capabilities.assemblies.queries.texts import veils_of_texts
from commonweal.capabilities.assemblies.queries.unseen import unseen_minuted
from commonweal.capabilities.assemblies.queries.veils import Veil
from commonweal.rules.assemblies.fixed import Said, Text, There, member, named
from commonweal.rules.sentence import Fact, Sentence

# Coming, going and asking are told by who was there and who spoke.
MOVES = frozenset({"come_in", "go_out", "undo"})
LEFT_OUT = (
    MOVES
    | TOLD
    | STEPS
    | ON_TEXTS
    | {
        *("see", "ask", "take_back", "call", "finish"),
        *("choose_channel", "count", "answer"),
    }
)


# Where words stand that somebody wrote in another deed.
WITH_TEXTS = frozenset({"decide", "end_decision", "amend"})


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody who was there at some time, and who let them in by hand, if anybody."""

    name: str
    let_in_by: tuple[str, ...] = ()

    @property
    def words(self) -> Sentence | None:
        """Say who let them in: a room filled from home is seen."""
        by = self.let_in_by
        return Sentence("minuted.let_in", {"by": by}) if by else None


@dataclass(frozen=True, slots=True)
class Minutes:
    """Who was there at some time, and what happened, in order."""

    present: tuple[Present, ...]
    guests: int
    lines: tuple[Said, ...]


def minutes_of(held: Held) -> Minutes:
    """Write the minutes from what was done, with the names people go by now."""
    return minutes_named(drafted(held), held.name)


def minutes_named(text: Text, name: Callable[[str], str]) -> Minutes:
    """Fill in the names; whoever has left is not among those who were there."""
    there = [
        Present(name(one.of), tuple(filter(None, map(name, one.let_in_by))))
        for one in text.present
    ]
    return Minutes(
        present=tuple(sorted((one for one in there if one.name), key=_by_name)),
        guests=text.guests,
        lines=tuple(replace(one, words=named(one.words, name)) for one in text.lines),
    )


def drafted(held: Held) -> Text:
    """Write the minutes from what was done, with people by their ids.

    Who spoke stands there once per turn; what they said is theirs. Guests are counted
    and not named.
    """
    lines = [
        Said(one.number, one.done_at, _told(held, one.deed, number))
        for number, one in enumerate(held.deeds)
        if one.deed not in LEFT_OUT
    ]
    lines += [*_put_out(held), *tests_minuted(held), *_ended_itself(held)]
    lines += [*texts_minuted(held), *unseen_minuted(held)]
    calls = [one.number for one in held.deeds if one.deed == "call"]
    lines += [
        Said(number, turn.began_at, _spoke(turn.of, turn.override))
        for number, turn in zip(calls, held.now.floor.turns, strict=True)
    ]
    came = [of for of, moves in held.now.presence.moves.items() if moves]
    there = [_there(held, of) for of in sorted(came) if of in held.room.roll]
    return Text(
        present=tuple(there),
        guests=sum(of not in held.room.roll for of in came),
        lines=tuple(sorted(lines, key=lambda line: (line.at, line.number))),
    )


def _ended_itself(held: Held) -> Iterator[Said]:
    """Say that it ended a day after it was opened, where nobody closed it."""
    now, is_closed = held.now, any(one.deed == "close" for one in held.deeds)
    if now.stage == "closed" and now.closed_at and not is_closed:
        number = max(one.number for one in held.deeds) + 1
        yield Said(number, now.closed_at, Sentence("minuted.ended"))


def _put_out(held: Held) -> Iterator[Said]:
    """Say of whom another put down that they left, and when they were there again.

    A doorkeeper who takes people out before a decision is seen. Guests are not named.
    """
    moves: dict[str, list[str]] = {}
    for one in held.deeds:
        of, by = str(one.about_id or ""), str(one.done_by_id or "")
        if one.deed not in MOVES or of not in held.room.roll:
            continue
        made = moves.setdefault(of, [])
        was_put_out = bool(made) and made[-1] == "put_out"
        is_put_out = one.deed == "go_out" and by != of
        if one.deed == "undo":
            del made[-1:]
        else:
            made.append("put_out" if is_put_out else one.deed)
        if is_put_out or was_put_out:
            facts: dict[str, Fact] = {"by": member(by), "of": member(of)}
            kind = "put_out" if is_put_out else "there_again"
            yield Said(one.number, one.done_at, Sentence(f"minuted.{kind}", facts))


def _there(held: Held, of: str) -> There:
    """Give somebody who was there, and the others who put down that they came in."""
    came = (move.by for move in held.now.presence.moves[of] if move.is_in)
    return There(of, tuple(dict.fromkeys(by for by in came if by not in {of, ""})))


def _by_name(one: Present) -> str:
    return one.name


def _told(held: Held, deed: str, number: int) -> Sentence:
    row = held.deeds[number]
    if deed == "end_decision":
        before = sum(one.deed == deed for one in held.deeds[:number])
        return ended(held, held.now.presence.decisions[before])
    if deed in {"give_task", "check_task"}:
        return of_task(held, row)
    if deed == "decide":
        before = sum(one.deed == deed for one in held.deeds[:number])
        return decision_began(held, row, held.now.presence.decisions[before])
    facts: dict[str, Fact] = {
        "by": _who(row.done_by_id),
        "of": _who(row.about_id),
        "item": held.title(row.item),
        "reason": row.reason,
        "role": Sentence(f"role_{row.what}") if row.deed == "hand_on" else "",
        "group": held.group(int(row.what)) if row.deed == "speak_for" else "",
    }
    out_of_turn = deed == "hand_on" and row.reason
    way = "_out_of_turn" if out_of_turn else ""
    return Sentence(f"minuted.{deed}{way}", facts)


def veils_of_lines(held: Held) -> dict[int, tuple[Veil, ...]]:
    """Say of which lines something is hidden, by the numbers of their deeds."""
    found = {}
    for number, row in enumerate(held.deeds) if held.veils else ():
        veils = _veils_of(held, row, number)
        if veils:
            found[row.number] = veils
    return found


def _veils_of(held: Held, row: AssemblyDeed, number: int) -> tuple[Veil, ...]:
    item = row.item
    if row.deed == "end_decision":
        before = sum(one.deed == row.deed for one in held.deeds[:number])
        item = held.now.presence.decisions[before].item
    places = [row.pk]
    if row.deed in {"give_task", "check_task"}:
        about = int(row.what.partition(":")[0])
        here = Task.objects.filter(institution=held.row.institution, number=about)
        places += here.values_list("pk", flat=True)
    own = (held.veils[one] for one in places if one in held.veils)
    words = veils_of_texts(held, item) if row.deed in WITH_TEXTS else ()
    return (*own, *held.veils_of(item), *words)


def _spoke(of: str, override: str) -> Sentence:
    facts: dict[str, Fact] = {"of": member(of), "reason": override}
    return Sentence("minuted.called_first" if override else "minuted.spoke", facts)


def _who(of: UUID | None) -> Fact:
    return member(str(of)) if of else ""
