"""Drawing members for an office by a lot that everybody can draw again.

The seed is a public text. Each member's id is written after it and a space; whoever has
the smaller SHA-256 goes before, as in the lots that part ties. With a shell:
`printf '%s %s' "$SEED" "$ID" | sha256sum`.
"""

from collections.abc import Collection
from hashlib import sha256


def drawn(pool: Collection[str], *, places: int, seed: str) -> tuple[str, ...]:
    """Give the ids drawn, the first one first; all of them where there are too few.

    The order in which the pool is listed does not matter.
    """
    assert places >= 0
    return tuple(sorted(set(pool), key=lambda one: _digest(seed, one))[:places])


def seed_of(*, roll: str, before: str, office: str) -> str:
    """Make the seed of a draw out of the roll, the journal's last line and the office.

    The roll is salted when it is frozen, so no member can know the seed beforehand;
    the journal's line was there before, so it cannot be chosen afterwards.
    """
    return sha256(f"{roll} {before} {office}".encode()).hexdigest()[:16]


def _digest(seed: str, one: str) -> bytes:
    return sha256(f"{seed} {one}".encode()).digest()
