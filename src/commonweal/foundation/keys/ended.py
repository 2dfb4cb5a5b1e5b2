"""What has ended and must not come back with a backup, noted beside the keys.

A restore brings back rows of the day of its backup: a code on paper that was used
since, a passkey that was removed. So that they end again, a digest of each is kept
outside the database. All stand in one file, in an order of their own, so that its date
tells of the last of them and of no other.
"""

import fcntl
import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path

from django.conf import settings
from django.db import transaction

from commonweal.foundation.private_folders import private_folder, settle

FILE, LOCK = "ended", ".ended.lock"
FOR_US_ALONE = 0o600
MARK_BYTES = 16


def note_ended(what: str, digests: Iterable[str]) -> None:
    """Note that these have ended, once what is being done holds."""
    marks = {_mark(what, one) for one in digests}
    if marks:
        transaction.on_commit(lambda: _add(marks))


def ended_among(what: str, digests: Iterable[str]) -> set[str]:
    """Say which of these were noted as ended."""
    noted = _noted()
    return {one for one in digests if _mark(what, one) in noted}


def _mark(what: str, digest: str) -> str:
    return blake2b(f"{what} {digest}".encode(), digest_size=MARK_BYTES).hexdigest()


def _noted() -> set[str]:
    path = Path(settings.KEYS) / FILE
    return set(path.read_text().split()) if path.exists() else set()


def _add(marks: set[str]) -> None:
    folder = private_folder(Path(settings.KEYS))
    with _alone(folder):
        words = "\n".join(sorted(_noted() | marks)) + "\n"
        part = folder / f".{FILE}.{secrets.token_hex(8)}"
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        with os.fdopen(os.open(part, flags, FOR_US_ALONE), "w") as file:
            file.write(words)
            file.flush()
            os.fsync(file.fileno())
        part.replace(folder / FILE)
        settle(folder)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let one at a time add to the file."""
    descriptor = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, FOR_US_ALONE)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
