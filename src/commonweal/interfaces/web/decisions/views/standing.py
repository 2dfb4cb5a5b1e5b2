"""Where a proposal stands, in a few words and as a line of moments."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from django.utils.translation import gettext, ngettext

from commonweal.capabilities.decisions.queries import (
    ProposalView,
    StandingProposal,
)
from commonweal.foundation import language
from commonweal.foundation.language import number
from commonweal.interfaces.web.decisions.views.reviewed import looked_again_words
from commonweal.rules.days import days_later
from commonweal.rules.sentence import N_
from commonweal.rules.voting.stages import TOO_FEW_SAID_YES, TOO_FEW_VOTED

LOOKING = frozenset({"seeking_support", "admitted"})
TALKING = frozenset({"deliberating", "amending"})
RESULTS = {
    "closed": N_("The vote is over and is being counted."),
    "adopted": N_("Carried. In force from {day}."),
    "in_force": N_("Carried. In force since {day}."),
    "review_due": N_("In force since {day}, and due to be looked at again."),
    "not_adopted": N_("Not carried."),
    "withdrawn": N_("Withdrawn by whoever proposed it."),
    "lapsed": N_("Over: it did not find enough supporters in time."),
}
# The same at the head of the page and in the outcome below.
NOTHING_DECIDED = {
    TOO_FEW_VOTED: N_("Nothing decided: too few took part."),
    TOO_FEW_SAID_YES: N_("Nothing decided: too few said yes."),
}


class Step(NamedTuple):
    """What happens at a moment, and whether that is past, now or to come."""

    words: str
    when: datetime | None
    place: str


def standing_words(view: StandingProposal) -> str:
    """Say in one sentence where it stands, and until when."""
    told = _before_the_vote(view)
    if told is None:
        told = _voting(view) if view.stage == "deciding" else result_words(view)
    if view.is_second_call:
        told = " ".join([gettext("We vote again: too few did the first time."), told])
    return told


def result_words(view: StandingProposal) -> str:
    """Say what came of it."""
    moments = view.moments
    if view.looked_again is not None:
        return looked_again_words(view, view.looked_again)
    if view.stage in {"adopted", "in_force"} and not view.rule.asks_one_text:
        return _chosen(view)
    if view.votes_again_at is not None:
        return _again(view)
    if view.stage == "no_quorum":
        return gettext(NOTHING_DECIDED[_last_verdict(view)])
    words = gettext(RESULTS[view.stage])
    if view.stage == "not_adopted" and not view.rule.asks_one_text:
        words = gettext("Nothing was decided.")
    if view.question is not None and view.question.waits_for_key:
        words = gettext(
            "The vote is over, but the key to its ballots is not on this server. It is "
            "counted as soon as whoever runs the server has put the key back."
        )
    in_force = moments.in_force_at
    return words.format(day=language.day(in_force) if in_force else "")


def _last_verdict(view: StandingProposal) -> str:
    known = view.standing.timeline
    last = known.verdict if known.second_verdict is None else known.second_verdict
    assert last is not None, "a vote that found too few was counted"
    return last.reason.id


def _again(view: StandingProposal) -> str:
    """Say that a second vote is to come, and how many are enough in it."""
    question, verdict = view.question, view.standing.timeline.verdict
    moment = _clock(view.votes_again_at, view.at)
    if question is None or verdict is None or verdict.id != TOO_FEW_VOTED:
        words = gettext("Too few said yes. We vote again from {moment}.")
        return words.format(moment=moment)
    enough = question.enough_again
    words = gettext("Too few voted ({turnout} of {all}). We vote again from {moment}.")
    if enough is not None:
        words = _with_enough(enough)
    turnout, everybody = number(question.turnout), number(question.electorate)
    n = number(enough or 0)
    return words.format(turnout=turnout, all=everybody, moment=moment, n=n)


def _with_enough(enough: int) -> str:
    if not enough:
        return gettext(
            "Too few voted ({turnout} of {all}). We vote again from {moment}; "
            "then it is decided however many vote."
        )
    return ngettext(
        "Too few voted ({turnout} of {all}). We vote again from {moment}; "
        "{n} is enough.",
        "Too few voted ({turnout} of {all}). We vote again from {moment}; "
        "{n} are enough.",
        enough,
    )


def _chosen(view: StandingProposal) -> str:
    """Say from when a choice holds: options are chosen, not carried."""
    day = view.moments.in_force_at
    words = (
        gettext("Decided. In force since {day}.")
        if view.stage == "in_force"
        else gettext("Decided. In force from {day}.")
    )
    return words.format(day=language.day(day) if day else "")


def steps(view: ProposalView) -> list[Step]:
    """Lay out what happened and what will, in order of time."""
    if view.stage == "draft":
        return [Step(gettext("A draft that only you can see"), None, "now")]
    known = (*_until_the_vote(view), *_votes(view), *_end(view))
    return [step for step in known if step.when is not None or step.place == "now"]


def _before_the_vote(view: StandingProposal) -> str | None:
    moments, near = view.moments, view.at
    if view.stage == "draft":
        return gettext("A draft. Only you can see it.")
    if view.stage in LOOKING:
        return gettext(
            "{have} of {needed} supporters. Looking for support until {moment}."
        ).format(
            moment=_clock(moments.support_ends_at, near),
            have=number(len(view.confirmed)),
            needed=number(view.support_needed),
        )
    if view.stage in TALKING:
        words = gettext("Being talked over until {moment}.")
        return words.format(moment=_clock(moments.talk_ends_at, near))
    if view.stage == "frozen":
        words = gettext("The text is fixed. Voting opens {moment}.")
        return words.format(moment=_clock(moments.opens_at, near))
    return None


def _voting(view: StandingProposal) -> str:
    question = view.question
    if question is None:
        return gettext("Voting is open.")
    if question.is_secret:
        words = gettext("A secret vote. Voting ends {moment}.")
        return words.format(moment=_clock(question.closes_at, view.at))
    words = ngettext(
        "{turnout} of {all} who may vote has voted. Voting ends {moment}.",
        "{turnout} of the {all} who may vote have voted. Voting ends {moment}.",
        question.electorate,
    )
    return words.format(
        moment=_clock(question.closes_at, view.at),
        turnout=number(question.turnout),
        all=number(question.electorate),
    )


def _until_the_vote(view: ProposalView) -> Iterator[Step]:
    moments, at, stage = view.moments, view.at, view.stage
    yield Step(gettext("Proposed"), moments.put_at, "past")
    have, needed = len(view.confirmed), view.support_needed
    if stage in LOOKING:
        words = ngettext(
            "Looking for support until then: {have} of {needed} supporter. "
            "Without it, the proposal is over then.",
            "Looking for support until then: {have} of {needed} supporters. "
            "Without them, the proposal is over then.",
            needed,
        )
        told = words.format(have=number(have), needed=number(needed))
        yield Step(told, moments.support_ends_at, "now")
    elif stage == "lapsed":
        yield Step(gettext("Over: too few supporters"), moments.support_ends_at, "now")
    else:
        words = ngettext(
            "Admitted: {needed} supporter was needed",
            "Admitted: {needed} supporters were needed",
            needed,
        )
        yield Step(words.format(needed=number(needed)), moments.admitted_at, "past")
    if stage == "withdrawn":
        yield Step(gettext("Withdrawn"), view.proposal.withdrawn_at, "now")
    yield from _fixing(view, at)


def _fixing(view: ProposalView, at: datetime) -> Iterator[Step]:
    moments, stage = view.moments, view.stage
    if stage in TALKING:
        words = gettext(
            "Talked over until then; the words can still change. After that the text "
            "is fixed, if enough supporters stand behind it."
        )
        yield Step(words, moments.talk_ends_at, "now")
    elif stage == "frozen":
        yield Step(gettext("The text is fixed"), moments.freezes_at, "past")
        words = gettext("Time to read. Voting opens then.")
        yield Step(words, moments.opens_at, "now")
    else:
        yield _dated(gettext("The text is fixed"), moments.freezes_at, at)


def _votes(view: ProposalView) -> Iterator[Step]:
    moments, at = view.moments, view.at
    if view.stage != "frozen":
        yield _dated(gettext("Voting opens"), moments.opens_at, at)
    yield _closing(gettext("Voting ends"), moments.opens_at, moments.closes_at, at)
    again, ends = moments.second_call_opens_at, moments.second_call_closes_at
    if again is not None:
        words = gettext("Too few took part. The second vote opens")
        yield _dated(words, again, at)
        yield _closing(gettext("The second vote ends"), again, ends, at)


def _end(view: ProposalView) -> Iterator[Step]:
    moments, at, stage = view.moments, view.at, view.stage
    if stage in {"not_adopted", "no_quorum"} and view.votes_again_at is None:
        yield Step(result_words(view), moments.decided_at, "now")
    elif moments.in_force_at is not None:
        yield Step(
            gettext("In force"),
            moments.in_force_at,
            "now" if stage == "in_force" else _place(moments.in_force_at, at),
        )
        words = gettext("To be looked at again")
        place = "now" if stage == "review_due" else "future"
        yield Step(words, moments.review_at, place)
    elif moments.closes_at is not None:
        days = view.rule.in_force_after_days
        words = ngettext(
            "In force {n} day after the vote, if carried",
            "In force {n} days after the vote, if carried",
            days,
        ).format(n=number(days))
        last = moments.second_call_closes_at or moments.closes_at
        told = words if days else gettext("In force when the vote ends, if carried")
        ends = max(view.question.closes_at, last) if view.question else last
        zone = view.standing.timeline.zone
        yield Step(told, days_later(ends, days, zone), "future")


def _closing(
    words: str, opens: datetime | None, closes: datetime | None, at: datetime
) -> Step:
    running = opens is not None and closes is not None and opens <= at < closes
    return Step(words, closes, "now") if running else _dated(words, closes, at)


def _dated(words: str, when: datetime | None, at: datetime) -> Step:
    return Step(words, when, _place(when, at))


def _place(when: datetime | None, at: datetime) -> str:
    return "past" if when is not None and when <= at else "future"


def _clock(when: datetime | None, near: datetime) -> str:
    """Tell a moment by the clock of the place, and how far off it is."""
    if when is None:
        return "–"
    words = gettext("{moment}, {far}")
    far = language.how_far(when, at=near)
    return words.format(moment=language.clock_words(when, near=near), far=far)
