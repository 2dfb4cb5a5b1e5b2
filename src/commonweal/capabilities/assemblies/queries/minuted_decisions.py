"""What the minutes say of decisions by hands, phones and slips: begun, and ended."""

from commonweal.capabilities.assemblies.models import ApprovedMinutes, AssemblyDeed
from commonweal.capabilities.assemblies.queries.minuted_rivals import (
    most_cast,
    rivals_ended,
    rivals_put,
)
from commonweal.capabilities.assemblies.queries.minuted_texts import (
    began_on,
    with_fallen,
    with_text,
)
from commonweal.capabilities.assemblies.queries.rooms import Held
from commonweal.rules.assemblies.counting import NONE, Decision, Hands
from commonweal.rules.assemblies.secretly import can_be_told, turnout
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.verdict import Verdict


def decision_began(held: Held, row: AssemblyDeed, began: Decision) -> Sentence:
    """Say that a decision began, on what, and in which words or why now."""
    if began.options:
        return rivals_put(held, began)
    people = len(began.counted)
    facts: dict[str, Fact] = {"item": held.asked(began), "counted": people}
    facts |= {"slips": began.raised, "phones": people - began.raised}
    way = "decide_by_slips" if began.by_slips else "decide"
    way = "decide_in_secret" if began.in_secret else way
    told = Sentence(f"minuted.{way}", facts)
    why = began_on(held, row, began)
    if why is not None:
        return Sentence("minuted.in_order", {"what": told, "why": why})
    return with_text(held, began, told, "with_text")


def ended(held: Held, decision: Decision) -> Sentence:
    """Say how a decision ended, and in which words, or which amendments fall."""
    told = _ended(held, decision)
    if held.verdict_on(decision):
        told = with_text(held, decision, told, "text_decided")
    return with_fallen(held, decision, told)


def _ended(held: Held, decision: Decision) -> Sentence:
    """Say how a decision ended: by how many, and why it did not carry."""
    item: dict[str, Fact] = {"item": held.asked(decision)}
    if decision.broken_off:
        facts = item | {"reason": decision.broken_off}
        return Sentence("minuted.broken_off", facts)
    result, verdict = decision.result, held.verdict_on(decision)
    if decision.options and verdict is not None:
        is_told = told_in_numbers(held, decision)
        return rivals_ended(held, decision, in_numbers=is_told)
    if result is None or verdict is None:
        return Sentence("minuted.end_decision", item)
    if decision.in_secret:
        return _in_secret(held, decision, verdict)
    if decision.by_slips:
        return _by_slips(held, decision, verdict)
    return _by_hands(held, decision, result, verdict)


def _by_hands(
    held: Held, decision: Decision, result: Hands, verdict: Verdict
) -> Sentence:
    """Tell hands and phones apart, and their sum, where there were phones."""
    facts: dict[str, Fact] = {"item": held.asked(decision), **_numbers(result)}
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
    if decision.in_secret:
        return can_be_told(decision, floor=held.rule.floor)
    if not decision.by_slips:
        return True
    if decision.options:
        return most_cast(held, decision) >= held.rule.floor
    found = decision.result
    cast = found.yes + found.no + found.abstain if found else 0
    return cast >= held.rule.floor


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


def _in_secret(held: Held, decision: Decision, verdict: Verdict) -> Sentence:
    """Say how a secret decision by phone ended; often no more than how many voted."""
    facts: dict[str, Fact] = {
        "item": held.asked(decision),
        "cast": turnout(decision),
        "counted": len(decision.counted),
    }
    if not decision.held:
        return Sentence("minuted.lost_in_secret", facts | {"why": verdict.reason})
    kind = "carried" if verdict else "not_carried"
    if not told_in_numbers(held, decision):
        return Sentence(f"minuted.{kind}_in_secret_short", facts)
    facts |= _numbers(decision.result)
    facts |= {} if verdict else {"why": verdict.reason}
    return Sentence(f"minuted.{kind}_in_secret", facts)


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
