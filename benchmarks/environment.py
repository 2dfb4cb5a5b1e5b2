"""The environment other people's counts run in, made from requirements-peers.lock.

It is kept under var/peers and made anew when the lock changes.
"""

import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements-peers.lock"
PLACE = ROOT / "var" / "peers"


class NotHere(Exception):  # noqa: N818 -- an answer, and no fault
    """Raised, with a sentence, where what a measure needs is not on this machine."""


def peers_python() -> Path:
    """Give the Python of the peers, after making their environment if need be.

    Raises `NotHere` where they cannot be installed.
    """
    python = PLACE / "bin" / "python"
    stamp = PLACE / "made-from"
    wanted = sha256(LOCK.read_bytes()).hexdigest()
    if not stamp.exists() or stamp.read_text() != wanted:
        print("Installing the peers of requirements-peers.lock in var/peers.")
        shutil.rmtree(PLACE, ignore_errors=True)
        installing = ("-m", "pip", "install", "-q", "--require-hashes", "-r", str(LOCK))
        try:
            run(sys.executable, "-m", "venv", str(PLACE))
            run(str(python), *installing)
        except subprocess.CalledProcessError:
            raise NotHere("the peers cannot be installed") from None
        stamp.write_text(wanted)
    return python


def run(*words: str) -> str:
    """Run a command to its end and give what it printed."""
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout
