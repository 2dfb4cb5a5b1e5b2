"""Whether anybody could be let back in by one member alone."""

from collections.abc import Iterator

from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import Sentence


def objections_to_recovery(charter: Charter) -> Iterator[Sentence]:
    """Object to a single voucher, who could come in as any other member."""
    if charter.recovery.vouchers == 1:
        yield Sentence("charter_one_voucher")
