"""What may be done with a matter where it stands, and why not."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from commonweal.rules.confederation.answers import Answer, may_answer
from commonweal.rules.confederation.deeds import (
    Composed,
    Deed,
    OptedOut,
    Raised,
    Withdrawn,
)
from commonweal.rules.confederation.state import Case, Matter
from commonweal.rules.confederation.terms import Pact
from commonweal.rules.confederation.voices import voices
from commonweal.rules.days import days_later
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused

# The stages in which something is still to be done about a matter.
STILL_OPEN = ("raised", "deliberating", "before_congress", "asking")


def may_do(case: Case, now: Matter, deed: Deed) -> Verdict:
    """Let a deed be done at its own instant, where a matter stands so.

    Refuses with a sentence about the matter, the body or the time that is in the way.
    """
    match deed:
        case Raised():
            return _may_raise(now, deed)
        case Composed():
            return _may_compose(case, now, deed)
        case Withdrawn():
            return _may_withdraw(now, deed)
        case Answer():
            return _may_answer(now, deed)
        case OptedOut():
            return _may_opt_out(case, now, deed)
        case _:
            return ALLOWED


def may_raise_one_more(pact: Pact, *, body: str, matters: Iterable[Matter]) -> Verdict:
    """Let a body bring a matter before all while it has not too many there.

    `matters` are all of the confederation. A body's own are those it raised first,
    until they have failed or are ratified. Refuses with how many there may be.
    """
    open_ = [
        one
        for one in matters
        if one.stage in STILL_OPEN and one.raised_by[:1] == (body,)
    ]
    most = pact.raising.most_open
    return refused("too_many_raised", most=most) if len(open_) >= most else ALLOWED


def _may_raise(now: Matter, deed: Raised) -> Verdict:
    if now.stage != "raised":
        return refused("matter_raised_already")
    return refused("body_raised_already") if deed.by in now.raised_by else ALLOWED


def _may_compose(case: Case, now: Matter, deed: Composed) -> Verdict:
    """Let a congress find words once the bases had time; if it is urgent, at once."""
    if now.stage == "before_congress" and not deed.is_urgent:
        return ALLOWED
    if not deed.is_urgent:
        return refused("not_before_congress")
    return first_refusal(
        ALLOWED if case.pact.urgent.allowed else refused("nothing_urgent_here"),
        refused("pact_is_never_urgent") if case.changes_pact else ALLOWED,
        ALLOWED
        if now.stage in ("deliberating", "before_congress")
        else refused("not_before_congress"),
        refused("urgent_once") if now.was_urgent else ALLOWED,
        _noticed(case, now, at=deed.at),
    )


def _noticed(case: Case, now: Matter, *, at: datetime) -> Verdict:
    known_since = next((t.at for t in now.turns if t.stage == "deliberating"), at)
    hours = case.pact.urgent.notice_hours
    if at >= known_since + timedelta(hours=hours):
        return ALLOWED
    return refused("urgent_too_soon", hours=hours)


def _may_withdraw(now: Matter, deed: Withdrawn) -> Verdict:
    if now.stage not in ("raised", "deliberating", "before_congress") or now.round:
        return refused("matter_has_words")
    if now.raised_by != (deed.by,):
        return refused("others_raised_it_too")
    return ALLOWED


def _may_answer(now: Matter, deed: Answer) -> Verdict:
    if now.stage != "asking" or now.asked is None:
        return refused("nobody_is_asked")
    return may_answer(now.asked, deed, voices(now.changes, at=deed.at))


def _may_opt_out(case: Case, now: Matter, deed: OptedOut) -> Verdict:
    if case.ratifying.binding != "opt_out":
        return refused("nobody_stays_out")
    if now.ratified_at is None or now.said is None:
        return refused("nothing_to_stay_out_of")
    if deed.body not in now.said.below:
        return refused("answer_not_asked")
    if now.said.below[deed.body].stands == "yes":
        return refused("said_yes_already")
    until = days_later(now.ratified_at, case.ratifying.opt_out_days, case.zone)
    return ALLOWED if deed.at < until else refused("too_late_to_stay_out", until=until)
