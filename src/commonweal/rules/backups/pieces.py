"""Rows cut into pieces in such a way that a changed row changes one piece only.

Where a piece ends depends on the row that ends it and on no other, so pieces before
and after a change stay what they were and need not be stored again.

Source: content-defined chunking, Muthitacharoen, Chen and Mazières, A low-bandwidth
network file system (SOSP 2001), with rows in the place of bytes.
"""

from collections.abc import Iterable, Iterator
from hashlib import blake2b, sha256

# One row in so many ends a piece.
ROWS_A_PIECE = 128
MOST_BYTES = 1 << 19
SUM_BITS = 256


def pieces(rows: Iterable[tuple[bytes, bytes]]) -> Iterator[tuple[bytes, ...]]:
    """Cut rows, each given as its key and its line, into pieces of whole lines.

    No row is lost, doubled or moved. A piece of more than half a megabyte ends early.
    """
    piece: list[bytes] = []
    size = 0
    for key, line in rows:
        piece.append(line)
        size += len(line)
        if ends_a_piece(key) or size >= MOST_BYTES:
            yield tuple(piece)
            piece, size = [], 0
    if piece:
        yield tuple(piece)


def ends_a_piece(key: bytes) -> bool:
    """Say whether a piece ends after the row with this key."""
    number = int.from_bytes(blake2b(key, digest_size=4).digest())
    return number % ROWS_A_PIECE == 0


class Sum:
    """A digest of rows that does not depend on their order.

    It finds what was lost or bent on the way; it withstands accidents and nobody's
    intent, which is what a signature is for.
    """

    def __init__(self) -> None:
        self.rows = 0
        self._total = 0

    def add(self, line: bytes) -> None:
        """Count a row in."""
        self.rows += 1
        self._total += int.from_bytes(sha256(line).digest())

    @property
    def text(self) -> str:
        """The digest as 64 letters and digits."""
        return f"{self._total % (1 << SUM_BITS):064x}"
