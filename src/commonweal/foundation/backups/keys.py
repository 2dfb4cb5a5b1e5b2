"""The paper key that opens backups, and what a server keeps of it.

Everything follows from 32 random bytes that are printed once. The server keeps three
values that follow from them and lead nowhere back: to whom pieces are sealed, how a
piece gets its name, and what a backup is signed with. So who takes the server can
write backups and recognise its own, and cannot read a single one.
"""

import json
import os
import secrets
from base64 import b64decode, b64encode
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.signing import SigningKey, VerifyKey

from commonweal.foundation.codes import digest, grouped, normal
from commonweal.rules.secrecy.spoken import heard, spoken
from commonweal.rules.verdict import Refused, refused

SEED_BYTES = 32
CHECK_LETTERS = 16
NOBODY_ELSE = 0o077
KEY_FILE = "backup-keys"


@dataclass(frozen=True, slots=True)
class WriterKeys:
    """What a server needs in order to write backups that it cannot read."""

    seal_to: bytes
    naming: bytes
    signing: bytes

    def sealed(self, plain: bytes) -> bytes:
        """Seal for whoever holds the paper key."""
        return SealedBox(PublicKey(self.seal_to)).encrypt(plain)

    def name_of(self, plain: bytes) -> str:
        """Name a piece by what is in it; without the key nobody can guess from it."""
        return blake2b(plain, key=self.naming, digest_size=32).hexdigest()

    def signed(self, message: bytes) -> str:
        """Sign, so that nobody who can only reach the store can write a backup."""
        return SigningKey(self.signing).sign(message).signature.hex()

    @property
    def known_by(self) -> bytes:
        """What the signature is checked by."""
        return bytes(SigningKey(self.signing).verify_key)


@dataclass(frozen=True, slots=True)
class PaperKey:
    """The key that opens. It is on paper, and on no machine but while it is used."""

    seed: bytes

    def __repr__(self) -> str:
        return "PaperKey(…)"

    @property
    def words(self) -> str:
        """The key as it is printed: fourteen groups of four."""
        return grouped(spoken(self.seed))

    @property
    def for_writing(self) -> WriterKeys:
        """What the server keeps."""
        return WriterKeys(
            bytes(self._private.public_key),
            self._derived(b"naming"),
            self._derived(b"signing"),
        )

    def opened(self, sealed: bytes) -> bytes:
        """Open what was sealed; raises `nacl.exceptions.CryptoError` if it is not."""
        return SealedBox(self._private).decrypt(sealed)

    @property
    def _private(self) -> PrivateKey:
        return PrivateKey(self._derived(b"sealing"))

    def _derived(self, purpose: bytes) -> bytes:
        return blake2b(purpose, key=self.seed, person=b"commonweal backu").digest()[:32]


def new_paper_key() -> PaperKey:
    """Make a key."""
    return PaperKey(secrets.token_bytes(SEED_BYTES))


def paper_key(typed: str) -> PaperKey:
    """Read a key as it was typed from the paper; refuses a slip of the pen."""
    seed = heard(normal(typed))
    if seed is None:
        raise Refused(refused("paper_key_mistyped"))
    return PaperKey(seed)


def is_signed(message: bytes, signature: str, by: bytes) -> bool:
    """Say whether a signature is this writer's."""
    try:
        VerifyKey(by).verify(message, bytes.fromhex(signature))
    except (CryptoError, ValueError, TypeError):
        return False
    return True


def keep(keys: WriterKeys, folder: Path) -> Path:
    """Write what the server keeps into a file that nobody else can read, once."""
    path = folder / KEY_FILE
    if path.exists():
        raise Refused(refused("backup_keys_there", file=str(path)))
    told = {
        "seal_to": b64encode(keys.seal_to).decode(),
        "naming": b64encode(keys.naming).decode(),
        "signing": b64encode(keys.signing).decode(),
    }
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump(told, file)
        file.flush()
        os.fsync(file.fileno())
    return path


def kept_in(folder: Path) -> WriterKeys:
    """Read what the server keeps; refuses what is missing, open to others or broken."""
    path = folder / KEY_FILE
    if not path.exists():
        raise Refused(refused("backup_keys_missing", file=str(path)))
    if path.stat().st_mode & NOBODY_ELSE:
        raise Refused(refused("backup_keys_open", file=str(path)))
    try:
        told = json.loads(path.read_text())
        keys = WriterKeys(
            *(b64decode(told[name]) for name in ("seal_to", "naming", "signing"))
        )
        # Keys of another length fail here, and not in the middle of a backup.
        keys.sealed(keys.known_by + bytes.fromhex(keys.name_of(b"")))
    except (ValueError, KeyError, TypeError) as error:
        raise Refused(refused("backup_keys_broken", file=str(path))) from error
    return keys


def secret_key_check() -> str:
    """Give what tells one secret key from another, and tells nothing else of it."""
    return digest("backup", "which key is this")[:CHECK_LETTERS]
