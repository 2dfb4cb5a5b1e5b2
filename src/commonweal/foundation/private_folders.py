"""Folders that only the user of this server may look into."""

import os
from pathlib import Path

FOR_US_ALONE = 0o700


def private_folder(folder: Path) -> Path:
    """Make a folder and what is missing above it, outlasting a power cut.

    `mkdir(parents=True)` would leave the folders above open to everybody.
    """
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir(mode=FOR_US_ALONE, exist_ok=True)
        settle(one.parent)
    return folder


def settle(folder: Path) -> None:
    """Make sure that what was put in or out of a folder outlasts a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
