"""Turn what the environment says into settings: the database, mail, the secret key."""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from commonweal.foundation.private_folders import private_folder

SMTP_WAITS_S = 20


def database(url: str | None, data: Path) -> dict[str, Any]:
    """Read a database URL; without one, SQLite in the data folder.

    `sqlite:///path/to/file` or `postgresql://user:password@host:port/name`; a host
    left out means the local socket, or the folder in `?host=`.
    """
    if url and not url.startswith("sqlite:"):
        return _postgresql(url)
    path = Path(url.removeprefix("sqlite:///")) if url else data / "commonweal.sqlite3"
    if not url:
        private_folder(data)
    return {
        "ENGINE": "commonweal.project.queued_sqlite3",
        "NAME": path,
        # One connection a thread for good: opening one costs more than most requests.
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            # Writers queue instead of failing. That what was acknowledged survives a
            # power cut is seen to by the engine: see `queued_sqlite3.on_disk`.
            "transaction_mode": "IMMEDIATE",
            "timeout": 10,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
            # What is deleted is written over, and not left for whoever takes the disk.
            "PRAGMA secure_delete=ON;"
            "PRAGMA temp_store=MEMORY;"
            "PRAGMA journal_size_limit=27103364; PRAGMA cache_size=-20000;",
        },
    }


def _postgresql(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    assert parts.scheme in {"postgres", "postgresql"}, (
        "COMMONWEAL_DATABASE_URL starts with sqlite:/// or postgresql://"
    )
    socket_folder = parts.query.removeprefix("host=")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or unquote(socket_folder),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": None,
    }


def mail(url: str | None) -> dict[str, Any]:
    """Read `smtp://user:password@host:port` (smtp+tls for STARTTLS); none: no mail."""
    backends = "django.core.mail.backends"
    if not url:
        return {"BACKEND": f"{backends}.dummy.EmailBackend"}
    parts = urlsplit(url)
    assert parts.scheme in {"smtp", "smtp+tls"}, (
        "COMMONWEAL_SMTP_URL starts with smtp:// or smtp+tls://"
    )
    return {
        "BACKEND": "commonweal.foundation.people.jobs.Postbox",
        "OPTIONS": {
            "host": parts.hostname or "localhost",
            "port": parts.port or 25,
            "username": unquote(parts.username or ""),
            "password": unquote(parts.password or ""),
            "use_tls": parts.scheme == "smtp+tls",
            # A server that says nothing keeps no worker from other letters for long.
            "timeout": SMTP_WAITS_S,
        },
    }


def news_from(told: str) -> list[str]:
    """Say from where a page may hear news: from a port of any name of this machine."""
    return [f"*:{told[1:].partition('/')[0]}"] if told.startswith(":") else []


def secret_key(given: str | None, data: Path) -> str:
    """Take the key given, or make one once and keep it readable by nobody else."""
    if given:
        return given
    private_folder(data)
    path = data / "secret-key"
    if not path.exists():
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(50))
    return path.read_text()
