"""A PostgreSQL of our own for one run of the tests, gone without trace afterwards.

It listens on a socket in a temporary folder and nowhere else, and it does not wait for
the disk: what it holds need not survive anything.
"""

import getpass
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

QUICK = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "60",
    "shared_buffers": "128MB",
    "listen_addresses": "",
}
# What a real node would run with, for the tests that kill it.
DURABLE = QUICK | {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}


@contextmanager
def throwaway_postgresql(
    programs: Path, settings: dict[str, str] | None = None
) -> Iterator[str]:
    """Start a server, give its database URL, and stop and delete it in the end."""
    folder = Path(tempfile.mkdtemp(prefix="commonweal-pg-"))
    owner = _owner()
    if owner:
        shutil.chown(folder, owner, pwd.getpwnam(owner).pw_gid)
    cluster = folder / "data"
    options = " ".join(
        f"-c {name}={value or "''"}"
        for name, value in (
            (settings or QUICK) | {"unix_socket_directories": str(folder)}
        ).items()
    )
    try:
        _run(
            owner,
            [
                programs / "initdb",
                "-D",
                cluster,
                "-U",
                "commonweal",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C",
                "--no-sync",
            ],
        )
        _run(
            owner,
            [
                programs / "pg_ctl",
                "-D",
                cluster,
                "-w",
                "-l",
                folder / "log",
                "-o",
                options,
                "start",
            ],
        )
        try:
            socket = quote(str(folder), safe="/")
            yield f"postgresql://commonweal@/postgres?host={socket}"
        finally:
            _run(owner, [programs / "pg_ctl", "-D", cluster, "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _owner() -> str | None:
    """Name who shall run the server: it refuses to run as root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _run(owner: str | None, command: list[str | Path]) -> None:
    """Run one of PostgreSQL's programs as `owner`; tell what it said if it fails."""
    prefix = (
        ["runuser", "-u", owner, "--"] if owner and owner != getpass.getuser() else []
    )
    done = subprocess.run(
        [*prefix, *map(str, command)],
        capture_output=True,
        text=True,
        cwd="/",
        check=False,
        stdin=subprocess.DEVNULL,
    )
    if done.returncode:
        raise RuntimeError(f"{Path(command[0]).name}: {done.stdout}{done.stderr}")
