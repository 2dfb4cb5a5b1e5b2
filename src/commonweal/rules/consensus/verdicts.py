"""What may be done in a test of consensus, by whom, and at which stage."""

from commonweal.rules.consensus.events import (
    Amended,
    Concluded,
    Event,
    Judged,
    Met,
    Said,
    Voted,
)
from commonweal.rules.consensus.state import Circle, Process
from commonweal.rules.verdict import ALLOWED, Verdict, refused

NEEDS_A_REASON = frozenset({"object", "block"})


def may_do(circle: Circle, process: Process, event: Event) -> Verdict:
    """Say whether a deed is one that this member can do now."""
    if event.at < circle.opened_at:
        return refused("consensus_not_open")
    if process.is_over:
        return refused("consensus_is_over")
    on_panel = isinstance(event, Judged) and event.by in circle.panel
    if event.by not in circle.roll and not on_panel:
        return refused("not_in_circle")
    return _may_now(circle, process, event)


def _may_now(circle: Circle, process: Process, event: Event) -> Verdict:
    match event:
        case Said():
            return _may_say(circle, process, event)
        case Judged():
            return _may_judge(circle, process, event)
        case Met():
            return _only(process, "resolving", "no_meeting_needed")
        case Amended():
            return _may_amend(circle, process)
        case Concluded():
            return _may_conclude(circle, process)
        case Voted():
            return _only(process, "falling_back", "no_last_vote")


def _may_say(circle: Circle, process: Process, said: Said) -> Verdict:
    if process.stage == "falling_back":
        return refused("last_vote_has_begun")
    before = process.positions.get(said.by)
    if process.stage == "absentees" and before and before.at < process.since:
        return refused("only_who_was_away")
    if said.position in NEEDS_A_REASON and not said.reason.strip():
        return refused("reason_of_position_missing")
    return _may_block(circle, process, said) if said.position == "block" else ALLOWED


def _may_block(circle: Circle, process: Process, said: Said) -> Verdict:
    before = process.positions.get(said.by)
    if process.stage == "resolving" and before and before.position != "block":
        return refused("too_late_to_block")
    if said.by in process.ruled_out:
        return refused("block_was_ruled_out")
    if circle.terms.needs_principle and not said.principle.strip():
        return refused("principle_missing")
    if circle.terms.needs_meeting and not said.will_meet:
        return refused("meeting_missing")
    return ALLOWED


def _may_judge(circle: Circle, process: Process, judged: Judged) -> Verdict:
    if circle.terms.validity == "none":
        return refused("nobody_rules_on_blocks")
    if circle.terms.validity == "panel" and judged.by not in circle.panel:
        return refused("only_the_panel_rules")
    if process.stage == "falling_back":
        return refused("last_vote_has_begun")
    if judged.of not in process.blocks:
        return refused("no_such_block")
    if judged.by in process.blocks:
        return refused("who_blocks_does_not_rule")
    if circle.terms.validity == "others" and judged.by not in process.positions:
        return refused("speak_before_ruling")
    return ALLOWED


def _may_amend(circle: Circle, process: Process) -> Verdict:
    if process.stage not in {"testing", "resolving"}:
        return refused("words_are_settled")
    if process.round >= circle.terms.rounds:
        return refused("too_many_rounds", rounds=circle.terms.rounds)
    return ALLOWED


def _may_conclude(circle: Circle, process: Process) -> Verdict:
    if process.stage != "testing":
        return refused("no_test_running")
    silent = len(circle.roll - process.positions.keys())
    if silent:
        return refused("some_have_not_spoken", number=silent)
    return ALLOWED


def _only(process: Process, stage: str, why: str) -> Verdict:
    return ALLOWED if process.stage == stage else refused(why)
