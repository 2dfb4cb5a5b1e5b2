"""What the minutes say of rival texts: what was put, what was chosen, and by what."""

from commonweal.capabilities.assemblies.queries.rooms import Held
from commonweal.capabilities.assemblies.queries.texts import chosen_in, rivals_in
from commonweal.rules.assemblies.counting import AS_IT_IS, Decision, Hands, Pair
from commonweal.rules.assemblies.secretly import turnout
from commonweal.rules.sentence import Fact, Sentence


def rivals_put(held: Held, decision: Decision) -> Sentence:
    """Say which texts are put against each other, in which words."""
    told: list[Fact] = [
        Sentence("rivals.text", {"number": number, "words": words})
        for number, words in rivals_in(held, decision)
    ]
    way = "_by_slips" if decision.by_slips else ""
    way = "_in_secret" if decision.in_secret else way
    facts: dict[str, Fact] = {
        "item": held.title(decision.item),
        "counted": len(decision.counted),
        "texts": tuple(told),
    }
    return Sentence(f"minuted.texts_put{way}", facts)


def rivals_ended(held: Held, decision: Decision, *, in_numbers: bool) -> Sentence:
    """Say which text was chosen, or why none was, and by which numbers."""
    verdict = held.verdict_on(decision)
    assert verdict is not None, "it is asked of what has a result"
    facts: dict[str, Fact] = {"item": held.title(decision.item)}
    if not decision.held:
        return Sentence("minuted.no_text_chosen", facts | {"why": verdict.reason})
    found = chosen_in(held, decision)
    if verdict:
        facts["text"] = int(found.text)
        kind = "text_chosen_by_chain" if found.by_chain else "text_chosen"
    else:
        facts["why"] = verdict.reason
        kind = "no_text_chosen"
    told = Sentence(f"minuted.{kind}", facts)
    if decision.in_secret:
        told = Sentence("minuted.turnout", _turnout(decision, told))
    if not in_numbers and decision.in_secret:
        return Sentence("minuted.of_single_people", {"what": told})
    if not in_numbers:
        return Sentence("minuted.of_few", {"what": told, "floor": held.rule.floor})
    pairs = tuple(pair_told(pair, hands) for pair, hands in found.numbers.items())
    return Sentence("minuted.in_pairs", {"what": told, "pairs": pairs})


def _turnout(decision: Decision, told: Sentence) -> dict[str, Fact]:
    return {"what": told, "cast": turnout(decision), "counted": len(decision.counted)}


def pair_told(pair: Pair, hands: Hands) -> Sentence:
    """Say how many would rather have the first of a pair, and the second."""
    one, other = pair
    facts: dict[str, Fact] = {"one": int(one), "for": hands.yes, "against": hands.no}
    if other == AS_IT_IS:
        return Sentence("rivals.pair_now", facts)
    return Sentence("rivals.pair", facts | {"other": int(other)})


def most_cast(held: Held, decision: Decision) -> int:
    """Say how many ballots there were at least: as many as the fullest pair has."""
    found = chosen_in(held, decision).numbers.values()
    return max(one.yes + one.no + one.abstain for one in found)
