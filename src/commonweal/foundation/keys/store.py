"""The files keys are in: one a key, readable by this server alone, not in the database.

They lie in a folder of their own (COMMONWEAL_KEYS, else `keys` in the data folder), so
that a copy of the database opens nothing, and destroying a file destroys every copy of
what it sealed, backups included. Keys that end with a vote lie in another one, which
nobody copies: a copy of such a key would tell who voted what. A key that others on the
machine can read is refused before it is used.
"""

import os
import secrets
import stat
from pathlib import Path

from django.conf import settings

from commonweal.foundation.private_folders import private_folder, settle
from commonweal.rules.secrecy.sealed_words import KEY_BYTES
from commonweal.rules.verdict import Refused, refused

ENDING = ".key"
# Ballots and who voted, who votes elsewhere, and votes by phone in an assembly.
END_WITH_A_VOTE = ("ballots", "paper", "rooms")
FOR_US_ALONE = 0o600
OTHERS = stat.S_IRWXG | stat.S_IRWXO


def made(name: str) -> bytes:
    """Give a key, made now if there is none of this name yet."""
    path = _path(name)
    if not path.exists():
        keep(name, secrets.token_bytes(KEY_BYTES))
    return kept(name)


def keep(name: str, key: bytes) -> None:
    """Keep what somebody else made; the first of a name stays."""
    path = _path(name)
    private_folder(path.parent)
    _write(path, key.hex().encode())


def kept(name: str, length: int = KEY_BYTES) -> bytes:
    """Give a key that is there; refuse one that is missing, open to others or cut."""
    try:
        with _path(name).open("rb") as file:
            if os.fstat(file.fileno()).st_mode & OTHERS:
                raise Refused(refused("key_open_to_others", name=name))
            return _read(name, file.read(), length)
    except OSError as error:
        raise Refused(refused("key_missing", name=name)) from error


def is_kept(name: str) -> bool:
    """Say whether there is a file of this name."""
    return _path(name).exists()


def names(folder: str) -> list[str]:
    """List the keys in one folder of the store, and in those below it."""
    found = {
        path.relative_to(top).as_posix().removesuffix(ENDING)
        for top in folders()
        for path in (top / folder).rglob(f"*{ENDING}")
    }
    return sorted(found)


def folders() -> tuple[Path, Path]:
    """Give the folder that is copied every night, and the one that never is."""
    return Path(settings.KEYS), Path(settings.KEYS_OF_VOTES)


def destroy(name: str) -> None:
    """Write over a key and remove it; one that is gone already is gone.

    What a disk keeps of a file that was written over is up to the disk: whoever runs
    a node encrypts it as well.
    """
    path = _path(name)
    try:
        with path.open("r+b", buffering=0) as file:
            file.write(bytes(path.stat().st_size))
            os.fsync(file.fileno())
        path.unlink()
    except FileNotFoundError:
        return
    settle(path.parent)


def _path(name: str) -> Path:
    """Say where a key lies; one of a vote of before stays until it ends there."""
    copied, never_copied = (top / f"{name}{ENDING}" for top in folders())
    ends_with_a_vote = name.partition("/")[0] in END_WITH_A_VOTE
    return never_copied if ends_with_a_vote and not copied.exists() else copied


def _write(path: Path, words: bytes) -> None:
    # Whole before it has its name, so that nobody reads half a key; of two who make
    # one at the same moment the first is kept.
    part = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FOR_US_ALONE)
    with os.fdopen(descriptor, "wb") as file:
        file.write(words)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(part, path)
    except FileExistsError:
        pass
    finally:
        part.unlink()
    settle(path.parent)


def _read(name: str, written: bytes, length: int) -> bytes:
    try:
        key = bytes.fromhex(written.decode("ascii"))
    except ValueError:
        key = b""
    if len(key) != length:
        raise Refused(refused("key_wrong", name=name))
    return key
