"""What may be done in a test of consensus, by whom, and at which stage."""

from commonweal.rules.consensus.events import (
    Amended,
    AskedAgain,
    Concluded,
    Event,
    Judged,
    Met,
    Raised,
    Said,
    Voted,
)
from commonweal.rules.consensus.state import Circle, Process
from commonweal.rules.verdict import ALLOWED, Verdict, refused

LAPSED = "block_lapsed"
NEEDS_A_REASON = frozenset({"object", "block"})
# What whoever leads or counts does in a room, who need not have a say there.
OF_A_ROOM = (Raised, Amended, AskedAgain, Concluded)


def may_do(circle: Circle, process: Process, event: Event) -> Verdict:
    """Say whether a deed is one that this member can do now."""
    if event.at < circle.opened_at:
        return refused("consensus_not_open")
    if process.is_over:
        return refused("consensus_is_over")
    on_panel = isinstance(event, Judged) and event.by in circle.panel
    by_room = circle.in_room and isinstance(event, OF_A_ROOM)
    if event.by not in circle.roll and not on_panel and not by_room:
        return refused("not_in_circle")
    return _may_now(circle, process, event)


def _may_now(circle: Circle, process: Process, event: Event) -> Verdict:
    match event:
        case Said():
            return _may_say(circle, process, event)
        case Raised():
            return _may_raise(circle, process, event)
        case Judged():
            return _may_judge(circle, process, event)
        case Met():
            return _only(process, "resolving", "no_meeting_needed")
        case Amended() | AskedAgain():
            return _may_put_anew(circle, process, event)
        case Concluded():
            return _may_conclude(circle, process)
        case Voted():
            return _only(process, "falling_back", "no_last_vote")


def _may_say(circle: Circle, process: Process, said: Said) -> Verdict:
    if process.stage == "falling_back":
        return refused("last_vote_has_begun")
    if said.by in process.raised:
        return refused("hand_was_counted")
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
        lapsed = process.ruled_out[said.by].id == LAPSED
        return refused("your_block_lapsed" if lapsed else "block_was_ruled_out")
    if circle.terms.needs_principle and not said.principle.strip():
        return refused("principle_missing")
    if circle.terms.needs_meeting and not said.will_meet:
        return refused("meeting_missing")
    return ALLOWED


def _may_raise(circle: Circle, process: Process, raised: Raised) -> Verdict:
    """Take hands in a room alone, of people who have not spoken for themselves."""
    shown = raised.agree + raised.reservations + raised.stand_aside
    is_fit = (
        min(raised.agree, raised.reservations, raised.stand_aside) >= 0
        and shown <= len(raised.of)
        and raised.of <= circle.roll - process.positions.keys()
    )
    if not circle.in_room or not is_fit:
        return refused("no_hands_here")
    return _only(process, "testing", "no_test_running")


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
    if circle.terms.validity == "others" and judged.by not in process.were_asked:
        return refused("speak_before_ruling")
    return ALLOWED


def _may_put_anew(
    circle: Circle, process: Process, event: Amended | AskedAgain
) -> Verdict:
    if process.stage == "falling_back":
        return refused("last_vote_has_begun")
    if isinstance(event, AskedAgain):
        # Where nobody meets, a test of the same words would have no end of its own.
        is_talked_over = circle.in_room and process.stage == "resolving"
        return ALLOWED if is_talked_over else refused("nothing_to_ask_again")
    if process.stage not in {"testing", "resolving"}:
        return refused("words_are_settled")
    if process.round >= circle.terms.rounds:
        return refused("too_many_rounds", rounds=circle.terms.rounds)
    return ALLOWED


def _may_conclude(circle: Circle, process: Process) -> Verdict:
    if process.stage != "testing":
        return refused("no_test_running")
    silent = len(circle.roll - process.positions.keys())
    if silent and not circle.in_room:
        return refused("some_have_not_spoken", number=silent)
    return ALLOWED


def _only(process: Process, stage: str, why: str) -> Verdict:
    return ALLOWED if process.stage == stage else refused(why)
