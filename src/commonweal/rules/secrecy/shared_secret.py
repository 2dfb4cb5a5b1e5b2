"""A secret shared among several: any `threshold` of them have it, fewer have nothing.

The secret is where a random curve meets the axis; each holds one point of the curve.
As many points as the threshold fix the curve; one point fewer fits every secret
equally well. A digest of each share, told to all, shows whose share is false.

Source: Shamir, How to Share a Secret, CACM 22(11), 1979. The digests are the simplest
form of what Tompa & Woll, J. Cryptology 1(2), 1988, ask for; shares are as large as the
secret and random, so a digest of one tells nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

# A Mersenne prime, larger than any key here, which nobody chose for a purpose.
PRIME = 2**521 - 1
SHARE_BYTES = 66
MOST_SHARES = 255


@dataclass(frozen=True, slots=True)
class Share:
    """One point of the curve: its number from 1, and its height."""

    number: int
    height: int

    def __post_init__(self) -> None:
        assert 1 <= self.number <= MOST_SHARES, "shares are numbered from 1"
        assert self.height >= 0, "a height is a remainder"


def shares_of(
    secret: int, *, count: int, coefficients: Sequence[int], prime: int = PRIME
) -> tuple[Share, ...]:
    """Share a secret below the prime among `count`.

    The threshold is one more than there are coefficients, which are drawn at random
    below the prime, anew for each secret.
    """
    curve = (secret, *coefficients)
    assert len(curve) <= count <= MOST_SHARES, "enough shares to reach the threshold"
    assert count < prime, "each share stands at its own place"
    assert all(0 <= one < prime for one in curve), "all below the prime"
    return tuple(
        Share(number, _height(curve, number, prime)) for number in range(1, count + 1)
    )


def secret_from(shares: Sequence[Share], *, prime: int = PRIME) -> int:
    """Find where the curve through these shares meets the axis.

    It is the secret if they are as many as the threshold and all of them true, and any
    number at all if not: nothing here can tell, which is why shares have digests.
    """
    numbers = [share.number for share in shares]
    assert len(set(numbers)) == len(numbers), "each share counts once"
    parts = [share.height * _weight(share, numbers, prime) for share in shares]
    return sum(parts) % prime


def share_digest(share: Share) -> str:
    """Give the digest by which a share is known to be true."""
    return sha256(share_bytes(share)).hexdigest()


def false_shares(
    shares: Sequence[Share], digests: Mapping[int, str]
) -> tuple[int, ...]:
    """Name the numbers of the shares that are not those that were dealt."""
    return tuple(
        share.number
        for share in shares
        if digests.get(share.number) != share_digest(share)
    )


def share_bytes(share: Share) -> bytes:
    """Write a share of a secret below `PRIME` in 67 bytes."""
    return bytes([share.number]) + share.height.to_bytes(SHARE_BYTES, "big")


def share_from(written: bytes) -> Share | None:
    """Read a share; nothing if it is none."""
    if len(written) != 1 + SHARE_BYTES or not written[0]:
        return None
    return Share(written[0], int.from_bytes(written[1:], "big"))


def _height(curve: Sequence[int], place: int, prime: int) -> int:
    height = 0
    for coefficient in reversed(curve):
        height = (height * place + coefficient) % prime
    return height


def _weight(share: Share, numbers: Sequence[int], prime: int) -> int:
    # Lagrange's polynomial that is one at this share and nought at the others, at 0.
    above = below = 1
    for number in numbers:
        if number != share.number:
            above = above * number % prime
            below = below * (number - share.number) % prime
    return above * pow(below, -1, prime)
