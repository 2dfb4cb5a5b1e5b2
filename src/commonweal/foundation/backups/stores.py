"""Where backups lie: a folder, or any store that speaks S3.

This and `nodes.fetch` are the only modules that open a way out of this machine, and
this one only to the address that whoever runs the node wrote down for its backups.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

import obstore
from obstore.exceptions import BaseError as StoreError
from obstore.exceptions import NotFoundError
from obstore.store import S3Store

from commonweal.foundation.private_folders import private_folder, settle
from commonweal.rules.verdict import Refused, refused

PRIVATE_FILE = 0o600
TRIES = 3


class Store(Protocol):
    """A place that keeps named bytes. What was put is there whole, or not at all."""

    def put(self, name: str, content: bytes) -> None:
        """Keep `content` under `name`."""

    def get(self, name: str) -> bytes | None:
        """Give what is kept under `name`, or None."""

    def sizes(self, under: str) -> dict[str, int]:
        """Give the names that begin with a folder, each with its size."""

    def remove(self, name: str) -> None:
        """Keep it no longer."""


def store_at(place: str, access: Mapping[str, str]) -> Store:
    """Find a store by its place: a folder, or `s3://bucket/folder`."""
    if not is_bucket(place):
        return Folder(Path(place))
    parts = urlsplit(place)
    return Bucket(parts.netloc, parts.path.strip("/"), access)


def is_bucket(place: str) -> bool:
    """Say whether a place is a store that speaks S3, however its name is written."""
    return place.lower().startswith("s3://")


class Folder:
    """A folder that nobody else may look into, on this machine or mounted."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, name: str, content: bytes) -> None:
        """Write beside, wait for the disk, and then give it its name."""
        path = self.folder / name
        try:
            private_folder(path.parent)
            beside = path.with_name(f".{path.name}.part")
            beside.unlink(missing_ok=True)
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
            with os.fdopen(os.open(beside, flags, PRIVATE_FILE), "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
            settle(path.parent)
        except OSError as error:
            raise _away(str(self.folder), error.strerror or "") from error

    def get(self, name: str) -> bytes | None:
        """Read it."""
        try:
            return (self.folder / name).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise _away(str(self.folder), error.strerror or "") from error

    def sizes(self, under: str) -> dict[str, int]:
        """List what is there; what was not finished is not."""
        return {
            path.relative_to(self.folder).as_posix(): path.stat().st_size
            for path in (self.folder / under).rglob("*")
            if path.is_file() and not path.name.startswith(".")
        }

    def remove(self, name: str) -> None:
        """Delete it."""
        (self.folder / name).unlink(missing_ok=True)


class Bucket:
    """A store that speaks S3, reached over HTTPS, or in the clear on this machine."""

    def __init__(self, bucket: str, folder: str, access: Mapping[str, str]) -> None:
        self.place = f"s3://{bucket}/{folder}".rstrip("/")
        endpoint = access.get("endpoint", "")
        host = urlsplit(endpoint).hostname or ""
        in_clear = endpoint.startswith("http://")
        if in_clear and host not in {"localhost", "127.0.0.1", "::1"}:
            raise Refused(refused("store_in_the_clear", place=endpoint))
        self._store = S3Store(
            bucket,
            prefix=folder or None,
            config={
                "access_key_id": access.get("key_id", ""),
                "secret_access_key": access.get("secret", ""),
                "region": access.get("region") or "us-east-1",
                **({"endpoint": endpoint} if endpoint else {}),
                "virtual_hosted_style_request": False,
            },
            client_options={"allow_http": in_clear, "timeout": "60s"},
            retry_config={"max_retries": TRIES},
        )

    def put(self, name: str, content: bytes) -> None:
        """Send it; the store takes it whole or not at all."""
        try:
            obstore.put(self._store, name, content)
        except (StoreError, OSError) as error:
            raise _away(self.place, _kind_of(error)) from error

    def get(self, name: str) -> bytes | None:
        """Fetch it."""
        try:
            return bytes(obstore.get(self._store, name).bytes())
        except (FileNotFoundError, NotFoundError):
            return None
        except (StoreError, OSError) as error:
            raise _away(self.place, _kind_of(error)) from error

    def sizes(self, under: str) -> dict[str, int]:
        """Ask what is there."""
        try:
            return {
                one["path"]: one["size"]
                for some in obstore.list(self._store, under)
                for one in some
            }
        except (StoreError, OSError) as error:
            raise _away(self.place, _kind_of(error)) from error

    def remove(self, name: str) -> None:
        """Have it deleted."""
        try:
            obstore.delete(self._store, name)
        except (FileNotFoundError, NotFoundError):
            return
        except (StoreError, OSError) as error:
            raise _away(self.place, _kind_of(error)) from error


def _away(place: str, reason: str) -> Refused:
    return Refused(refused("store_away", place=place, reason=reason))


def _kind_of(error: Exception) -> str:
    # The words of the error hold addresses and, with some stores, keys.
    return type(error).__name__
