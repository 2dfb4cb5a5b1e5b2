"""What a node makes on the disk is its user's alone."""

import os
import subprocess
import sys

from tests.machine import ROOT


def test_database_keys_and_folder_are_made_for_nobody_else(tmp_path):
    folder = tmp_path / "data"
    made = subprocess.run(
        [sys.executable, "-c", STORY],
        cwd=ROOT,
        env=os.environ
        | {
            "COMMONWEAL_DATA": str(folder),
            "COMMONWEAL_KEYS": str(folder / "keys"),
            "DJANGO_SETTINGS_MODULE": "commonweal.project.settings",
            "PYTHONPATH": str(ROOT / "src"),
        },
        # The widest there is: what is private must not hang on it.
        preexec_fn=lambda: os.umask(0),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert made.returncode == 0, made.stderr
    modes = {
        path.name: oct(path.stat().st_mode & 0o777)
        for path in (folder, *folder.iterdir())
    }
    assert modes.pop("data") == "0o700"
    assert set(modes.values()) == {"0o600"}
    assert {"secret-key", "backup-keys", "commonweal.sqlite3"} <= set(modes)
    assert "commonweal.sqlite3-wal" in modes


STORY = """
import django, os
django.setup()
from django.db import connection
from commonweal.interfaces.cli.main import main
with connection.cursor() as cursor:
    cursor.execute("CREATE TABLE one (id integer)")
assert main(["backup", "keys", "--out", os.environ["COMMONWEAL_DATA"] + "/paper"]) == 0
os._exit(0)
"""
