"""What the page of an assembly shows of texts: as they stand, and amendments."""

from dataclasses import dataclass
from typing import Any

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.queries import (
    AmendmentShown,
    Held,
    TextShown,
    secretly,
    title_of,
)
from commonweal.foundation.institutions.models import Member
from commonweal.rules.assemblies.deed_names import BY_SLIPS, IN_SECRET
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import Verdict, first_refusal

LONGEST_LABEL = 70


@dataclass(frozen=True, slots=True)
class Amending:
    """An amendment with what the reader can do about it now."""

    shown: AmendmentShown
    may_accept: Verdict
    may_withdraw: Verdict
    may_decide: Verdict
    may_use_slips: Verdict
    may_in_secret: Verdict
    is_mine: bool
    is_to_mine: bool


@dataclass(frozen=True, slots=True)
class TextsOn:
    """The texts on one matter, and the sentences that an amendment can be about."""

    item: str
    title: Sentence | str
    texts: tuple[TextShown, ...]
    amendments: tuple[Amending, ...]
    sentences: tuple[tuple[str, int, int, str], ...]
    may_bring: Verdict
    may_amend: Verdict
    mine: frozenset[int]
    is_open: bool


def texts(held: Held, member: Member) -> dict[str, Any]:
    """Give the texts on the matter at hand; before the assembly, those on each."""
    now, me = held.now, str(member.pk)
    deciding = [
        one
        for one in held.row.agenda
        if _is_shown(held, one["id"]) and (item := now.agenda.item(one["id"]))
        if item.decides and not item.standing
    ]
    found = [_on(held, one["id"], title_of(one), member) for one in deciding]
    has_vote = me in held.room.roll
    words = [one.texts[0].words for one in found if len(one.texts) == 1]
    return {
        "texts": [one for one in found if one.texts or (one.is_open and has_vote)],
        "has_vote": has_vote,
        "put_words": words[0] if now.stage == "open" and words else "",
    }


def change_in(held: Held) -> Sentence | str:
    """Say what the amendment would change that is being decided on."""
    decision = held.now.presence.deciding
    if decision is None or decision.settles:
        return ""
    number = int(decision.about[1:])
    there = queries.amendments_on(held, decision.item)
    return next(one.says for one in there if one.number == number)


def _is_shown(held: Held, item: str) -> bool:
    if held.now.stage == "called":
        return True
    return held.now.stage == "open" and held.now.agenda.current == item


def _on(held: Held, item: str, title: Sentence | str, member: Member) -> TextsOn:
    me, there = str(member.pk), queries.texts_on(held, item)
    mine = frozenset(one.number for one in there if one.of == me)
    return TextsOn(
        item,
        title,
        there,
        tuple(
            _amending(held, item, one, member, mine)
            for one in queries.amendments_on(held, item)
        ),
        tuple(_sentences(there)),
        queries.may_now(held, "bring_text", by=member, item=item),
        queries.may_now(
            held, "amend", by=member, item=item, what=f"{_first(there)}:after:0"
        ),
        mine,
        _is_open(held, item),
    )


def _is_open(held: Held, item: str) -> bool:
    """Say whether texts can change still: nothing goes on, and nothing is decided."""
    now = held.now.presence
    return not now.goes_on and not now.is_decided(item)


def _first(there: tuple[TextShown, ...]) -> int:
    return there[0].number if there else 0


def _sentences(there: tuple[TextShown, ...]) -> list[tuple[str, int, int, str]]:
    """List what an amendment can be about: the beginning, and each sentence."""
    found = []
    for text in there:
        found.append((f"{text.number}:0", text.number, 0, ""))
        for part in text.now:
            if part.place:
                is_long = len(part.words) > LONGEST_LABEL
                label = part.words[:LONGEST_LABEL] + ("…" if is_long else "")
                value = f"{text.number}:{part.place}"
                found.append((value, text.number, part.place, label))
    return found


def _amending(
    held: Held, item: str, one: AmendmentShown, member: Member, mine: frozenset[int]
) -> Amending:
    def may(deed: str, what: str) -> Verdict:
        return queries.may_now(held, deed, by=member, item=item, what=what)

    about, number = f":a{one.number}", str(one.number)
    return Amending(
        one,
        may("accept", number),
        may("withdraw", number),
        first_refusal(may("decide", about), queries.may_vote_here(held, item)),
        first_refusal(
            may("decide", BY_SLIPS + about), queries.may_use_slips_here(held, item)
        ),
        first_refusal(
            may("decide", IN_SECRET + about),
            queries.may_use_slips_here(held, item),
            secretly.may_be_secret_here(held, IN_SECRET + about),
        ),
        one.of == str(member.pk),
        one.text in mine,
    )
