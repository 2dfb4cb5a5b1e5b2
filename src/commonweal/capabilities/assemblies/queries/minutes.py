"""What stands in the minutes, written from what was done."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from commonweal.capabilities.assemblies.models import (
    ApprovedMinutes,
    AssemblyDeed,
    Task,
)
from commonweal.capabilities.assemblies.queries.minuted_tasks import of_task
from commonweal.capabilities.assemblies.queries.minuted_tests import (
    STEPS,
    TOLD,
    tests_minuted,
)
from commonweal.capabilities.assemblies.queries.minuted_texts import (
    ON_TEXTS,
    began_on,
    texts_minuted,
    with_fallen,
    with_text,
)
from commonweal.capabilities.assemblies.queries.rooms import Held
from commonweal.capabilities.assemblies.queries.texts import veils_of_texts
from commonweal.capabilities.assemblies.queries.veils import Veil
from commonweal.rules.assemblies.counting import NONE, Decision, Hands
from commonweal.rules.assemblies.fixed import Said, Text, There, member, named
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.verdict import Verdict

# Coming, going and asking are told by who was there and who spoke.
MOVES = frozenset({"come_in", "go_out", "undo"})
LEFT_OUT = (
    MOVES
    | TOLD
    | STEPS
    | ON_TEXTS
    | {
        *("ask", "take_back", "call", "finish"),
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
    lines += texts_minuted(held)
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
        return _began(held, row, held.now.presence.decisions[before])
    facts: dict[str, Fact] = {
        "by": _who(row.done_by_id),
        "of": _who(row.about_id),
        "item": held.title(row.item),
        "reason": row.reason,
        "role": Sentence(f"role_{row.what}") if row.deed == "hand_on" else "",
    }
    return Sentence(f"minuted.{deed}", facts)


def _began(held: Held, row: AssemblyDeed, began: Decision) -> Sentence:
    """Say that a decision began, on what, and in which words or why now."""
    item, people = held.asked(began), len(began.counted)
    way = "decide_by_slips" if began.by_slips else "decide"
    told = Sentence(f"minuted.{way}", {"item": item, "counted": people})
    why = began_on(held, row, began)
    if why is not None:
        return Sentence("minuted.in_order", {"what": told, "why": why})
    return with_text(held, began, told, "with_text")


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


def ended(held: Held, decision: Decision) -> Sentence:
    """Say how a decision ended, and in which words, or which amendments fall."""
    told = _ended(held, decision)
    if held.verdict_on(decision):
        told = with_text(held, decision, told, "text_decided")
    return with_fallen(held, decision, told)


def _ended(held: Held, decision: Decision) -> Sentence:
    """Say how a decision ended: by how many on each channel, and why it did not carry.

    Hands and phones are told apart and summed, where there were phones.
    """
    item: dict[str, Fact] = {"item": held.asked(decision)}
    if decision.broken_off:
        facts = item | {"reason": decision.broken_off}
        return Sentence("minuted.broken_off", facts)
    result, verdict = decision.result, held.verdict_on(decision)
    if result is None or verdict is None:
        return Sentence("minuted.end_decision", item)
    if decision.by_slips:
        return _by_slips(held, decision, verdict)
    facts = item | _numbers(result)
    way = "_by_phone" if decision.by_phone else ""
    if decision.by_phone and decision.raised:
        way = "_by_both"
        facts |= {f"{key}_by_hand": n for key, n in _numbers(decision.hands).items()}
        facts |= {f"{key}_by_phone": n for key, n in _numbers(decision.phones).items()}
    if verdict and not _is_fixed(held, decision.item):
        return Sentence("minuted.not_fixed", facts)
    if verdict:
        return Sentence(f"minuted.carried{way}", facts)
    return Sentence(f"minuted.not_carried{way}", facts | {"why": verdict.reason})


def told_in_numbers(held: Held, decision: Decision) -> bool:
    """Say whether the numbers are told: of few slips, they could say whose they are."""
    found = decision.result
    cast = found.yes + found.no + found.abstain if found else 0
    return not decision.by_slips or cast >= held.rule.floor


def _by_slips(held: Held, decision: Decision, verdict: Verdict) -> Sentence:
    """Say how a secret decision ended; of few slips, no more than what came of it."""
    found = decision.result
    assert found, "what has a verdict was counted"
    facts: dict[str, Fact] = {"item": held.asked(decision)}
    kind = "carried" if verdict else "not_carried"
    if not told_in_numbers(held, decision):
        cast = found.yes + found.no + found.abstain
        facts |= {"cast": cast, "floor": held.rule.floor}
        return Sentence(f"minuted.{kind}_by_few_slips", facts)
    facts |= _numbers(found)
    facts |= {} if verdict else {"why": verdict.reason}
    return Sentence(f"minuted.{kind}_by_slips", facts)


def _numbers(found: Hands | None) -> dict[str, Fact]:
    hands = found or NONE
    return {"yes": hands.yes, "no": hands.no, "abstain": hands.abstain}


def _is_fixed(held: Held, item: str) -> bool:
    """Say whether minutes that hands were for were approved here; else, nothing is."""
    numbers = [one.get("minutes_of") for one in held.row.agenda if one["id"] == item]
    if not numbers or numbers[0] is None:
        return True
    here = ApprovedMinutes.objects.filter(approved_in=held.row)
    return here.filter(assembly__number=numbers[0]).exists()


def _spoke(of: str, override: str) -> Sentence:
    facts: dict[str, Fact] = {"of": member(of), "reason": override}
    return Sentence("minuted.called_first" if override else "minuted.spoke", facts)


def _who(of: UUID | None) -> Fact:
    return member(str(of)) if of else ""
