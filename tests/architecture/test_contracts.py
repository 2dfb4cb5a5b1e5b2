"""The import contracts see what they are there to see."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.machine import ROOT

SIDEWAYS = "from commonweal.capabilities.decisions import access"
# For each contract, by its first words: one wrong import, or a folder nobody declared.
WRONGS = {
    "Imports point down": {"rules/verdict.py": "import commonweal.foundation.effects"},
    "Rules know no framework": {"rules/sentence.py": "import django.db"},
    "Interfaces never lean": {
        "interfaces/cli/__init__.py": "",
        "interfaces/web/views.py": "import commonweal.interfaces.cli",
    },
    "Capabilities build": {"capabilities/gossip/__init__.py": ""},
    "The foundation builds": {
        "foundation/people/models.py": "import commonweal.foundation.threads"
    },
    "Inside a subject": {"capabilities/decisions/models.py": SIDEWAYS},
}


def test_every_contract_is_tried():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]
    names = [each["name"] for each in contracts["importlinter"]["contracts"]]

    assert all(any(name.startswith(wrong) for wrong in WRONGS) for name in names)


def test_every_contract_bites(tmp_path: Path) -> None:
    tree = an_empty_copy_of_the_tree(tmp_path)
    for files in WRONGS.values():
        for name, line in files.items():
            (tree / name).parent.mkdir(exist_ok=True)
            (tree / name).write_text(line + "\n")

    said = lint(tmp_path)

    for wrong in WRONGS:
        verdicts = [line for line in said.splitlines() if line.startswith(wrong)]
        assert verdicts, said
        assert verdicts[0].endswith("BROKEN"), said


def an_empty_copy_of_the_tree(root: Path) -> Path:
    """Copy the names of all modules, without what is in them."""
    package = root / "src" / "commonweal"
    for path in (ROOT / "src" / "commonweal").rglob("*.py"):
        copy = package / path.relative_to(ROOT / "src" / "commonweal")
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.touch()
    shutil.copy(ROOT / "pyproject.toml", root)
    return package


def lint(root: Path) -> str:
    """Run the linter on a tree as `bin/check` does."""
    command = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run(
        [command, "--no-logo", "--no-cache"],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(root / "src"), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    return done.stdout
