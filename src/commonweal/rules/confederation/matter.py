"""A matter on its way: raised, spoken about in the bases, put into words, ratified.

What is not in the pact's competences stays below. A congress finds words; these are
nothing until the bases have said yes, in a window with an end. Words that come back
with amendments are put anew, so many times and no more. What is urgent holds at once
for some days, and lapses unless the bases say yes. Where it stands is a function of
what was done and of the time, under the pact as it was when the matter was raised. A
deadline is the last instant: at the deadline it is over.

Source: CNT's and Commercy's practice (words that were agreed on return to the
assemblies) and the referendum of the IWW.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from commonweal.rules.confederation.answers import Answer, Asked, heard
from commonweal.rules.confederation.deeds import (
    Composed,
    Deed,
    OptedOut,
    Raised,
    Withdrawn,
)
from commonweal.rules.confederation.places import waited_for
from commonweal.rules.confederation.ratification import said
from commonweal.rules.confederation.state import Case, Matter, Stage, Turn
from commonweal.rules.confederation.verdicts import may_do
from commonweal.rules.confederation.voices import voices
from commonweal.rules.days import days_later
from commonweal.rules.sentence import Fact, Sentence


def matter(case: Case, deeds: Iterable[Deed], *, at: datetime) -> Matter:
    """Say where a matter stands at an instant; what was done later is not known yet.

    Deeds are taken in order of time, those of one instant as they are given. One that
    could not be done when it was is left out of account and named in `not_counted`.
    Raises `AssertionError` for an instant without an offset.
    """
    assert at.tzinfo is not None, "an instant knows its offset"
    now = Matter("raised")
    known = (deed for deed in deeds if deed.at <= at)
    for deed in sorted(known, key=lambda deed: deed.at):
        now = _time_passed(case, now, until=deed.at)
        may = may_do(case, now, deed)
        if may:
            now = _done(case, now, deed)
        else:
            now = replace(now, not_counted=(*now.not_counted, (deed, may.reason)))
    now = _time_passed(case, now, until=at)
    return _heard(now, at=at) if now.stage == "asking" else now


def _time_passed(case: Case, now: Matter, *, until: datetime) -> Matter:
    """Let every stage whose last instant is over give way to the next."""
    while now.until is not None and now.until <= until:
        now = _ended(case, now, at=now.until)
    return now


def _ended(case: Case, now: Matter, *, at: datetime) -> Matter:
    if now.stage == "deliberating":
        return _turned(now, "before_congress", at, Sentence("congress_can_speak"))
    now = _heard(now, at=at)
    found = now.said
    assert found is not None, "somebody was asked"
    if found.is_ratified:
        total = found.total
        facts = {"yes": total.yes, "no": total.no, "bodies": len(found.bodies("yes"))}
        now = replace(now, holds_from=now.holds_from or at, holds_until=None)
        return _turned(now, "ratified", at, Sentence("bases_said_yes", facts))
    why = found.verdict.reason
    if found.stands == "return" and now.round < case.ratifying.rounds:
        back: dict[str, Fact] = {"bodies": len(found.bodies("return")), "why": why}
        return _turned(now, "before_congress", at, Sentence("words_came_back", back))
    return _turned(now, "failed", at, why)


def _heard(now: Matter, *, at: datetime) -> Matter:
    """Count what was answered so far, with who speaks for whom by then."""
    assert now.union is not None, "the bases are asked"
    by = voices(now.changes, at=at)
    found = heard(now.answers)
    left = waited_for(now.union, by, found.counting)
    return replace(now, heard=found, said=said(left, found.counting, by))


def _done(case: Case, now: Matter, deed: Deed) -> Matter:
    match deed:
        case Raised():
            return _raised(case, now, deed)
        case Composed():
            return _composed(case, now, deed)
        case Withdrawn():
            return _turned(now, "withdrawn", deed.at, Sentence("matter_withdrawn"))
        case Answer():
            return replace(now, answers=(*now.answers, deed))
        case OptedOut():
            return replace(now, stayed_out={**now.stayed_out, deed.body: deed.at})
        case _:
            return replace(now, changes=(*now.changes, deed))


def _raised(case: Case, now: Matter, deed: Raised) -> Matter:
    if case.competence not in case.competences and not case.changes_pact:
        why = Sentence("stays_below", {"competence": case.competence})
        return _turned(now, "stays_below", deed.at, why)
    now = replace(now, raised_by=(*now.raised_by, deed.by))
    needed = case.pact.raising.bodies
    facts = {"bodies": len(now.raised_by), "needed": needed}
    if len(now.raised_by) < needed:
        return _turned(now, "raised", deed.at, Sentence("raised_by_some", facts))
    until = days_later(deed.at, case.pact.raising.notice_days, case.zone)
    why = Sentence("raised_by_enough", facts)
    return _turned(now, "deliberating", deed.at, why, until=until)


def _composed(case: Case, now: Matter, deed: Composed) -> Matter:
    if not deed.verdict:
        return _turned(now, now.stage, deed.at, deed.verdict.reason, until=now.until)
    urgent = case.pact.urgent
    days = urgent.lapse_days if deed.is_urgent else case.ratifying.window_days
    closes = days_later(deed.at, days, case.zone)
    union = replace(deed.bodies, terms=case.ratifying)
    asked = Asked(deed.text, deed.at, closes, union.bases)
    now = replace(
        now,
        asked=asked,
        union=union,
        answers=(),
        round=now.round + 1,
        holds_from=deed.at if deed.is_urgent else None,
        holds_until=closes if deed.is_urgent else None,
        was_urgent=now.was_urgent or deed.is_urgent,
    )
    why = Sentence("bases_are_asked", {"bodies": len(union.bodies), "days": days})
    return _turned(now, "asking", deed.at, why, until=closes)


def _turned(
    now: Matter,
    stage: Stage,
    at: datetime,
    why: Sentence,
    *,
    until: datetime | None = None,
) -> Matter:
    return replace(
        now, stage=stage, until=until, turns=(*now.turns, Turn(at, stage, why))
    )
