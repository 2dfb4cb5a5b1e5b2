"""The roll: who may vote on one question, frozen when voting opens, and its seal.

The roll is published as leaves, one a member, each a hash that only somebody who
knows the member's salt can connect with the member. Whoever holds the leaves can
compute the seal again and see that nobody was added or struck off later; a member who
is given their salt can see that they are on it. Destroying a salt makes its leaf say
nothing about anybody, and the seal still holds.
"""

import hashlib
import hmac
from collections.abc import Collection

LEAF_DOMAIN = b"commonweal roll leaf 1\n"
ROLL_DOMAIN = b"commonweal roll 1\n"


def leaf(salt: bytes, member_id: str) -> str:
    """Hash one member with their salt: 64 hexadecimal digits (SHA-256).

    The salt's length goes in first, so that no two pairs of salt and id run together
    into the same bytes. The salt should be 16 random bytes or more, one a member.
    """
    assert len(salt) < 2**32
    length = len(salt).to_bytes(4, "big")
    text = member_id.encode("utf-8")
    return hashlib.sha256(LEAF_DOMAIN + length + salt + text).hexdigest()


def roll_hash(leaves: Collection[str]) -> str:
    """Seal a roll: SHA-256 over how many leaves there are and the leaves in order.

    Leaves are sorted first, so the order in which members are listed says nothing. A
    leaf that stands there twice is a member with two ballots: `ValueError`.
    """
    if len(set(leaves)) != len(leaves):
        raise ValueError("a leaf stands on the roll twice")
    body = b"".join(bytes.fromhex(one) for one in sorted(leaves))
    count = len(leaves).to_bytes(8, "big")
    return hashlib.sha256(ROLL_DOMAIN + count + body).hexdigest()


def in_roll(leaves: Collection[str], seal: str, *, salt: bytes, member_id: str) -> bool:
    """Say whether these leaves are the sealed roll and the member is on it."""
    mine = leaf(salt, member_id)
    same = hmac.compare_digest(roll_hash(leaves), seal)
    return same and mine in leaves
