"""Turning one control of a charter, and the ones that have no bearing as they stand."""

from fractions import Fraction

from commonweal.rules.charters.charter import Charter
from commonweal.rules.charters.controls import Control

SHARES = ("1/7", "2/7")


def turned(control: Control) -> str | list[str]:
    """Give another value that this control may have, if there is one."""
    match control.kind:
        case "number":
            return str(int(control.value) + 1)
        case "share":
            return SHARES[Fraction(control.value) == Fraction(SHARES[0])]
        case "flag":
            return "false" if control.value == "true" else "true"
        case "choice":
            others = [c.value for c in control.choices if c.value != control.value]
            return others[0] if others else str(control.value)
        case "several":
            first = control.choices[0].value
            kept = [one for one in control.value if one != first]
            return kept if first in control.value else [*kept, first]
        case _:
            return other_text(control)


def other_text(control: Control) -> str:
    if control.path == "time_zone":
        return "America/Santiago"
    return f"{control.value} and more"


def has_bearing(charter: Charter, control: Control) -> bool:
    """Say whether this setting matters as the others stand."""
    if control.path == "activity.notice_days":
        return charter.activity.dormant_after_days is not None
    parts = control.path.split(".")
    if parts[0] == "moderation":
        return bears_on_words(charter, parts[1])
    if parts[0] == "recovery" and parts[1] != "vouchers":
        return bool(charter.recovery.vouchers)
    if parts[0] == "consensus":
        rule = charter.rule(charter.ordinary_rule)
        return rule is not None and rule.is_consensus
    if parts[0] == "pact":
        return bears_on_bodies(charter, parts[1:])
    rule = charter.rule(parts[1]) if parts[0] == "rules" else None
    if rule is None or "quorum" not in parts:
        return True
    again = rule.second_call
    quorum = again.quorum if "second_call" in parts and again else rule.quorum
    if parts[-1] == "share":
        return quorum.kind in ("share_of_roll", "share_of_active_roll")
    return parts[-1] == "kind" or quorum.kind != "none"


def bears_on_bodies(charter: Charter, place: list[str]) -> bool:
    """Say whether a setting of a pact matters as the others stand."""
    pact = charter.pact
    assert pact is not None
    if place[0] == "urgent":
        return pact.urgent.allowed or place[1] == "allowed"
    if place == ["ratifying", "opt_out_days"]:
        return pact.ratifying.binding == "opt_out"
    return True


def bears_on_words(charter: Charter, key: str) -> bool:
    """Say whether a setting about looking after words matters as the others stand."""
    terms = charter.moderation
    match key:
        case "sponsors":
            return bool(terms.newcomer_posts or terms.newcomer_days)
        case "proposal_days":
            return bool(terms.most_proposals)
        case "appeal_office" | "named" | "appeal_by" | "appeal_days" | "answer_days":
            return bool(terms.office)
        case _:
            return True
