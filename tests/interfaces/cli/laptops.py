"""Given a laptop with a key, on which commands are typed."""

import contextlib
import io
from dataclasses import dataclass
from pathlib import Path

from commonweal.foundation.private_folders import private_folder
from commonweal.interfaces.cli import assembly, main
from commonweal.interfaces.cli.assembly import laptop_key

LISTS = assembly.LISTS


@dataclass(frozen=True)
class ALaptop:
    """A laptop's folder, and its key."""

    folder: Path
    seed: bytes

    def opens(self, words: bytes) -> tuple[int, str]:
        """Open the room with a file; give the status and what was complained of."""
        file = self.folder.parent / "came.json"
        file.write_bytes(words)
        said = io.StringIO()
        with contextlib.redirect_stderr(said):
            status = main.main(["assembly", str(file), "--folder", str(self.folder)])
        return status, said.getvalue()


def a_laptop(folder: Path) -> ALaptop:
    """Give a laptop that lies in a folder below this one."""
    there = private_folder(folder / "laptop")
    return ALaptop(there, laptop_key(there))
