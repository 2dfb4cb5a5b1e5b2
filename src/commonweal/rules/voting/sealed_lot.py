"""The text a lot is drawn from: fixed before the first ballot, known after the last.

Some secret bytes are drawn when a vote opens, and only their seal is told. When it is
over the text follows from these bytes, the roll and all the ballots. So nobody who sees
the ballots can choose it, and nobody who chose the bytes knew the ballots. Whoever has
both the bytes and the last ballot can try what that one ballot would yield.

Source: Blum, Coin Flipping by Telephone (1981), on committing before the other side
has spoken.
"""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from commonweal.rules.canonical import Json, canonical
from commonweal.rules.voting.secret_ballots import Grouped

SECRET_BYTES = 16
SEAL_DOMAIN = b"commonweal lot seal 1\n"
TEXT_DOMAIN = b"commonweal lot text 1\n"
# Enough that nobody finds by trying one that suits them, few enough to be read out.
TEXT_DIGITS = 16


def seal_of_lot(secret: bytes) -> str:
    """Give the seal of the secret bytes: 64 hexadecimal digits (SHA-256)."""
    assert len(secret) == SECRET_BYTES, "few bytes could be found by trying"
    return sha256(SEAL_DOMAIN + secret).hexdigest()


def text_of_lot(secret: bytes, *, roll: str, call: int, kept: Grouped) -> str:
    """Give the text of the lot: sixteen hexadecimal digits.

    `roll` is the seal of the roll, `call` which call of the vote it was, and `kept`
    each way the ballot was filled in and how often, in any order.
    """
    in_order = sorted((canonical(marks).decode(), times) for marks, times in kept)
    ballots: list[Json] = [[marks, times] for marks, times in in_order]
    said = canonical({"roll": roll, "call": call, "ballots": ballots})
    return sha256(TEXT_DOMAIN + secret + said).hexdigest()[:TEXT_DIGITS]


def comes_out(bundle: Mapping[str, Any]) -> bool:
    """Say whether the text in a recount bundle follows from its secret and ballots.

    Bundles from before lots were sealed hold no secret, and nothing can be said.
    """
    if "lot" not in bundle:
        return True
    secret = bytes.fromhex(bundle["lot"]["secret"])
    kept = [(one["marks"], one["count"]) for one in bundle["ballots"]]
    roll, call = str(bundle["about"]["roll_hash"]), int(bundle["call"])
    return bool(
        bundle["lot"]["seal"] == seal_of_lot(secret)
        and bundle["tie_seed"] == text_of_lot(secret, roll=roll, call=call, kept=kept)
    )
