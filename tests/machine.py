"""What this machine has for the tests: Chromium, PostgreSQL, the shared data."""

import os
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("COMMONWEAL_SHARED", ROOT.parent / "shared"))


def chromium() -> str | None:
    """Find a Chromium that can be started, or None."""
    asked = os.environ.get("COMMONWEAL_CHROMIUM")
    names = [asked] if asked else ["chromium", "chromium-browser", "google-chrome"]
    return next((path for name in names if (path := shutil.which(name))), None)


def postgresql() -> Path | None:
    """Find the folder with PostgreSQL's server programs, or None.

    Debian keeps them off the PATH, a folder for each version; the newest wins.
    """
    asked = os.environ.get("COMMONWEAL_POSTGRESQL")
    debian = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"),
        key=lambda path: int(path.parent.name),
        reverse=True,
    )
    on_path = shutil.which("initdb")
    folders = [Path(asked)] if asked else debian
    if on_path and not asked:
        folders = [*folders, Path(on_path).resolve().parent]
    return next((folder for folder in folders if (folder / "initdb").exists()), None)
