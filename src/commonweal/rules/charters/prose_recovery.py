"""How somebody comes back who lost every way in, as plain sentences."""

from collections.abc import Iterator

from commonweal.rules.recovery.terms import Recovery
from commonweal.rules.sentence import Fact, Sentence


def recovery_clauses(terms: Recovery) -> Iterator[Sentence]:
    """Say how many vouch, for how long everybody can object, and who may vouch."""
    if not terms.vouchers:
        yield Sentence("prose_no_recovery")
        return
    delay = Sentence("for_days", {"days": terms.delay_days})
    facts: dict[str, Fact] = {"count": terms.vouchers, "days": delay}
    yield Sentence("prose_recovery", facts)
    if terms.member_days:
        belonging = Sentence("for_days", {"days": terms.member_days})
        yield Sentence("prose_recovery_vouchers", {"days": belonging})
    yield Sentence("prose_recovery_others")
    yield Sentence("prose_recovery_limits")
    again = Sentence("for_days", {"days": terms.again_days})
    yield Sentence("prose_recovery_again", {"days": again})
    yield Sentence("prose_recovery_votes")
