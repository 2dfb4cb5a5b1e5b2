"""A device that makes passkeys, as software: what a phone does under its own lock."""

import json
import secrets
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import (
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
)

HERE = "http://localhost:8000"
PRESENT, VERIFIED, HAS_KEY = 0x01, 0x04, 0x40


@dataclass
class Keyring:
    """One key of one owner, and answers signed with it."""

    key: Any = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    id: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    def made(self, asked: dict, *, origin: str = HERE, flags: int = 0x45) -> dict:
        """Answer when asked to make a key."""
        asked = asked["publicKey"]
        public = ES256.from_cryptography_key(self.key.public_key())
        held = AttestedCredentialData.create(bytes(16), self.id, public)
        data = AuthenticatorData.create(_rp(asked["rp"]["id"]), flags, 0, held)
        attestation = AttestationObject.create("none", data, {})
        said = _client_data("webauthn.create", asked["challenge"], origin)
        return self._answer(clientDataJSON=said, attestationObject=bytes(attestation))

    def signed(self, asked: dict, *, origin: str = HERE, flags: int = 0x05) -> dict:
        """Answer when asked to show the key."""
        asked = asked["publicKey"]
        data = AuthenticatorData.create(_rp(asked["rpId"]), flags, 0)
        said = _client_data("webauthn.get", asked["challenge"], origin)
        signature = self.key.sign(
            bytes(data) + sha256(said).digest(), ec.ECDSA(hashes.SHA256())
        )
        return self._answer(
            clientDataJSON=said, authenticatorData=bytes(data), signature=signature
        )

    def _answer(self, **parts: bytes) -> dict:
        name = websafe_encode(self.id)
        response = {key: websafe_encode(value) for key, value in parts.items()}
        return {"id": name, "rawId": name, "type": "public-key", "response": response}


def _rp(host: str) -> bytes:
    return sha256(host.encode()).digest()


def _client_data(kind: str, challenge: str, origin: str) -> bytes:
    said = {"type": kind, "challenge": challenge, "origin": origin}
    return json.dumps(said).encode()
